package org.penumbra.occlusion;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.penumbra.core.Draws;
import org.penumbra.core.Require;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;

/**
 * Hides single joints anywhere in the clip: of its n OBSERVED (frame, joint, body) cells exactly
 * floor(rate n), drawn without replacement; all three coordinates go together. OPSTL hides 20 % of
 * the coordinates at random; this is its reading by cells.
 *
 * @param rate share of the observed cells, 0 to 1
 * @param seed which of many masks
 */
public record RandomOcclusion(double rate, long seed) implements Occlusion {
  /** 0.29 times 100 is 28.999999999999996 in binary and still means 29. */
  private static final double ROUNDING = 1e-9;

  /** Checks the rate. */
  public RandomOcclusion {
    Require.inRange("rate", rate, 0, 1);
  }

  /** This share with seed 0. */
  public static RandomOcclusion of(double rate) {
    return new RandomOcclusion(rate, 0);
  }

  @Override
  public RandomOcclusion withSeed(long other) {
    return new RandomOcclusion(rate, other);
  }

  @Override
  public String name() {
    return "random-" + percent();
  }

  @Override
  public String describe() {
    return percent() + " % of the observed joints of each clip, drawn one by one, seed " + seed;
  }

  @Override
  public JointMask hide(SkeletonClip clip) {
    int[] cells = observedCells(clip.mask());
    int hidden = (int) (rate * cells.length + ROUNDING);
    SplittableRandom random = generator(clip);
    JointMask.Builder mask = JointMask.builder(clip.frames(), clip.layout().size(), clip.bodies());
    for (int chosen : Draws.choose(cells.length, hidden, random)) {
      int cell = cells[chosen];
      int body = cell % clip.bodies();
      int joint = cell / clip.bodies() % clip.layout().size();
      int frame = cell / clip.bodies() / clip.layout().size();
      mask.set(frame, joint, body, JointState.OCCLUDED);
    }
    return mask.build();
  }

  /** Indices (frame, joint, body) in C-order of what can still be hidden. */
  private static int[] observedCells(JointMask mask) {
    int[] cells = new int[mask.frames() * mask.joints() * mask.bodies()];
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

  private String percent() {
    BigDecimal percent = BigDecimal.valueOf(rate).movePointRight(2).stripTrailingZeros();
    return percent.toPlainString();
  }
}
