package org.penumbra.kernel;

import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** Completion, inspection, and whether a text is a complete cell. */
final class CodeAssistant {

  private static final String INDENT = "    ";

  private final CellEvaluator evaluator;
  private final SourceCodeAnalysis analysis;

  CodeAssistant(CellEvaluator evaluator) {
    this.evaluator = evaluator;
    this.analysis = evaluator.analysis();
  }

  /** What could stand at the cursor; null if nothing is known. */
  ReplacementOptions complete(String code, int cursor) {
    int at = clip(code, cursor);
    int line = SourceScanner.lineStart(code, at);
    String prefix = code.substring(line, at).stripLeading();
    if (prefix.startsWith("%") && !prefix.contains(" ")) {
      return completeMagic(prefix, at);
    }
    // First with the statements above, which may declare what the cursor's line uses; JShell cannot
    // read imports and classes together with statements, so then the last snippet alone.
    for (int start : new int[] {firstJava(code, at), lastSnippet(code, at)}) {
      int[] anchor = new int[1];
      List<Suggestion> found =
          analysis.completionSuggestions(code.substring(start, at), at - start, anchor);
      if (!found.isEmpty()) {
        List<String> texts =
            Stream.concat(
                    found.stream().filter(Suggestion::matchesType),
                    found.stream().filter(suggestion -> !suggestion.matchesType()))
                .map(Suggestion::continuation)
                .distinct()
                .toList();
        return new ReplacementOptions(texts, start + anchor[0], at);
      }
    }
    return null;
  }

  /** Signatures (and documentation, where the JDK's sources are installed) at the cursor. */
  List<String> inspect(String code, int cursor) {
    int at = endOfName(code, clip(code, cursor));
    for (int end : inspectionPoints(code, at)) {
      for (int start : new int[] {firstJava(code, at), lastSnippet(code, at)}) {
        List<Documentation> found =
            analysis.documentation(code.substring(start, end), end - start, true);
        if (!found.isEmpty()) {
          return found.stream().map(CodeAssistant::describe).distinct().toList();
        }
      }
    }
    return List.of();
  }

  /**
   * Whether the text can be run.
   *
   * @return {@code "complete"}, {@code "invalid"}, or the indentation for the next line
   */
  String isComplete(String code) {
    String rest = code;
    while (true) {
      int at = SourceScanner.skipBlanksAndComments(rest, 0);
      rest = rest.substring(at);
      if (rest.isEmpty()) {
        return "complete";
      }
      if (SourceScanner.isMagic(rest, 0)) {
        rest = rest.substring(SourceScanner.lineEnd(rest, 0));
        continue;
      }
      SourceCodeAnalysis.CompletionInfo info = analysis.analyzeCompletion(rest);
      if (info.completeness() == Completeness.UNKNOWN) {
        return "invalid";
      }
      if (!info.completeness().isComplete()) {
        return info.completeness() == Completeness.EMPTY ? "complete" : nextIndent(code);
      }
      String remaining = info.remaining() == null ? "" : info.remaining();
      if (remaining.length() >= rest.length()) {
        return "complete";
      }
      rest = remaining;
    }
  }

  private ReplacementOptions completeMagic(String prefix, int at) {
    List<String> names = new ArrayList<>();
    for (String name : evaluator.magics().names()) {
      if (("%" + name).startsWith(prefix)) {
        names.add("%" + name);
      }
    }
    return names.isEmpty() ? null : new ReplacementOptions(names, at - prefix.length(), at);
  }

  /** The offset behind the magics and comments at the top of a cell. */
  private static int firstJava(String code, int limit) {
    int at = SourceScanner.skipBlanksAndComments(code, 0);
    while (at < limit && SourceScanner.isMagic(code, at)) {
      at = SourceScanner.skipBlanksAndComments(code, SourceScanner.lineEnd(code, at));
    }
    return Math.min(at, limit);
  }

  /** The offset where the snippet that holds the cursor begins. */
  private int lastSnippet(String code, int cursor) {
    int at = firstJava(code, cursor);
    while (at < cursor) {
      SourceCodeAnalysis.CompletionInfo info =
          analysis.analyzeCompletion(code.substring(at, cursor));
      String remaining = info.remaining();
      if (!info.completeness().isComplete() || remaining == null || remaining.isBlank()) {
        return at;
      }
      int next = SourceScanner.skipBlanksAndComments(code, cursor - remaining.length());
      if (next <= at || next >= cursor) {
        return at;
      }
      at = next;
    }
    return at;
  }

  /** Behind the opening bracket of a call first: there JShell knows the method's overloads. */
  private static int[] inspectionPoints(String code, int at) {
    int next = at;
    while (next < code.length() && Character.isWhitespace(code.charAt(next))) {
      next++;
    }
    return next < code.length() && code.charAt(next) == '('
        ? new int[] {next + 1, at}
        : new int[] {at};
  }

  private static int endOfName(String code, int cursor) {
    int at = cursor;
    while (at < code.length() && Character.isJavaIdentifierPart(code.charAt(at))) {
      at++;
    }
    return at;
  }

  private static String describe(Documentation documentation) {
    String signature = TraceReport.withoutWrappers(documentation.signature());
    String text = documentation.javadoc();
    return text == null || text.isBlank() ? signature : signature + "\n" + text.strip();
  }

  /** The last line's indentation, one step deeper if that line opens a bracket. */
  private static String nextIndent(String code) {
    String text = code.stripTrailing();
    String last = text.substring(SourceScanner.lineStart(text, text.length()));
    String indent = last.substring(0, last.length() - last.stripLeading().length());
    int depth = 0;
    for (int i = 0; i < last.length(); i++) {
      char c = last.charAt(i);
      if (c == '{' || c == '(' || c == '[') {
        depth++;
      } else if ((c == '}' || c == ')' || c == ']') && depth > 0) {
        depth--;
      }
    }
    return depth > 0 ? indent + INDENT : indent;
  }

  private static int clip(String code, int cursor) {
    return Math.max(0, Math.min(cursor, code.length()));
  }
}
