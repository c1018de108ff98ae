package org.penumbra.results;

import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/**
 * What was derived from data sets lately, so that the same question about the same object is not
 * worked out again, nor its fingerprint. Holds neither the sets nor, when memory is short, the
 * answers. Sets keep the identity of objects as equality, so a weak map is one by identity.
 */
final class Derived {
  private final Map<Object, Map<Object, SoftReference<Object>>> known = new WeakHashMap<>();

  /**
   * The answer to a question about a set.
   *
   * @param question a value with equality; questions of two types are two questions
   */
  <T> T get(Object data, Object question, Class<T> type, Supplier<T> work) {
    synchronized (known) {
      SoftReference<Object> found = known.getOrDefault(data, Map.of()).get(question);
      Object answer = found == null ? null : found.get();
      if (answer != null) {
        return type.cast(answer);
      }
    }
    T answer = work.get(); // outside of the lock: two threads may do it twice, and agree
    synchronized (known) {
      known
          .computeIfAbsent(data, each -> new HashMap<>())
          .put(question, new SoftReference<>(answer));
    }
    return answer;
  }
}
