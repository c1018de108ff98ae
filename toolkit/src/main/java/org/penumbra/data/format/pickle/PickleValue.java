package org.penumbra.data.format.pickle;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.penumbra.core.DataFormatException;

/**
 * A value in a pickle and how it is reached, so that whoever expects another kind of value gets a
 * message that names the place: {@code set.pkl, annotations[3].label: expected a whole number}.
 */
public final class PickleValue {
  private static final int MOST_NAMES = 20;

  private final PickleValue parent; // null at the root
  private final Object step; // from the parent: a key, an index, or the file's name
  private final Object value;

  PickleValue(String place, Object value) {
    this(null, place, value);
  }

  private PickleValue(PickleValue parent, Object step, Object value) {
    this.parent = parent;
    this.step = step;
    this.value = value;
  }

  /** How it is reached, for messages. */
  public String path() {
    if (parent == null) {
      return step.toString();
    }
    String before = parent.path();
    return step instanceof Integer
        ? before + "[" + step + "]"
        : before + (parent.parent == null ? ", " : ".") + step;
  }

  /** Whether it is a dict. */
  public boolean isDict() {
    return value instanceof Map<?, ?>;
  }

  /** Keys of a dict that are text, in order. */
  public List<String> keys() {
    return dict().keySet().stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .toList();
  }

  /** Whether a dict has a key. */
  public boolean has(String key) {
    return dict().containsKey(key);
  }

  /**
   * The value of a key.
   *
   * @throws DataFormatException if this is no dict or has no such key; the message lists its keys
   */
  public PickleValue get(String key) {
    Object found = dict().get(key);
    if (found == null) {
      String known = keys().stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
      throw new DataFormatException(path(), "expected the key '" + key + "', found " + known + ".");
    }
    return new PickleValue(this, key, found);
  }

  private Map<?, ?> dict() {
    if (value instanceof Map<?, ?> dict) {
      return dict;
    }
    throw expected("a dict");
  }

  /** Length of a list or tuple. */
  public int size() {
    return items().size();
  }

  /** One item of a list or tuple. */
  public PickleValue at(int index) {
    List<?> items = items();
    if (index < 0 || index >= items.size()) {
      throw new DataFormatException(
          path(), "expected at least " + (index + 1) + " items, found " + items.size() + ".");
    }
    return new PickleValue(this, index, items.get(index));
  }

  private List<?> items() {
    if (value instanceof List<?> list) {
      return list;
    }
    if (value instanceof Object[] tuple) {
      return Arrays.asList(tuple);
    }
    throw expected("a list or tuple");
  }

  /** A text. */
  public String text() {
    if (value instanceof PickleText text) {
      return text.decode();
    }
    throw expected("text");
  }

  /** A whole number, bool as 0 or 1. */
  public long number() {
    if (value instanceof Long number) {
      return number;
    }
    if (value instanceof Boolean bool) {
      return bool ? 1 : 0;
    }
    throw expected("a whole number");
  }

  /** A NumPy array. */
  public PickleArray array() {
    if (value instanceof PickleArray array && array.isComplete()) {
      return array;
    }
    throw expected("a NumPy array");
  }

  /** Whether it is a NumPy array. */
  public boolean isArray() {
    return value instanceof PickleArray;
  }

  private DataFormatException expected(String kind) {
    return new DataFormatException(path(), "expected " + kind + ", found " + kind() + ".");
  }

  private String kind() {
    if (value instanceof Map<?, ?>) {
      return "a dict";
    }
    if (value instanceof List<?>) {
      return "a list";
    }
    if (value instanceof Object[]) {
      return "a tuple";
    }
    if (value instanceof PickleText) {
      return "text";
    }
    if (value instanceof PickleBytes) {
      return "bytes";
    }
    if (value instanceof PickleArray) {
      return "a NumPy array";
    }
    return value instanceof PickleNone ? "None" : "a " + value.getClass().getSimpleName();
  }
}
