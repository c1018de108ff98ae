package org.penumbra.kernel;

import java.util.regex.Pattern;

/** The few terminal colours that Jupyter front ends understand. */
final class Ansi {

  private static final Pattern ESCAPE = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final String RESET = "\u001b[0m";

  private Ansi() {}

  static String error(String text) {
    return paint("1;31", text);
  }

  static String bold(String text) {
    return paint("1", text);
  }

  static String marked(String text) {
    return paint("1;37;41", text);
  }

  static String strip(String text) {
    return ESCAPE.matcher(text).replaceAll("");
  }

  private static String paint(String code, String text) {
    return text.isEmpty() ? text : "\u001b[" + code + "m" + text + RESET;
  }
}
