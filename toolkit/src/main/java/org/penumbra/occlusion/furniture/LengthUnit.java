package org.penumbra.occlusion.furniture;

/** What one unit of a mesh file means; the files themselves do not say. */
public enum LengthUnit {
  /** 0.001 m, as most CAD programs write. */
  MILLIMETRE(0.001),
  /** 0.01 m. */
  CENTIMETRE(0.01),
  /** 1 m. */
  METRE(1);

  private final double metres;

  LengthUnit(double metres) {
    this.metres = metres;
  }

  /** Metres in one unit. */
  public double metres() {
    return metres;
  }
}
