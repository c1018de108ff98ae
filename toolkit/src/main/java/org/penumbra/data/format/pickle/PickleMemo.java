package org.penumbra.data.format.pickle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects that a pickle refers back to, by number; Python numbers them from 0 without gaps. */
final class PickleMemo {
  private final List<Object> dense = new ArrayList<>();
  private final Map<Long, Object> sparse = new HashMap<>();
  private final PickleInput in;

  PickleMemo(PickleInput in) {
    this.in = in;
  }

  void add(Object value) {
    put((long) dense.size() + sparse.size(), value);
  }

  void put(long number, Object value) {
    in.spent(Budget.REFERENCE);
    if (number >= 0 && number < dense.size()) {
      dense.set((int) number, value);
    } else if (number == dense.size()) {
      dense.add(value);
      sparse.remove(number);
    } else {
      in.spent(Budget.OBJECT);
      sparse.put(number, value);
    }
  }

  Object get(long number) {
    Object value =
        number >= 0 && number < dense.size() ? dense.get((int) number) : sparse.get(number);
    if (value == null) {
      throw in.wrong("expected a reference back to an object, found the unknown number " + number);
    }
    return value;
  }
}
