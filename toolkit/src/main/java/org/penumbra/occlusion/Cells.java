package org.penumbra.occlusion;

import java.math.BigDecimal;
import java.util.Arrays;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;

/** Masks made cell by cell; a cell is one (frame, joint, body). */
final class Cells {
  /** 0.29 times 100 is 28.999999999999996 in binary and still means 29. */
  private static final double ROUNDING = 1e-9;

  private Cells() {}

  /** Whether a cell is to be hidden. */
  @FunctionalInterface
  interface Test {
    boolean hides(int frame, int joint, int body);
  }

  /** The largest whole number that is at most a share of a number. */
  static int floor(double rate, int number) {
    return (int) (rate * number + ROUNDING);
  }

  /** A number as names write it: no trailing zeros, no exponent. */
  static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** A share as names write it, in per cent. */
  static String percent(double rate) {
    return BigDecimal.valueOf(rate).movePointRight(2).stripTrailingZeros().toPlainString();
  }

  /** Hides the observed cells that a test picks; asks in C-order (T, V, M), of observed only. */
  static JointMask where(SkeletonClip clip, Test test) {
    JointMask seen = clip.mask();
    JointMask.Builder mask = JointMask.builder(seen.frames(), seen.joints(), seen.bodies());
    for (int t = 0; t < seen.frames(); t++) {
      for (int v = 0; v < seen.joints(); v++) {
        for (int m = 0; m < seen.bodies(); m++) {
          if (seen.isObserved(t, v, m) && test.hides(t, v, m)) {
            mask.set(t, v, m, JointState.OCCLUDED);
          }
        }
      }
    }
    return mask.build();
  }

  /** Indices in C-order (T, V, M) of the observed cells, ascending. */
  static int[] observed(JointMask mask) {
    int[] cells = new int[size(mask)];
    int count = 0;
    int cell = 0;
    for (int t = 0; t < mask.frames(); t++) {
      for (int v = 0; v < mask.joints(); v++) {
        for (int m = 0; m < mask.bodies(); m++, cell++) {
          if (mask.isObserved(t, v, m)) {
            cells[count++] = cell;
          }
        }
      }
    }
    return Arrays.copyOf(cells, count);
  }

  /** Number of cells, whatever their state. */
  static int size(JointMask mask) {
    return mask.frames() * mask.joints() * mask.bodies();
  }

  static int frame(JointMask mask, int cell) {
    return cell / mask.bodies() / mask.joints();
  }

  static int joint(JointMask mask, int cell) {
    return cell / mask.bodies() % mask.joints();
  }

  static int body(JointMask mask, int cell) {
    return cell % mask.bodies();
  }

  /** Hides those cells of a list that are observed. */
  static JointMask hide(SkeletonClip clip, int[] cells) {
    JointMask seen = clip.mask();
    JointMask.Builder mask = JointMask.builder(seen.frames(), seen.joints(), seen.bodies());
    for (int cell : cells) {
      int t = frame(seen, cell);
      int v = joint(seen, cell);
      int m = body(seen, cell);
      if (seen.isObserved(t, v, m)) {
        mask.set(t, v, m, JointState.OCCLUDED);
      }
    }
    return mask.build();
  }
}
