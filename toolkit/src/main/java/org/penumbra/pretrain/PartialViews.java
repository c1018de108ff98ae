package org.penumbra.pretrain;

/** Which partial views PSTL compares with the whole one: its table 2. */
public enum PartialViews {
  /** One without joints and one without frames: the method. */
  BOTH,

  /** Only the one without joints. */
  SPATIAL,

  /** Only the one without frames. */
  TEMPORAL
}
