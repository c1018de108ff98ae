package org.penumbra.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import jdk.jshell.EvalException;
import jdk.jshell.UnresolvedReferenceException;

/** Shows an exception of the user's code: message first, then where, then the causes. */
final class TraceReport {

  private static final int MAX_FRAMES = 16;
  private static final int MAX_CAUSES = 12;
  private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\w+[.$]?");

  private static final Pattern WRAPPER_FILE = Pattern.compile("\\(\\$JShell\\$\\w+\\.java:\\d+\\)");

  private final SnippetPlaces places;

  TraceReport(SnippetPlaces places) {
    this.places = places;
  }

  /** Takes the names of JShell's wrapper classes out of a text. */
  static String withoutWrappers(String text) {
    return WRAPPER.matcher(text).replaceAll("");
  }

  /** The failure for an exception, whether JShell wrapped it or not. */
  CellFailure failure(Throwable thrown) {
    String name = className(thrown);
    return new CellFailure(simpleName(name), message(thrown), report(thrown));
  }

  /** The failure for an interrupt; {@code wrapped} carries the translated stack, or is null. */
  CellFailure interrupted(CellInterrupted interrupt, Throwable wrapped) {
    List<String> report = new ArrayList<>();
    report.add(Ansi.error("InterruptedException: " + interrupt.getMessage()));
    if (wrapped != null) {
      addFrames(report, wrapped.getStackTrace(), Integer.MAX_VALUE);
    }
    Throwable cause = interrupt.getCause();
    if (cause != null
        && !(cause instanceof InterruptedException)
        && !(cause instanceof CancellationException)) {
      report.add("The code ended with " + describe(cause));
    }
    return new CellFailure("InterruptedException", interrupt.getMessage(), report);
  }

  private List<String> report(Throwable thrown) {
    List<String> report = new ArrayList<>();
    Throwable next = thrown;
    StackTraceElement[] enclosing = {};
    for (int depth = 0; next != null && depth < MAX_CAUSES; depth++) {
      report.add(Ansi.error((depth == 0 ? "" : "Caused by: ") + describe(next)));
      if (depth == 0) {
        addSourceLine(report, next.getStackTrace());
      }
      StackTraceElement[] frames = next.getStackTrace();
      addFrames(report, frames, ownFrames(frames, enclosing));
      enclosing = frames;
      for (Throwable suppressed : next.getSuppressed()) {
        report.add("  Suppressed: " + describe(suppressed));
      }
      next = next.getCause();
    }
    return report;
  }

  private void addSourceLine(List<String> report, StackTraceElement[] frames) {
    for (StackTraceElement frame : frames) {
      SnippetPlaces.Place place = place(frame);
      if (place != null && frame.getLineNumber() > 0) {
        int line = place.line(frame.getLineNumber());
        report.add("  " + place.describe(frame.getLineNumber()) + ":");
        report.add(
            Ansi.bold(String.format(Locale.ROOT, "%4d | ", line))
                + Ansi.marked(place.cell().line(line).strip()));
        return;
      }
    }
  }

  private void addFrames(List<String> report, StackTraceElement[] frames, int own) {
    List<StackTraceElement> shown = new ArrayList<>();
    int end = Math.min(own, userFrames(frames));
    for (int i = 0; i < end; i++) {
      if (!isInternal(frames[i])) {
        shown.add(frames[i]);
      }
    }
    for (int i = 0; i < shown.size(); i++) {
      // A deep recursion: the head and the line of the cell say it all.
      if (i == MAX_FRAMES && shown.size() > MAX_FRAMES + 2) {
        report.add("    ... " + (shown.size() - MAX_FRAMES - 1) + " more");
        i = shown.size() - 1;
      }
      report.add("    at " + describe(shown.get(i)));
    }
  }

  /** The number of frames of a cause that its enclosing exception does not show as well. */
  private static int ownFrames(StackTraceElement[] frames, StackTraceElement[] enclosing) {
    int common = 0;
    while (common < frames.length
        && common < enclosing.length
        && frames[frames.length - 1 - common].equals(enclosing[enclosing.length - 1 - common])) {
      common++;
    }
    return common == 0 ? Integer.MAX_VALUE : Math.max(1, frames.length - common);
  }

  private static boolean isInternal(StackTraceElement frame) {
    String owner = frame.getClassName();
    return owner.startsWith("org.penumbra.kernel.") || owner.startsWith("io.github.spencerpark.");
  }

  /** The number of frames up to the cell's own; what called the cell belongs to the kernel. */
  private int userFrames(StackTraceElement[] frames) {
    for (int i = frames.length; i > 0; i--) {
      if (place(frames[i - 1]) != null) {
        return i;
      }
    }
    for (int i = 0; i < frames.length; i++) {
      if (frames[i].getClassName().startsWith("org.penumbra.kernel.CellThread")) {
        return i;
      }
    }
    return frames.length;
  }

  private String describe(StackTraceElement frame) {
    SnippetPlaces.Place place = place(frame);
    if (place == null) {
      return WRAPPER_FILE.matcher(withoutWrappers(frame.toString())).replaceAll("(in a cell)");
    }
    String where = place.describe(Math.max(1, frame.getLineNumber()));
    String owner = withoutWrappers(frame.getClassName());
    String method = frame.getMethodName();
    String name = owner.isEmpty() ? method : owner + "." + method;
    return name.isEmpty() || method.startsWith("do_it$") ? where : name + " (" + where + ")";
  }

  private SnippetPlaces.Place place(StackTraceElement frame) {
    String file = frame.getFileName();
    return file != null && file.startsWith("#") ? places.of(file.substring(1)) : null;
  }

  private static String describe(Throwable thrown) {
    String message = message(thrown);
    return className(thrown) + (message.isEmpty() ? "" : ": " + message);
  }

  private static String className(Throwable thrown) {
    if (thrown instanceof EvalException wrapped) {
      return withoutWrappers(wrapped.getExceptionClassName());
    }
    if (thrown instanceof UnresolvedReferenceException) {
      return "UnresolvedReferenceException";
    }
    return withoutWrappers(thrown.getClass().getName());
  }

  private static String message(Throwable thrown) {
    if (thrown instanceof UnresolvedReferenceException reference) {
      return reference.getSnippet().name() + " uses a name that is not declared";
    }
    String message = thrown.getMessage();
    return message == null ? "" : withoutWrappers(message);
  }

  private static String simpleName(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }
}
