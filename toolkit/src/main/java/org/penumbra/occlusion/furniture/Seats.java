package org.penumbra.occlusion.furniture;

import java.util.List;

/** Furniture to sit or lie on. */
final class Seats {
  static final List<Dimension> CHAIR =
      List.of(
          new Dimension("width", 0.40, 0.50),
          new Dimension("depth", 0.42, 0.55),
          new Dimension("seat height", 0.43, 0.48),
          new Dimension("back height", 0.80, 1.05));
  static final List<Dimension> STOOL =
      List.of(new Dimension("diameter", 0.32, 0.42), new Dimension("height", 0.45, 0.75));
  static final List<Dimension> SOFA =
      List.of(
          new Dimension("width", 1.5, 2.2),
          new Dimension("depth", 0.8, 0.95),
          new Dimension("seat height", 0.38, 0.45),
          new Dimension("back height", 0.75, 0.90));
  static final List<Dimension> ARMCHAIR =
      List.of(
          new Dimension("width", 0.68, 0.85),
          new Dimension("depth", 0.70, 0.85),
          new Dimension("seat height", 0.38, 0.45),
          new Dimension("back height", 0.80, 1.05));
  static final List<Dimension> BED =
      List.of(
          new Dimension("width", 0.9, 1.8),
          new Dimension("length", 1.95, 2.1),
          new Dimension("mattress height", 0.45, 0.60),
          new Dimension("headboard height", 0.85, 1.1));

  private static final double SEAT = 0.04; // metres, as all below
  private static final double LEG = 0.04;
  private static final double BACK = 0.03;
  private static final double FOOT = 0.05;
  private static final double CUSHION = 0.20;
  private static final double ARM = 0.15;
  private static final double ARM_HEIGHT = 0.62;
  private static final double BED_FROM = 0.20;
  private static final double BED_LEG = 0.08;
  private static final double HEADBOARD = 0.05;

  private Seats() {}

  static SolidBuilder chair(double[] size) {
    double seat = size[2];
    double z = size[1] / 2;
    return Tables.legs(new SolidBuilder(), size[0], size[1], LEG, 0, seat - SEAT)
        .centred(size[0], size[1], seat - SEAT, seat)
        .box(-size[0] / 2, seat, z - BACK, size[0] / 2, size[3], z);
  }

  static SolidBuilder stool(double[] size) {
    double under = size[1] - SEAT;
    double inside = size[0] * 0.7; // a square inside the round seat
    return Tables.legs(new SolidBuilder(), inside, inside, LEG, 0, under)
        .cylinder(size[0] / 2, under, size[1]);
  }

  static SolidBuilder upholstered(double[] size) {
    double x = size[0] / 2;
    double z = size[1] / 2;
    return new SolidBuilder()
        .box(-x + ARM, FOOT, -z, x - ARM, size[2], z - CUSHION)
        .box(-x, FOOT, z - CUSHION, x, size[3], z)
        .box(-x, 0, -z, -x + ARM, ARM_HEIGHT, z - CUSHION)
        .box(x - ARM, 0, -z, x, ARM_HEIGHT, z - CUSHION);
  }

  static SolidBuilder bed(double[] size) {
    double x = size[0] / 2;
    double z = size[1] / 2;
    return Tables.legs(new SolidBuilder(), size[0], size[1] - 2 * HEADBOARD, BED_LEG, 0, BED_FROM)
        .box(-x, BED_FROM, -z, x, size[2], z - HEADBOARD)
        .box(-x, 0, z - HEADBOARD, x, size[3], z);
  }
}
