package org.penumbra.occlusion.furniture;

import java.util.stream.IntStream;

/** A circle as a regular polygon: the roundness of all round furniture. */
final class Circle {
  /** Number of sides; even. */
  static final int SIDES = 16;

  private static final double[] COS =
      IntStream.range(0, SIDES).mapToDouble(i -> StrictMath.cos(2 * Math.PI * i / SIDES)).toArray();
  private static final double[] SIN =
      IntStream.range(0, SIDES).mapToDouble(i -> StrictMath.sin(2 * Math.PI * i / SIDES)).toArray();

  private Circle() {}

  static double cos(int corner) {
    return COS[corner];
  }

  static double sin(int corner) {
    return SIN[corner];
  }
}
