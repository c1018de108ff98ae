package org.penumbra.occlusion.furniture;

import java.nio.charset.StandardCharsets;
import java.util.StringTokenizer;
import org.penumbra.core.DataFormatException;

/** The lines of a text file, cut into words, without comments. */
final class MeshText {
  private static final int SHOWN = 40; // characters of a wrong word in a message

  private final String file;
  private final String text;
  private int at;
  private int line;

  MeshText(String file, byte[] bytes) {
    this.file = file;
    this.text = new String(bytes, StandardCharsets.ISO_8859_1); // names only, positions are ASCII
  }

  /** Words of the next line that has any; null at the end. A backslash joins it with the next. */
  String[] next() {
    while (at < text.length()) {
      StringBuilder joined = new StringBuilder();
      boolean goesOn = true;
      while (goesOn && at < text.length()) {
        int end = text.indexOf('\n', at);
        end = end < 0 ? text.length() : end;
        String part = text.substring(at, end).strip();
        at = end + 1;
        line++;
        int comment = part.indexOf('#');
        part = comment < 0 ? part : part.substring(0, comment);
        goesOn = part.endsWith("\\");
        joined.append(goesOn ? part.substring(0, part.length() - 1) : part).append(' ');
      }
      StringTokenizer words = new StringTokenizer(joined.toString());
      if (words.hasMoreTokens()) {
        String[] found = new String[words.countTokens()];
        for (int i = 0; i < found.length; i++) {
          found[i] = words.nextToken();
        }
        return found;
      }
    }
    return null;
  }

  /** File and line of the words last given, as messages name them. */
  String place() {
    return file + ", line " + Math.max(line, 1);
  }

  double number(String word) {
    try {
      return Double.parseDouble(word);
    } catch (NumberFormatException notOne) {
      throw wrong("a number", word);
    }
  }

  int whole(String word) {
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException notOne) {
      throw wrong("a whole number", word);
    }
  }

  DataFormatException wrong(String expected, String found) {
    String shown = found.length() <= SHOWN ? found : found.substring(0, SHOWN) + "...";
    return new DataFormatException(place(), "expected " + expected + ", found '" + shown + "'.");
  }

  /** Adds the vertex whose coordinates stand from a word on. */
  void vertex(MeshDraft draft, String[] words, int from) {
    if (words.length < from + 3) {
      throw wrong("three coordinates", String.join(" ", words));
    }
    draft.vertex(place(), number(words[from]), number(words[from + 1]), number(words[from + 2]));
  }
}
