package org.penumbra.notebook;

import java.util.Locale;

/**
 * What one check of {@link Doctor} found.
 *
 * @param ok whether all is well
 * @param name what was looked at, one or two words
 * @param details what was found, or what to do
 */
public record Finding(boolean ok, String name, String details) {
  /** All is well. */
  static Finding ok(String name, String details) {
    return new Finding(true, name, oneLine(details));
  }

  /** Something is left to do. */
  static Finding todo(String name, String details) {
    return new Finding(false, name, oneLine(details));
  }

  /** {@code ok} or {@code todo}. */
  public String status() {
    return ok ? "ok" : "todo";
  }

  /** The finding as one line: status, name, details. */
  public String line() {
    return String.format(Locale.ROOT, "%-4s  %-9s  %s", status(), name, details);
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
