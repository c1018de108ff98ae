package org.penumbra.kernel;

import java.util.Objects;

/**
 * Source text to evaluate, with the name that error messages use for it.
 *
 * @param name how messages call this source, for example {@code cell 3} or {@code setup.jshell}
 * @param text the source: Java snippets and magic lines
 */
public record Cell(String name, String text) {

  /** Refuses missing parts and brings all line ends to {@code \n}. */
  public Cell {
    Objects.requireNonNull(name, "name");
    text = Objects.requireNonNull(text, "text").replace("\r\n", "\n").replace('\r', '\n');
  }

  /** The 1-based line that holds the character at {@code offset}. */
  int lineAt(int offset) {
    return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  /** The text of a 1-based line, without its line end. */
  String line(int number) {
    return text.split("\n", -1)[number - 1];
  }
}
