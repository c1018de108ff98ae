package org.penumbra.occlusion.furniture;

import java.util.List;

/** Furniture that stands high on little floor: it hides upper bodies too. */
final class Upright {
  static final List<Dimension> PLANT =
      List.of(
          new Dimension("pot diameter", 0.25, 0.45),
          new Dimension("foliage height", 0.4, 1.2),
          new Dimension("foliage radius", 0.25, 0.5));
  static final List<Dimension> LAMP =
      List.of(new Dimension("height", 1.4, 1.75), new Dimension("shade radius", 0.15, 0.25));
  static final List<Dimension> SCREEN =
      List.of(new Dimension("width", 1.0, 1.8), new Dimension("height", 1.5, 1.8));

  private static final double POT_TAPER = 0.75; // bottom over top
  private static final double POT_SHAPE = 0.9; // height over diameter
  private static final double FOOT_RADIUS = 0.14; // metres, as all below
  private static final double FOOT = 0.03;
  private static final double POLE_RADIUS = 0.0125;
  private static final double SHADE = 0.25;
  private static final double SHADE_TAPER = 0.7; // top over bottom
  private static final int PANELS = 4;
  private static final double PANEL = 0.03;
  private static final double FOLD = 0.30;

  private Upright() {}

  static SolidBuilder plant(double[] size) {
    double pot = size[0] * POT_SHAPE;
    return new SolidBuilder()
        .frustum(size[0] / 2 * POT_TAPER, 0, size[0] / 2, pot)
        .ellipsoid(size[2], pot, pot + size[1]);
  }

  static SolidBuilder lamp(double[] size) {
    double shade = size[0] - SHADE;
    return new SolidBuilder()
        .cylinder(FOOT_RADIUS, 0, FOOT)
        .cylinder(POLE_RADIUS, FOOT, shade)
        .frustum(size[1], shade, size[1] * SHADE_TAPER, size[0]);
  }

  static SolidBuilder screen(double[] size) {
    SolidBuilder solids = new SolidBuilder();
    // Half a panel's thickness inside, so that no corner stands out of the width.
    double from = -size[0] / 2 + PANEL / 2;
    double step = -2 * from / PANELS;
    for (int panel = 0; panel < PANELS; panel++) {
      double z = panel % 2 == 0 ? FOLD / 2 : -FOLD / 2;
      double x = from + panel * step;
      solids.wall(x, -z, x + step, z, PANEL, 0, size[1]);
    }
    return solids;
  }
}
