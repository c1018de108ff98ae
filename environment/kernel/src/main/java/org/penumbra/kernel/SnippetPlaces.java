package org.penumbra.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;

/** Remembers which lines of which cell each JShell snippet came from. */
final class SnippetPlaces {

  /**
   * Where a snippet begins.
   *
   * @param cell the cell
   * @param offset offset of the snippet's first character in the cell's text
   */
  record Place(Cell cell, int offset) {

    /** The cell's line for a 1-based line of the snippet. */
    int line(int snippetLine) {
      return cell.lineAt(offset) + snippetLine - 1;
    }

    /** For messages: {@code cell 3, line 2}. */
    String describe(int snippetLine) {
      return cell.name() + ", line " + line(snippetLine);
    }
  }

  private final Map<String, Place> places = new HashMap<>();

  /** Notes the snippets that came from {@code text}, which begins at {@code offset} of the cell. */
  void note(List<SnippetEvent> events, Cell cell, int offset, String text) {
    for (SnippetEvent event : events) {
      if (event.causeSnippet() == null) {
        Snippet snippet = event.snippet();
        int shift = Math.max(0, text.indexOf(snippet.source()));
        places.put(snippet.id(), new Place(cell, offset + shift));
      }
    }
  }

  /** The place of a snippet, or null if it came from no cell. */
  Place of(String snippetId) {
    return places.get(snippetId);
  }
}
