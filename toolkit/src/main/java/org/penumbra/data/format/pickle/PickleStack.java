package org.penumbra.data.format.pickle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a pickle has made and not yet put into anything, and where its marks stand. */
final class PickleStack {
  private static final int MOST_MARKS = 1000; // depth of nesting

  private final List<Object> objects = new ArrayList<>();
  private final int[] marks = new int[MOST_MARKS];
  private final PickleInput in;
  private int marked;

  PickleStack(PickleInput in) {
    this.in = in;
  }

  void push(Object value) {
    in.spent(Budget.REFERENCE);
    objects.add(value);
  }

  Object pop() {
    check(1);
    return objects.remove(objects.size() - 1);
  }

  Object top() {
    check(1);
    return objects.get(objects.size() - 1);
  }

  void mark() {
    if (marked == MOST_MARKS) {
      throw in.wrong("expected at most " + MOST_MARKS + " levels of nesting, found more");
    }
    marks[marked++] = objects.size();
  }

  /** Takes everything above the last mark, and the mark. */
  Object[] popToMark() {
    if (marked == 0) {
      throw in.wrong("expected a mark, found none; the file is damaged");
    }
    return popFrom(marks[--marked]);
  }

  /** Takes the last objects. */
  Object[] pop(int count) {
    check(count);
    return popFrom(objects.size() - count);
  }

  private Object[] popFrom(int start) {
    List<Object> tail = objects.subList(start, objects.size());
    Object[] taken = tail.toArray();
    tail.clear();
    in.spent(Budget.OBJECT + (long) taken.length * Budget.REFERENCE);
    return taken;
  }

  private void check(int count) {
    int floor = marked == 0 ? 0 : marks[marked - 1];
    if (objects.size() - floor < count) {
      throw in.wrong(
          "expected " + count + " objects before this, found fewer; the file is damaged");
    }
  }

  boolean isEmpty() {
    return objects.isEmpty() && marked == 0;
  }

  @Override
  public String toString() {
    return objects.size() + " objects, marks " + Arrays.toString(Arrays.copyOf(marks, marked));
  }
}
