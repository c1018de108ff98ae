package org.penumbra.results;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.penumbra.core.Identified;
import org.penumbra.core.InvalidOptionException;

/**
 * Options as lines of name and text, so that two sets of them have the same lines only if they are
 * the same. A record gives its type and then its parts, as {@code outer.inner}; numbers keep every
 * digit; texts are quoted. What cannot be told apart for certain is refused.
 */
final class CanonicalText {
  private static final String OWN = "org.penumbra.";

  private CanonicalText() {}

  /**
   * Lines of a value.
   *
   * @param name of the value itself
   * @throws InvalidOptionException if some part is neither a record, an enum, a number, a text, a
   *     collection of those, nor {@link Identified}
   */
  static SortedMap<String, String> of(String name, Object value) {
    SortedMap<String, String> lines = new TreeMap<>();
    add(name, value, lines);
    return Collections.unmodifiableSortedMap(lines);
  }

  private static void add(String name, Object value, Map<String, String> lines) {
    if (value instanceof Identified identified) {
      lines.put(name, identified.identity());
    } else if (value instanceof Record options) {
      lines.put(name, type(options.getClass()));
      for (RecordComponent component : options.getClass().getRecordComponents()) {
        add(name + "." + component.getName(), part(component, options), lines);
      }
    } else if (value instanceof List<?> list) {
      addList(name, list, lines);
    } else if (value instanceof Set<?> set) {
      lines.put(name, set.stream().map(each -> text(name, each)).sorted().toList().toString());
    } else if (value instanceof Map<?, ?> map) {
      lines.put(name, "map of " + map.size());
      map.forEach((key, each) -> add(name + "[" + text(name, key) + "]", each, lines));
    } else if (value instanceof Optional<?> optional && optional.isPresent()) {
      add(name, optional.get(), lines);
    } else {
      lines.put(name, text(name, value));
    }
  }

  private static void addList(String name, List<?> list, Map<String, String> lines) {
    boolean plain = list.stream().allMatch(CanonicalText::isPlain);
    if (plain) {
      lines.put(name, list.stream().map(each -> text(name, each)).toList().toString());
      return;
    }
    lines.put(name, "list of " + list.size());
    for (int i = 0; i < list.size(); i++) {
      add(name + "[" + i + "]", list.get(i), lines);
    }
  }

  private static boolean isPlain(Object value) {
    return !(value instanceof Identified) && (value instanceof Number || value instanceof Enum);
  }

  private static String text(String name, Object value) {
    if (value == null) {
      return "nothing";
    }
    if (value instanceof Enum<?> constant) {
      return type(constant.getDeclaringClass()) + "." + constant.name();
    }
    if (value instanceof Float number) {
      return number + "f"; // the digits of a float are not those of the double
    }
    if (value instanceof Double
        || value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte
        || value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof String || value instanceof Character) {
      return "'" + value.toString().replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
    if (value instanceof Optional<?>
        || value instanceof OptionalInt
        || value instanceof OptionalLong
        || value instanceof OptionalDouble) {
      return value.toString();
    }
    throw new InvalidOptionException(
        "option " + name + " of a run that is to be kept",
        "a record, an enum, a number, a text, a list of those, or a class that is "
            + Identified.class.getName()
            + " (nothing else says for certain whether two are the same)",
        value.getClass().getName());
  }

  private static String type(Class<?> type) {
    String name = type.getName();
    return name.startsWith(OWN) ? name.substring(OWN.length()) : name;
  }

  private static Object part(RecordComponent component, Record options) {
    try {
      component.getAccessor().setAccessible(true); // the record may be private
      return component.getAccessor().invoke(options);
    } catch (IllegalAccessException | InvocationTargetException closed) {
      throw new IllegalStateException("cannot read " + component, closed);
    }
  }
}
