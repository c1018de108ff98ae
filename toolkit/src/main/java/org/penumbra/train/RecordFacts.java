package org.penumbra.train;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Options as lines of name and value, so that two sets of them can be compared one by one. Nested
 * records give their type and become {@code outer.inner}; numbers keep all their digits.
 */
final class RecordFacts {
  private RecordFacts() {}

  /** Adds the facts of a value under a name. */
  static void add(String name, Object value, Map<String, String> facts) {
    if (value instanceof Record options) {
      if (!name.isEmpty()) {
        // Two maskings with the same numbers are not the same masking.
        facts.put(name, options.getClass().getSimpleName());
      }
      for (RecordComponent component : options.getClass().getRecordComponents()) {
        String inner = name.isEmpty() ? component.getName() : name + "." + component.getName();
        add(inner, valueOf(component, options), facts);
      }
    } else if (value instanceof Optional<?> optional) {
      add(name, optional.isPresent() ? optional.get() : "none", facts);
    } else if (value instanceof List<?> list && list.stream().anyMatch(Record.class::isInstance)) {
      for (int i = 0; i < list.size(); i++) {
        add(name + "[" + i + "]", list.get(i), facts);
      }
    } else {
      facts.put(name, text(value));
    }
  }

  private static Object valueOf(RecordComponent component, Record options) {
    try {
      component.getAccessor().setAccessible(true); // the record may be private
      return component.getAccessor().invoke(options);
    } catch (IllegalAccessException | InvocationTargetException closed) {
      throw new IllegalStateException("cannot read " + component, closed);
    }
  }

  private static String text(Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    String text = String.valueOf(value);
    boolean identity = value != null && text.startsWith(value.getClass().getName() + "@");
    // An object's address differs from run to run; its class is what can be known of it.
    return identity ? value.getClass().getName().replaceAll("\\$\\$Lambda.*", "") : text;
  }
}
