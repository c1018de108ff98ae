package org.penumbra.results;

import java.util.List;
import java.util.StringJoiner;

/** Rows of text in columns that stand below each other. */
final class AlignedText {
  private AlignedText() {}

  /**
   * Lines for people.
   *
   * @param rows of equal length
   */
  static String of(List<List<String>> rows) {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringJoiner lines = new StringJoiner("\n");
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines.toString();
  }
}
