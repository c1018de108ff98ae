package org.penumbra.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was given to a verb, checked against its {@link Manual}. */
final class Given {
  private final Map<String, Object> values;
  private final List<String> words;

  private Given(Map<String, Object> values, List<String> words) {
    this.values = values;
    this.words = List.copyOf(words);
  }

  /**
   * Reads a command line.
   *
   * @param arguments those after the verb's name
   * @param environment where defaults may be
   * @throws UsageException if something is unknown, wrong, missing or too much
   */
  static Given parse(Manual manual, List<String> arguments, Map<String, String> environment) {
    Map<String, Object> values = new HashMap<>();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith("--")) {
        words.add(argument);
        continue;
      }
      int sign = argument.indexOf('=');
      Option<?> option = option(manual, sign < 0 ? argument : argument.substring(0, sign));
      String text = sign < 0 ? null : argument.substring(sign + 1);
      if (option.isFlag()) {
        if (text != null) {
          throw new UsageException(option.name() + " takes no value, found '" + text + "'");
        }
        text = "true";
      } else if (text == null && i + 1 < arguments.size()) {
        i++;
        text = arguments.get(i);
      }
      if (text == null || text.isEmpty()) {
        throw new UsageException(option.name() + " needs a value, " + option.value());
      }
      if (values.put(option.name(), option.parse(text)) != null) {
        throw new UsageException(option.name() + " is given twice");
      }
    }
    if (words.size() > manual.words().size()) {
      throw new UsageException("unexpected word '" + words.get(manual.words().size()) + "'");
    }
    if (words.size() < manual.leastWords()) {
      throw new UsageException(manual.words().get(words.size()) + " is missing");
    }
    manual.options().forEach(option -> addDefault(option, values, environment));
    return new Given(values, words);
  }

  private static Option<?> option(Manual manual, String name) {
    List<String> names = manual.options().stream().<String>map(Option::name).toList();
    return manual.options().stream()
        .filter(option -> option.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "unknown option '" + name + "'" + Nearest.of(name, names).orElse("")));
  }

  private static void addDefault(
      Option<?> option, Map<String, Object> values, Map<String, String> environment) {
    if (values.containsKey(option.name())) {
      return;
    }
    String named =
        option.variable() == null ? "" : environment.getOrDefault(option.variable(), "").strip();
    if (!named.isEmpty()) {
      try {
        values.put(option.name(), option.parse(named));
      } catch (UsageException wrong) {
        throw new UsageException(wrong.getMessage() + " It comes from " + option.variable());
      }
    } else if (option.otherwise() != null) {
      values.put(option.name(), option.parse(option.otherwise()));
    }
  }

  /** The words that are no options. */
  List<String> words() {
    return words;
  }

  /** A value that may be left out. */
  @SuppressWarnings("unchecked") // only the option's own parser puts values under its name
  <T> Optional<T> maybe(Option<T> option) {
    return Optional.ofNullable((T) values.get(option.name()));
  }

  /**
   * A value.
   *
   * @throws UsageException if it has no default and was not given
   */
  <T> T get(Option<T> option) {
    return maybe(option)
        .orElseThrow(
            () -> new UsageException(option.name() + " " + option.value() + " is missing"));
  }

  /** Whether a flag was given. */
  boolean has(Option<Boolean> flag) {
    return maybe(flag).orElse(false);
  }
}
