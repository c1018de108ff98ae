package org.penumbra.kernel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Evaluates cells: splits them into snippets and magics, runs these in order, and gives back the
 * live value of the last one. Knows nothing of Jupyter's wire.
 *
 * <p>One thread at a time may evaluate; {@link #interrupt} may come from any thread.
 */
public final class CellEvaluator implements AutoCloseable {

  private static final List<String> DEFAULT_IMPORTS =
      List.of(
          "java.util.*",
          "java.io.*",
          "java.math.*",
          "java.net.*",
          "java.util.concurrent.*",
          "java.util.prefs.*",
          "java.util.regex.*",
          "java.util.stream.*",
          "static org.penumbra.kernel.Display.*",
          "static org.penumbra.kernel.CellStatics.*");

  private final CellThread thread;
  private final LiveExecutionControl control;
  private final JShell shell;
  private final SourceCodeAnalysis analysis;
  private final SnippetPlaces places = new SnippetPlaces();
  private final TraceReport traces = new TraceReport(places);
  private final CompileReport compileErrors;
  private final Magics magics;
  private final Set<String> lost = new LinkedHashSet<>();

  /** An evaluator without compiler options and start-up script. */
  public CellEvaluator() {
    this(new CellThread(new OwnerQueue()), List.of());
  }

  /**
   * An evaluator.
   *
   * @param thread where the user's code runs
   * @param compilerOptions options for the Java compiler
   */
  CellEvaluator(CellThread thread, List<String> compilerOptions) {
    this.thread = thread;
    this.control = new LiveExecutionControl(thread);
    this.shell =
        JShell.builder()
            .executionEngine(new InProcess(control), Map.of())
            .compilerOptions(compilerOptions.toArray(String[]::new))
            .build();
    this.analysis = shell.sourceCodeAnalysis();
    this.compileErrors = new CompileReport(shell, places);
    this.magics = new Magics(this);
    for (String name : DEFAULT_IMPORTS) {
      shell.eval("import " + name + ";");
    }
    // The first real compilation costs the most: do it before the user asks for one.
    shell.eval("null;");
    control.reset();
  }

  /**
   * Evaluates a cell. Declarations stay for later cells, also those above a line that failed.
   *
   * @return the value of the last snippet; null if it has none
   * @throws CellFailure if a snippet does not compile, throws, or is interrupted
   */
  public Object evaluate(Cell cell) throws CellFailure {
    Objects.requireNonNull(cell, "cell");
    thread.beginCell();
    try {
      String text = cell.text();
      Object last = null;
      int at = SourceScanner.skipBlanksAndComments(text, 0);
      while (at < text.length()) {
        thread.checkInterrupt();
        if (SourceScanner.isMagic(text, at)) {
          int end = text.startsWith("%%", at) ? text.length() : SourceScanner.lineEnd(text, at);
          runMagic(cell, at, end);
          last = null;
          at = end;
        } else {
          Piece info = nextSnippet(cell, at);
          last = runSnippet(cell, at, info.source());
          at = info.end();
        }
        at = SourceScanner.skipBlanksAndComments(text, at);
      }
      return last;
    } catch (CellInterrupted e) {
      throw traces.interrupted(e, null);
    } finally {
      tellResets();
      thread.endCell();
    }
  }

  /**
   * Runs code that belongs to the cell, such as a value's rendering, where it can be interrupted.
   */
  <T> T call(Class<T> type, Callable<T> body) throws CellFailure {
    thread.beginCell();
    try {
      return type.cast(thread.call(body));
    } catch (CellInterrupted e) {
      throw traces.interrupted(e, null);
    } catch (CellFailure e) {
      throw e;
    } catch (Throwable e) {
      throw traces.failure(e);
    } finally {
      thread.endCell();
    }
  }

  /**
   * Ends the running cell with an error: between two snippets, while it compiles, or by
   * interrupting its thread. Does nothing when no cell runs. Any thread may call it.
   */
  public void interrupt() {
    thread.interrupt(null);
  }

  /** Adds a directory or jar to the class path of later cells. */
  public void addToClassPath(String path) {
    shell.addToClasspath(path);
  }

  /** The names of the magics, each with a usage line. */
  Magics magics() {
    return magics;
  }

  /** JShell's analysis of source text, for completion and inspection. */
  SourceCodeAnalysis analysis() {
    return analysis;
  }

  @Override
  public void close() {
    shell.close();
  }

  /** A complete snippet and where the text goes on behind it. */
  private record Piece(String source, int end) {}

  private Piece nextSnippet(Cell cell, int at) throws CellFailure {
    String text = cell.text();
    int limit = at;
    do {
      // A line that starts with % is Java if the code before it is not finished yet.
      limit = SourceScanner.nextMagic(text, limit);
      SourceCodeAnalysis.CompletionInfo info =
          analysis.analyzeCompletion(text.substring(at, limit));
      // Without a semicolon, an unknown %name below is rather a remainder of a division.
      boolean open =
          info.completeness() == Completeness.COMPLETE_WITH_SEMI
              && limit < text.length()
              && !magics.knows(text.substring(limit, SourceScanner.lineEnd(text, limit)));
      if (info.completeness().isComplete() && !open) {
        int left = info.remaining() == null ? 0 : info.remaining().length();
        return new Piece(info.source(), Math.max(at + 1, limit - left));
      }
      if (info.completeness() == Completeness.EMPTY) {
        return new Piece(";", limit);
      }
    } while (limit < text.length());
    throw compileErrors.incomplete(cell, at);
  }

  private void runMagic(Cell cell, int at, int end) throws CellFailure {
    String line = cell.text().substring(at, end);
    String where = cell.name() + ", line " + cell.lineAt(at);
    try {
      magics.run(line);
    } catch (MagicException e) {
      String message = e.getMessage() + " (" + where + ")";
      throw new CellFailure(
          "MagicException", message, List.of(Ansi.error("MagicException: " + message)));
    }
  }

  private Object runSnippet(Cell cell, int at, String source) throws CellFailure {
    control.reset();
    List<SnippetEvent> events = shell.eval(source);
    places.note(events, cell, at, source);
    noteResets(events);
    Object last = null;
    for (SnippetEvent event : events) {
      if (event.causeSnippet() == null) {
        failIfBad(cell, at, event);
        last = hasValue(event.snippet().subKind()) ? control.value(event.value()) : null;
      }
    }
    return last;
  }

  private void failIfBad(Cell cell, int at, SnippetEvent event) throws CellFailure {
    JShellException thrown = event.exception();
    if (control.interruption() != null) {
      throw traces.interrupted(control.interruption(), thrown);
    }
    if (thrown instanceof UnresolvedReferenceException reference) {
      throw compileErrors.unresolved("UnresolvedReferenceException", reference.getSnippet());
    }
    if (thrown != null) {
      throw traces.failure(thrown);
    }
    if (!event.status().isDefined()) {
      throw compileErrors.refused(event.snippet());
    }
    if (control.breakage() != null) {
      String message =
          "the code compiled but could not be started: %s (%s, line %d)"
              .formatted(control.breakage(), cell.name(), cell.lineAt(at));
      throw new CellFailure("LinkageError", message, List.of(Ansi.error(message)));
    }
  }

  /** JShell resets variables silently when a class they use is declared anew. */
  private void noteResets(List<SnippetEvent> events) {
    for (SnippetEvent event : events) {
      if (event.snippet() instanceof VarSnippet variable) {
        if (event.causeSnippet() == null) {
          lost.remove(variable.name());
        } else if (event.previousStatus().isDefined() && event.isSignatureChange()) {
          lost.add(variable.name());
        }
      }
    }
  }

  private void tellResets() {
    if (!lost.isEmpty()) {
      System.err.println(
          "Note: a class or import was declared anew, so these variables lost their values: "
              + String.join(", ", lost)
              + ". Run their cells again.");
      lost.clear();
    }
  }

  private static boolean hasValue(Snippet.SubKind kind) {
    return kind == Snippet.SubKind.VAR_VALUE_SUBKIND
        || kind == Snippet.SubKind.OTHER_EXPRESSION_SUBKIND
        || kind == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
  }

  /** Tells JShell to run snippets in this process. */
  private record InProcess(LiveExecutionControl control) implements ExecutionControlProvider {

    @Override
    public String name() {
      return "penumbra-in-process";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
      return control;
    }
  }
}
