package org.penumbra.occlusion;

import java.util.SplittableRandom;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;

/**
 * A box that grows from a random point inside the clip's smallest and largest coordinates, with
 * random proportions: how far it has grown when it reaches each joint.
 */
final class BoxOrder {
  private static final double NARROWEST = 0.3; // of the widest side, as shares of the extent

  private BoxOrder() {}

  /**
   * Growth at which the box reaches each of the cells.
   *
   * @param cells observed cells
   * @return of the cells' length, from 0
   */
  static double[] growth(SkeletonClip clip, int[] cells, SplittableRandom random) {
    double[] growth = new double[cells.length];
    for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
      double[] values = values(clip, cells, c);
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (double value : values) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
      double centre = low + (high - low) * random.nextDouble();
      double side = (NARROWEST + (1 - NARROWEST) * random.nextDouble()) * (high - low);
      for (int i = 0; i < cells.length; i++) {
        double way = Math.abs(values[i] - centre);
        growth[i] = Math.max(growth[i], side > 0 ? way / side : 0);
      }
    }
    return growth;
  }

  private static double[] values(SkeletonClip clip, int[] cells, int channel) {
    JointMask mask = clip.mask();
    double[] values = new double[cells.length];
    for (int i = 0; i < cells.length; i++) {
      values[i] =
          clip.at(
              channel,
              Cells.frame(mask, cells[i]),
              Cells.joint(mask, cells[i]),
              Cells.body(mask, cells[i]));
    }
    return values;
  }
}
