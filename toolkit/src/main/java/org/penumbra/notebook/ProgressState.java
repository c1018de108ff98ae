package org.penumbra.notebook;

import org.penumbra.core.Durations;

/**
 * How far something is.
 *
 * @param title what it is
 * @param done steps done
 * @param total steps in all, at least 1
 * @param note what the last step said; may be empty
 * @param seconds time since the start
 * @param ended whether it is over
 */
record ProgressState(
    String title, int done, int total, String note, double seconds, boolean ended) {

  int percent() {
    return (int) (100L * done / total);
  }

  /** One line: title, steps, note, time. */
  String text() {
    String count = title + ": " + done + "/" + total + " (" + percent() + " %)";
    return count + (note.isEmpty() ? "" : ", " + note) + ", " + time();
  }

  String html() {
    String bar =
        "<div style=\"width:320px;height:8px;background:#e1e1e1;border-radius:4px\">"
            + "<div style=\"width:"
            + percent()
            + "%;height:8px;background:#0072b2;border-radius:4px\"></div></div>";
    return "<div style=\"font-size:13px\"><p style=\"margin:2px 0\">"
        + TableHtml.escape(text())
        + "</p>"
        + bar
        + "</div>";
  }

  private String time() {
    if (ended) {
      return (done < total ? "stopped after " : "took ") + Durations.text(seconds);
    }
    if (done == 0) {
      return "starting";
    }
    return "about " + Durations.text(seconds / done * (total - done)) + " left";
  }
}
