package org.penumbra.data.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A frame in which joints of a body are impossibly far from where they were in the frame before.
 *
 * @param frame from 0
 * @param body from 0
 * @param joints how many jumped
 * @param joint the one that jumped farthest
 * @param metres how far it jumped
 */
record Jump(int frame, int body, int joints, int joint, double metres) {

  static List<Jump> in(ClipCells cells, double farthest) {
    List<Jump> jumps = new ArrayList<>();
    for (int t = 1; t < cells.frames; t++) {
      for (int m = 0; m < cells.bodies; m++) {
        Jump jump = at(cells, t, m, farthest);
        if (jump.joints() > 0) {
          jumps.add(jump);
        }
      }
    }
    return List.copyOf(jumps);
  }

  private static Jump at(ClipCells cells, int frame, int body, double farthest) {
    int jumped = 0;
    int joint = -1;
    double metres = farthest;
    for (int v = 0; v < cells.joints; v++) {
      if (cells.isObserved(frame, v, body) && cells.isObserved(frame - 1, v, body)) {
        double moved = cells.distance(frame, v, frame - 1, v, body);
        jumped += moved > farthest ? 1 : 0;
        joint = moved > metres ? v : joint;
        metres = Math.max(metres, moved);
      }
    }
    return new Jump(frame, body, jumped, joint, metres);
  }
}
