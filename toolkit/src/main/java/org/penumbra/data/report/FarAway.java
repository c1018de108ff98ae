package org.penumbra.data.report;

import java.util.Optional;

/**
 * Joints of a clip that are outside of any room.
 *
 * @param joints how many joint positions, over all frames and bodies
 * @param frame where the farthest is, from 0
 * @param body whose it is, from 0
 * @param joint which it is
 * @param metres its largest coordinate without sign: x, y or z
 */
record FarAway(int joints, int frame, int body, int joint, double metres) {

  static Optional<FarAway> in(ClipCells cells, double room) {
    FarAway farthest = new FarAway(0, 0, 0, 0, room);
    int joints = 0;
    for (int t = 0; t < cells.frames; t++) {
      for (int v = 0; v < cells.joints; v++) {
        for (int m = 0; m < cells.bodies; m++) {
          double metres = cells.isObserved(t, v, m) ? largest(cells, t, v, m) : 0;
          joints += metres > room ? 1 : 0;
          farthest = metres > farthest.metres ? new FarAway(0, t, m, v, metres) : farthest;
        }
      }
    }
    return joints == 0
        ? Optional.empty()
        : Optional.of(
            new FarAway(joints, farthest.frame, farthest.body, farthest.joint, farthest.metres));
  }

  private static double largest(ClipCells cells, int frame, int joint, int body) {
    return Math.max(
        Math.abs(cells.at(0, frame, joint, body)),
        Math.max(
            Math.abs(cells.at(1, frame, joint, body)), Math.abs(cells.at(2, frame, joint, body))));
  }
}
