package org.penumbra.cli;

import java.util.Objects;
import java.util.function.Function;
import org.penumbra.core.InvalidOptionException;

/**
 * An option of a verb: what it is called, what it takes and what it is without being given. Help
 * and parsing come from the same declaration.
 *
 * @param name with its hyphens, for instance {@code --dataset}
 * @param value what help calls its value, for instance {@code NAME}; empty for a flag
 * @param about what it does, with units and range, for the help
 * @param otherwise the value if it is not given; null if there is none
 * @param variable environment variable that says another default; null if there is none
 * @param parser of the value
 * @param <T> type of the value
 */
record Option<T>(
    String name,
    String value,
    String about,
    String otherwise,
    String variable,
    Function<String, T> parser) {
  Option {
    Objects.requireNonNull(parser, "parser");
  }

  /** Without a default. */
  static <T> Option<T> of(String name, String value, String about, Function<String, T> parser) {
    return new Option<>(name, value, about, null, null, parser);
  }

  static Option<String> text(String name, String value, String about) {
    return of(name, value, about, text -> text);
  }

  /** Given or not. */
  static Option<Boolean> flag(String name, String about) {
    return new Option<>(name, "", about, "false", null, Boolean::valueOf);
  }

  /** A whole number within a range, which the help says. */
  static Option<Integer> whole(String name, String about, int low, int high) {
    String range = high == Integer.MAX_VALUE ? "at least " + low : low + " to " + high;
    return of(
        name,
        "N",
        about + "; " + range,
        text -> {
          try {
            int number = Integer.parseInt(text);
            if (number >= low && number <= high) {
              return number;
            }
          } catch (NumberFormatException none) {
            // said below, as of a number outside
          }
          throw new InvalidOptionException(name, "a whole number, " + range, text);
        });
  }

  Option<T> otherwise(String text) {
    return new Option<>(name, value, about, text, variable, parser);
  }

  Option<T> variable(String environment) {
    return new Option<>(name, value, about, otherwise, environment, parser);
  }

  boolean isFlag() {
    return value.isEmpty();
  }

  /**
   * The value of a text.
   *
   * @throws UsageException if it is none
   */
  T parse(String text) {
    try {
      return parser.apply(text);
    } catch (InvalidOptionException wrong) {
      String message = wrong.getMessage();
      String whole = message.startsWith(name) ? message : name + ": " + message;
      throw new UsageException(whole + Nearest.among(text, message).orElse(""));
    }
  }
}
