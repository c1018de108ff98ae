package org.penumbra.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/** Shows what the compiler found wrong, with the source lines and the offending span marked. */
final class CompileReport {

  private static final int CONTEXT_LINES = 2;

  private final JShell shell;
  private final SnippetPlaces places;

  CompileReport(JShell shell, SnippetPlaces places) {
    this.shell = shell;
    this.places = places;
  }

  /** The failure for a snippet that JShell refused. */
  CellFailure refused(Snippet snippet) {
    List<Diag> errors = shell.diagnostics(snippet).filter(Diag::isError).toList();
    if (errors.isEmpty() && snippet instanceof DeclarationSnippet declaration) {
      return unresolved("CompilationException", declaration);
    }
    SnippetPlaces.Place place = places.of(snippet.id());
    List<String> report = new ArrayList<>();
    String first = null;
    for (Diag error : errors) {
      List<String> lines = message(error);
      int start = (int) Math.max(0, error.getStartPosition());
      int end = (int) Math.max(start, error.getEndPosition());
      String where =
          place.cell().name()
              + ", line "
              + place.cell().lineAt(clip(place, place.offset() + start));
      if (first == null) {
        first = lines.get(0) + (lines.size() == 2 ? ", " + lines.get(1) : "") + " (" + where + ")";
      } else {
        report.add("");
      }
      report.add(Ansi.error("CompilationException: " + lines.get(0)));
      for (String line : lines.subList(1, lines.size())) {
        report.add("  " + line);
      }
      report.add("  " + where + ":");
      report.addAll(marked(place.cell(), place.offset() + start, place.offset() + end));
    }
    return new CellFailure(
        "CompilationException", first == null ? "the snippet is not valid" : first, report);
  }

  /** The failure for a declaration that uses names which nobody declared yet. */
  CellFailure unresolved(String errorName, DeclarationSnippet snippet) {
    String missing = shell.unresolvedDependencies(snippet).collect(Collectors.joining(", "));
    SnippetPlaces.Place place = places.of(snippet.id());
    String message =
        "%s needs what is not declared yet: %s (%s)"
            .formatted(snippet.name(), missing, place.describe(1));
    List<String> report = new ArrayList<>();
    report.add(Ansi.error(errorName + ": " + message));
    report.addAll(
        numbered(place.cell(), place.line(1), place.line(lines(snippet.source())), -1, -1));
    report.add("Declare it in a cell, then run this cell again.");
    return new CellFailure(errorName, message, report);
  }

  /** The failure for a cell that ends in the middle of a statement. */
  CellFailure incomplete(Cell cell, int offset) {
    int line = cell.lineAt(offset);
    String message =
        "the code that starts in line %d does not end: a bracket, quote or comment is left open (%s)"
            .formatted(line, cell.name());
    List<String> report = new ArrayList<>();
    report.add(Ansi.error("IncompleteSourceException: " + message));
    report.addAll(numbered(cell, line, cell.lineAt(cell.text().length()), -1, -1));
    return new CellFailure("IncompleteSourceException", message, report);
  }

  private static int lines(String source) {
    return (int) source.lines().count();
  }

  private static int clip(SnippetPlaces.Place place, int offset) {
    return Math.min(offset, place.cell().text().length());
  }

  private static List<String> message(Diag error) {
    // The location is JShell's own wrapper class, or nothing: the marked line says it better.
    return error
        .getMessage(Locale.ROOT)
        .lines()
        .map(String::strip)
        .filter(line -> !line.startsWith("location:"))
        .map(line -> line.replaceAll("^(symbol|required|found|reason):\\s+", "$1: "))
        .map(TraceReport::withoutWrappers)
        .toList();
  }

  private static List<String> marked(Cell cell, int start, int end) {
    int length = cell.text().length();
    int from = Math.min(start, length);
    int to = Math.min(Math.max(end, from + 1), length);
    int firstLine = Math.max(1, cell.lineAt(from) - CONTEXT_LINES);
    int lastLine = Math.max(cell.lineAt(from), cell.lineAt(Math.max(from, to - 1)));
    return numbered(cell, firstLine, Math.min(lastLine, firstLine + 10), from, to);
  }

  private static List<String> numbered(Cell cell, int first, int last, int from, int to) {
    List<String> lines = new ArrayList<>();
    int offset = 0;
    String[] all = cell.text().split("\n", -1);
    for (int number = 1; number <= Math.min(last, all.length); number++) {
      String line = all[number - 1];
      if (number >= first) {
        int a = Math.max(0, Math.min(from - offset, line.length()));
        int b = Math.max(a, Math.min(to - offset, line.length()));
        String margin = Ansi.bold(String.format(Locale.ROOT, "%4d | ", number));
        lines.add(
            margin + line.substring(0, a) + Ansi.marked(line.substring(a, b)) + line.substring(b));
        boolean spanHere = to > offset && from <= offset + line.length();
        if (spanHere) {
          // Carets as well as colour: plain text copies and colour-blind readers need the span too.
          String indent = line.substring(0, a).replaceAll("[^\t]", " ");
          lines.add("     | " + indent + Ansi.error("^".repeat(Math.max(1, b - a))));
        }
      }
      offset += line.length() + 1;
    }
    return lines;
  }
}
