package org.penumbra.impute;

import org.penumbra.impute.space.PlacedClip;
import org.penumbra.impute.space.RowShape;

/** Which cells of a row a search has to fill: a bit per cell. */
final class WantedCells {
  private final PlacedClip placed;
  private final RowShape shape;
  private final long[] bits;

  private WantedCells(PlacedClip placed) {
    this.placed = placed;
    this.shape = placed.shape();
    this.bits = new long[shape.words()];
  }

  /**
   * Cells around each hidden frame.
   *
   * @param ends also cells that are present, and those around the observed frames next to a gap: to
   *     know what donors say where the clip is known
   */
  static long[] forFrames(PlacedClip placed, boolean ends) {
    WantedCells wanted = new WantedCells(placed);
    for (int m = 0; m < placed.clip().bodies(); m++) {
      if (placed.hasRow(m) && placed.isPlaced(m)) {
        for (int v = 0; v < wanted.shape.joints(); v++) {
          for (int t = 0; t < placed.length(); t++) {
            if (placed.isHidden(t, v, m) || (ends && wanted.isEnd(t, v, m))) {
              wanted.around(t, v, m, ends);
            }
          }
        }
      }
    }
    return wanted.bits;
  }

  /** All missing cells that mix a hidden frame. */
  static long[] onGrid(PlacedClip placed) {
    WantedCells wanted = new WantedCells(placed);
    for (int m = 0; m < placed.clip().bodies(); m++) {
      for (int d = 0; d < wanted.shape.frames() && placed.hasRow(m) && placed.isPlaced(m); d++) {
        for (int v = 0; v < wanted.shape.joints(); v++) {
          if (placed.mixesHidden(d, v, m)) {
            wanted.want(wanted.shape.cell(d, v, m), false);
          }
        }
      }
    }
    return wanted.bits;
  }

  private boolean isEnd(int frame, int joint, int body) {
    return placed.isObserved(frame, joint, body)
        && ((frame > 0 && placed.isHidden(frame - 1, joint, body))
            || (frame + 1 < placed.length() && placed.isHidden(frame + 1, joint, body)));
  }

  private void around(int frame, int joint, int body, boolean evenPresent) {
    int before = placed.gridFrame(frame);
    if (before >= 0) {
      want(shape.cell(before, joint, body), evenPresent);
      if (placed.gridWeight(frame) > 0) {
        want(shape.cell(before + 1, joint, body), evenPresent);
      }
    }
  }

  private void want(int cell, boolean evenPresent) {
    if (evenPresent || !placed.isPresent(cell)) {
      bits[cell / Long.SIZE] |= 1L << cell;
    }
  }
}
