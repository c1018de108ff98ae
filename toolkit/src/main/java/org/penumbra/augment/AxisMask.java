package org.penumbra.augment;

import java.util.SplittableRandom;

/** Sets one coordinate of every point to 0: x, y or z with equal chance. */
public record AxisMask() implements Augmentation {
  @Override
  public void apply(View view, SplittableRandom random) {
    double[] matrix = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    matrix[4 * random.nextInt(3)] = 0;
    view.multiply(matrix);
  }
}
