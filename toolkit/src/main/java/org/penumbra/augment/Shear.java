package org.penumbra.augment;

import java.util.SplittableRandom;
import org.penumbra.core.Require;

/**
 * Shear: each coordinate gains a random multiple of each other one.
 *
 * @param amplitude the six factors are uniform within plus or minus this; 1 in PSTL and OPSTL, 0.5
 *     in SkeletonCLR's family
 */
public record Shear(double amplitude) implements Augmentation {
  /** Checks the amplitude. */
  public Shear {
    Require.inRange("shear amplitude", amplitude, 0, 10);
  }

  @Override
  public void apply(View view, SplittableRandom random) {
    double[] matrix = new double[9];
    for (int i = 0; i < 9; i++) {
      matrix[i] = i % 4 == 0 ? 1 : (2 * random.nextDouble() - 1) * amplitude;
    }
    view.multiply(matrix);
  }
}
