package org.penumbra.data.format.pickle;

import org.penumbra.data.format.numpy.NpyType;

/** A {@code numpy.dtype} in the making: its code, then its byte order from its state. */
final class PickleType {
  private final String code;
  private String order = "|";

  PickleType(String code) {
    this.code = code;
  }

  /** Takes the state {@code (version, order, None, None, None, ...)}; false if it is another. */
  boolean build(Object state) {
    if (!(state instanceof Object[] fields)
        || fields.length < 5
        || !(fields[1] instanceof PickleText text)) {
      return false;
    }
    for (int i = 2; i < 5; i++) {
      if (fields[i] != PickleNone.NONE) {
        return false;
      }
    }
    order = text.decode();
    return order.length() == 1 && "<>|=".contains(order);
  }

  /** The type, if it is one that is read. */
  NpyType type(String place) {
    return NpyType.parse(place, order + code);
  }
}
