package org.penumbra.data.format.pickle;

/** Python's None. */
enum PickleNone {
  NONE
}
