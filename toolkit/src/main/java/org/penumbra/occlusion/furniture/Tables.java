package org.penumbra.occlusion.furniture;

import java.util.List;

/** Furniture with a working surface. */
final class Tables {
  static final List<Dimension> TABLE =
      List.of(
          new Dimension("width", 1.0, 1.8),
          new Dimension("depth", 0.70, 0.95),
          new Dimension("height", 0.71, 0.77));
  static final List<Dimension> DESK =
      List.of(
          new Dimension("width", 1.0, 1.6),
          new Dimension("depth", 0.6, 0.8),
          new Dimension("height", 0.72, 0.76));
  static final List<Dimension> COUNTER =
      List.of(
          new Dimension("width", 1.2, 2.4),
          new Dimension("depth", 0.6, 0.7),
          new Dimension("height", 0.88, 1.1));

  private static final double TOP = 0.03; // metres, as all below
  private static final double LEG = 0.06;
  private static final double DRAWERS = 0.40;
  private static final double PANEL = 0.02;
  private static final double PANEL_FROM = 0.30;
  private static final double WORKTOP = 0.04;
  private static final double OVERHANG = 0.03;

  private Tables() {}

  static SolidBuilder table(double[] size) {
    double height = size[2];
    return legs(new SolidBuilder(), size[0], size[1], LEG, 0, height - TOP)
        .centred(size[0], size[1], height - TOP, height);
  }

  static SolidBuilder desk(double[] size) {
    double x = size[0] / 2;
    double z = size[1] / 2;
    double under = size[2] - TOP;
    return new SolidBuilder()
        .centred(size[0], size[1], under, size[2])
        .box(-x, 0, -z, -x + TOP, under, z)
        .box(x - DRAWERS, 0, -z, x, under, z)
        .box(-x + TOP, PANEL_FROM, z - PANEL, x - DRAWERS, under, z);
  }

  static SolidBuilder counter(double[] size) {
    double under = size[2] - WORKTOP;
    return new SolidBuilder()
        .centred(size[0] - 2 * OVERHANG, size[1] - 2 * OVERHANG, 0, under)
        .centred(size[0], size[1], under, size[2]);
  }

  /** Four square legs in the corners of a rectangle. */
  static SolidBuilder legs(
      SolidBuilder solids, double width, double depth, double thickness, double y0, double y1) {
    for (double x : new double[] {-width / 2, width / 2 - thickness}) {
      for (double z : new double[] {-depth / 2, depth / 2 - thickness}) {
        solids.box(x, y0, z, x + thickness, y1, z + thickness);
      }
    }
    return solids;
  }
}
