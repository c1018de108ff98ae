package org.penumbra.occlusion.furniture;

import java.util.List;

/** Furniture to put things in or on. */
final class Storage {
  static final List<Dimension> BOOKSHELF =
      List.of(
          new Dimension("width", 0.40, 1.0),
          new Dimension("depth", 0.28, 0.40),
          new Dimension("height", 1.06, 2.02));
  static final List<Dimension> CABINET =
      List.of(
          new Dimension("width", 0.5, 1.2),
          new Dimension("depth", 0.40, 0.50),
          new Dimension("height", 0.75, 1.25));
  static final List<Dimension> TV_STAND =
      List.of(
          new Dimension("width", 1.0, 1.8),
          new Dimension("depth", 0.35, 0.45),
          new Dimension("height", 0.40, 0.60),
          new Dimension("screen width", 0.9, 1.45));

  private static final double BOARD = 0.02; // metres, as all below
  private static final double BACK = 0.01;
  private static final double BETWEEN_SHELVES = 0.35;
  private static final double PLINTH = 0.06;
  private static final double SCREEN = 0.06;
  private static final double STEM = 0.06;
  private static final double STEM_WIDTH = 0.30;

  private Storage() {}

  static SolidBuilder bookshelf(double[] size) {
    double x = size[0] / 2;
    double z = size[1] / 2;
    double height = size[2];
    SolidBuilder solids =
        new SolidBuilder()
            .box(-x, 0, -z, -x + BOARD, height, z)
            .box(x - BOARD, 0, -z, x, height, z)
            .box(-x + BOARD, 0, z - BACK, x - BOARD, height, z)
            .box(-x + BOARD, height - BOARD, -z, x - BOARD, height, z - BACK);
    double highest = height - BETWEEN_SHELVES / 2;
    for (int shelf = 0; shelf * BETWEEN_SHELVES < highest; shelf++) {
      double y = shelf * BETWEEN_SHELVES;
      solids.box(-x + BOARD, y, -z, x - BOARD, y + BOARD, z - BACK);
    }
    return solids;
  }

  static SolidBuilder cabinet(double[] size) {
    return new SolidBuilder()
        .centred(size[0] - 2 * BOARD, size[1] - 2 * BOARD, 0, PLINTH)
        .centred(size[0], size[1], PLINTH, size[2]);
  }

  static SolidBuilder tvStand(double[] size) {
    double stand = size[2];
    double screenHeight = size[3] * 9 / 16;
    return new SolidBuilder()
        .centred(size[0], size[1], 0, stand)
        .centred(STEM_WIDTH, SCREEN, stand, stand + STEM)
        .centred(size[3], SCREEN, stand + STEM, stand + STEM + screenHeight);
  }
}
