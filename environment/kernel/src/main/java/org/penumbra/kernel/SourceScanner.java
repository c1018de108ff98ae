package org.penumbra.kernel;

/** Finds where snippets and magic lines begin in the text of a cell. */
final class SourceScanner {

  private SourceScanner() {}

  /**
   * The first offset at or after {@code from} that is neither blank nor inside a comment. JShell
   * takes an import that follows a blank or a comment for one that may change every earlier
   * declaration, and resets variables; snippets therefore always start at such an offset.
   */
  static int skipBlanksAndComments(String text, int from) {
    int at = from;
    while (at < text.length()) {
      int end;
      if (Character.isWhitespace(text.charAt(at))) {
        end = at + 1;
      } else if (text.startsWith("//", at)) {
        end = lineEnd(text, at);
      } else if (text.startsWith("/*", at) && text.indexOf("*/", at + 2) >= 0) {
        end = text.indexOf("*/", at + 2) + 2;
      } else {
        return at;
      }
      at = end;
    }
    return at;
  }

  /** True if a magic ({@code %name} or {@code %%name}) stands at {@code at}, first on its line. */
  static boolean isMagic(String text, int at) {
    if (!text.startsWith("%", at) || !text.substring(lineStart(text, at), at).isBlank()) {
      return false;
    }
    int name = text.startsWith("%%", at) ? at + 2 : at + 1;
    return name < text.length() && Character.isLetter(text.charAt(name));
  }

  /** The offset of the next line after {@code from} that looks like a magic, or the text's end. */
  static int nextMagic(String text, int from) {
    for (int line = lineEnd(text, from); line < text.length(); line = lineEnd(text, line + 1)) {
      int at = line;
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      if (isMagic(text, at)) {
        return at;
      }
    }
    return text.length();
  }

  static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  static int lineStart(String text, int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }
}
