package org.penumbra.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;

/** Help, made from what the verbs declare. */
final class HelpText {
  /** How examples and messages call the command. */
  static final String COMMAND = "penumbra";

  private static final int WIDTH = 100;

  private HelpText() {}

  /** All verbs, or those of a group, with a line each. */
  static String verbs(Collection<Verb> verbs) {
    StringJoiner text = new StringJoiner("\n");
    text.add("Usage: " + COMMAND + " VERB [OPTION ...]");
    text.add("");
    verbs.forEach(verb -> entry(text, verb.manual().name(), verb.manual().about(), 14));
    text.add("");
    text.add(COMMAND + " VERB --help explains a verb, its options and defaults, with examples.");
    text.add("Results go to standard output, progress and messages to standard error.");
    text.add("Exit status: 0 done, 1 something failed or is left to do, 2 wrong command line.");
    return text.toString();
  }

  /** One verb. */
  static String of(Manual manual) {
    StringJoiner text = new StringJoiner("\n");
    String words = manual.words().isEmpty() ? "" : " " + String.join(" ", manual.words());
    text.add("Usage: " + COMMAND + " " + manual.name() + words + " [OPTION ...]");
    text.add("");
    wrap(manual.explains(), WIDTH).forEach(text::add);
    text.add("");
    text.add("Options:");
    int column =
        manual.options().stream().mapToInt(option -> form(option).length()).max().orElse(0);
    manual.options().forEach(option -> entry(text, form(option), described(option), column));
    entry(text, "--help", "this text", column);
    text.add("");
    text.add("Examples:");
    manual.examples().forEach(example -> text.add(folded("  " + COMMAND + " " + example)));
    text.add("");
    text.add("What comes out:");
    wrap(manual.gives(), WIDTH - 2).forEach(line -> text.add("  " + line));
    return text.toString();
  }

  /** A command, folded before an option if it is too long for a line. */
  private static String folded(String command) {
    int at = command.lastIndexOf(" --", WIDTH - 2);
    return command.length() <= WIDTH || at < 0
        ? command
        : command.substring(0, at) + " \\\n     " + command.substring(at);
  }

  private static String form(Option<?> option) {
    return option.isFlag() ? option.name() : option.name() + " " + option.value();
  }

  private static String described(Option<?> option) {
    String fallback = option.variable() == null ? "" : option.variable();
    if (option.otherwise() != null && !option.isFlag()) {
      fallback += (fallback.isEmpty() ? "" : ", else ") + option.otherwise();
    }
    return option.about() + (fallback.isEmpty() ? "" : "; default: " + fallback);
  }

  private static void entry(StringJoiner text, String name, String about, int column) {
    List<String> lines = wrap(about, WIDTH - column - 4);
    for (int i = 0; i < lines.size(); i++) {
      String head = i == 0 ? name : "";
      text.add("  " + head + " ".repeat(Math.max(0, column - head.length()) + 2) + lines.get(i));
    }
  }

  private static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : List.of(text.split(" ", -1))) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
