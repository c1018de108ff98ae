package org.penumbra.notebooks;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;

/**
 * Runs code cells in this JVM through JShell's in-process engine, without any kernel: what {@code
 * Notebook} shows comes as text. A rejected snippet, an unresolved name or an exception is an error
 * that names the cell.
 */
final class NotebookShell implements AutoCloseable {
  private final JShell shell;

  NotebookShell() {
    shell = JShell.builder().executionEngine("local").build();
    shell.addToClasspath(System.getProperty("java.class.path"));
  }

  /**
   * Runs the cells in order.
   *
   * @return everything that was printed
   */
  String run(NotebookFile notebook) {
    PrintStream terminal = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      List<NotebookFile.Cell> cells = notebook.codeCells();
      for (int i = 0; i < cells.size(); i++) {
        runCell(notebook.name() + ", code cell " + (i + 1), cells.get(i).source());
      }
      return printed.toString(StandardCharsets.UTF_8);
    } finally {
      System.setOut(terminal);
    }
  }

  private void runCell(String place, String source) {
    String rest = source;
    while (!rest.isBlank()) {
      SourceCodeAnalysis.CompletionInfo next =
          shell.sourceCodeAnalysis().analyzeCompletion(rest.strip());
      if (!next.completeness().isComplete()) {
        throw new AssertionError(place + ": incomplete or unknown code: " + rest);
      }
      for (SnippetEvent event : shell.eval(next.source())) {
        check(place, event);
      }
      rest = next.remaining();
    }
  }

  private void check(String place, SnippetEvent event) {
    Snippet snippet = event.snippet();
    if (event.exception() != null) {
      String cause =
          event.exception() instanceof EvalException thrown
              ? thrown.getExceptionClassName() + ": " + thrown.getMessage()
              : event.exception().toString();
      throw new AssertionError(place + ": " + cause + " in " + snippet.source(), event.exception());
    }
    if (event.status() != Snippet.Status.VALID && event.status() != Snippet.Status.OVERWRITTEN) {
      StringBuilder problems = new StringBuilder();
      shell
          .diagnostics(snippet)
          .forEach(d -> problems.append(d.getMessage(Locale.ROOT)).append(' '));
      throw new AssertionError(
          place + ": " + event.status() + ": " + problems + "in " + snippet.source());
    }
  }

  @Override
  public void close() {
    shell.close();
  }
}
