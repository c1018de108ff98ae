package org.penumbra.cli;

import java.util.List;

/**
 * What a verb is, for parsing and for its help.
 *
 * @param name one word or two, for instance {@code runs list}
 * @param about one sentence in lower case, for the list of verbs
 * @param explains what it does, for the verb's own help
 * @param words what stands behind the name without hyphens, one form for each, for instance {@code
 *     RUN}; in square brackets if it may be left out
 * @param options all that it knows, but for {@code --help}
 * @param examples two commands, without {@code penumbra}
 * @param gives what comes out, and its fields as JSON
 */
record Manual(
    String name,
    String about,
    String explains,
    List<String> words,
    List<Option<?>> options,
    List<String> examples,
    String gives) {
  Manual {
    words = List.copyOf(words);
    options = List.copyOf(options);
    examples = List.copyOf(examples);
  }

  /** Number of words that must be there. */
  int leastWords() {
    return (int) words.stream().filter(word -> !word.startsWith("[")).count();
  }
}
