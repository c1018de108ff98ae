package org.penumbra.results;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every record that differs from a given one in a single leaf, found by reflection. */
final class Changed {
  private Changed() {}

  /** Changed copies by the name of what was changed; a leaf that nothing else fits has none. */
  static Map<String, Object> everyLeaf(String name, Record options) {
    Map<String, Object> changed = new LinkedHashMap<>();
    RecordComponent[] components = options.getClass().getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      String inner = name + "." + components[i].getName();
      Object value = part(components[i], options);
      Map<String, Object> others = new LinkedHashMap<>();
      if (value instanceof Record nested) {
        others.putAll(everyLeaf(inner, nested));
      } else {
        List<Object> candidates = others(value);
        for (int c = 0; c < candidates.size(); c++) {
          others.put(inner + (c == 0 ? "" : " (" + c + ")"), candidates.get(c));
        }
      }
      int at = i;
      others.forEach(
          (leaf, other) -> {
            Object copy = with(options, at, other);
            if (copy != null) {
              changed.put(leaf, copy);
            }
          });
    }
    return changed;
  }

  private static List<Object> others(Object value) {
    if (value instanceof Integer number) {
      return List.of(number + 1, number - 1, number + 2, 3 * number + 5);
    }
    if (value instanceof Long number) {
      return List.of(number + 1);
    }
    if (value instanceof Double number) {
      return List.of(Math.nextUp(number), Math.nextDown(number), number + 0.25);
    }
    if (value instanceof Boolean flag) {
      return List.of(!flag);
    }
    if (value instanceof String text) {
      return List.of(text + "x");
    }
    if (value instanceof Enum<?> constant) {
      return Arrays.stream(constant.getDeclaringClass().getEnumConstants())
          .filter(other -> other != constant)
          .map(Object.class::cast)
          .toList();
    }
    if (value instanceof List<?> list) {
      List<Object> lists = new ArrayList<>();
      if (!list.isEmpty()) {
        lists.add(list.subList(0, list.size() - 1));
        List<Object> turned = new ArrayList<>(list);
        Collections.reverse(turned);
        lists.add(turned);
      } else {
        lists.add(List.of(1));
      }
      return lists;
    }
    return List.of();
  }

  private static Object with(Record options, int at, Object value) {
    RecordComponent[] components = options.getClass().getRecordComponents();
    Object[] parts = Arrays.stream(components).map(each -> part(each, options)).toArray();
    if (value.equals(parts[at])) {
      return null;
    }
    parts[at] = value;
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<?> constructor = options.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(parts);
    } catch (InvocationTargetException refused) {
      return null; // the options are checked; another candidate may fit
    } catch (ReflectiveOperationException failure) {
      throw new LinkageError(failure.getMessage(), failure);
    }
  }

  private static Object part(RecordComponent component, Record options) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(options);
    } catch (ReflectiveOperationException failure) {
      throw new LinkageError(failure.getMessage(), failure);
    }
  }

  /** Names of all leaves. */
  static List<String> leaves(String name, Record options) {
    List<String> leaves = new ArrayList<>();
    for (RecordComponent component : options.getClass().getRecordComponents()) {
      String inner = name + "." + component.getName();
      if (part(component, options) instanceof Record nested) {
        leaves.addAll(leaves(inner, nested));
      } else {
        leaves.add(inner);
      }
    }
    return leaves;
  }
}
