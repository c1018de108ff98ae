package org.penumbra.data.format.numpy;

/** Half precision: 1 bit of sign, 5 of exponent, 10 of fraction. */
final class Float16 {
  private static final int FRACTION_BITS = 10;
  private static final int FRACTION = (1 << FRACTION_BITS) - 1;
  private static final int TOP_EXPONENT = 31;
  private static final int BIAS = 127 - 15; // between the two exponents

  private Float16() {}

  /** The same number in single precision, which holds all of them. */
  static float toFloat(int bits) {
    int exponent = (bits >> FRACTION_BITS) & TOP_EXPONENT;
    int fraction = bits & FRACTION;
    float size;
    if (exponent == 0) {
      size = fraction * 0x1p-24f;
    } else {
      int wide = exponent == TOP_EXPONENT ? 255 : exponent + BIAS;
      size = Float.intBitsToFloat((wide << 23) | (fraction << (23 - FRACTION_BITS)));
    }
    return (bits & 0x8000) == 0 ? size : -size;
  }
}
