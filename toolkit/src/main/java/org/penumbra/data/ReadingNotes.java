package org.penumbra.data;

import java.util.List;

/**
 * What a user should know of how a set was read.
 *
 * @param skipped damaged files that were left out
 * @param notes what was left out on purpose and why, one sentence each
 */
record ReadingNotes(List<SkippedFile> skipped, List<String> notes) {
  static final ReadingNotes NONE = new ReadingNotes(List.of(), List.of());

  /** Keeps unmodifiable copies. */
  ReadingNotes {
    skipped = List.copyOf(skipped);
    notes = List.copyOf(notes);
  }

  /** Lines to put under the name of the set; empty if there is nothing to say. */
  String lines() {
    String said = notes.isEmpty() ? "" : "\nNOTE: " + String.join(" ", notes);
    return skipped.isEmpty()
        ? said
        : said + "\nWARNING: " + skipped.size() + " damaged files were left out; see skipped().";
  }
}
