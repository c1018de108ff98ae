package org.penumbra.data.report;

import java.util.EnumSet;
import java.util.Set;
import org.penumbra.data.JointState;

/** What can be wrong with a clip as a whole. */
enum Defect {
  EMPTY("empty"),
  ONE_FRAME("one frame"),
  SHORT("short"),
  ALL_ZERO("all zero"),
  FROZEN("frozen");

  private final String label;

  Defect(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  static Set<Defect> in(ClipCells cells, int length, int shortFrames) {
    Set<Defect> defects = EnumSet.noneOf(Defect.class);
    if (cells.clip.mask().count(JointState.OBSERVED) == 0) {
      defects.add(EMPTY);
      return defects;
    }
    if (length == 1) {
      defects.add(ONE_FRAME);
    } else if (length < shortFrames) {
      defects.add(SHORT);
    }
    if (isAllZero(cells)) {
      defects.add(ALL_ZERO);
    }
    if (length > 1 && isFrozen(cells, length)) {
      defects.add(FROZEN);
    }
    return defects;
  }

  private static boolean isAllZero(ClipCells cells) {
    for (int t = 0; t < cells.frames; t++) {
      for (int v = 0; v < cells.joints; v++) {
        for (int m = 0; m < cells.bodies; m++) {
          if (cells.isObserved(t, v, m) && !cells.isZero(t, v, m)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static boolean isFrozen(ClipCells cells, int length) {
    for (int t = 1; t < length; t++) {
      for (int v = 0; v < cells.joints; v++) {
        for (int m = 0; m < cells.bodies; m++) {
          boolean changed =
              cells.state(t, v, m) != cells.state(0, v, m)
                  || (cells.isObserved(t, v, m) && cells.distance(t, v, 0, v, m) > 0);
          if (changed) {
            return false;
          }
        }
      }
    }
    return true;
  }
}
