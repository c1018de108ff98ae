package org.penumbra.augment;

import java.util.Objects;
import java.util.SplittableRandom;
import org.penumbra.core.Require;

/**
 * Another change, carried out in some of the draws only.
 *
 * @param probability chance that it is carried out; 0.5 in the papers
 * @param augmentation the change
 */
public record Sometimes(double probability, Augmentation augmentation) implements Augmentation {
  /** Checks the probability. */
  public Sometimes {
    Require.inRange("probability of an augmentation", probability, 0, 1);
    Objects.requireNonNull(augmentation, "augmentation");
  }

  /** In every other draw, as in the papers. */
  public static Sometimes half(Augmentation augmentation) {
    return new Sometimes(0.5, augmentation);
  }

  @Override
  public void apply(View view, SplittableRandom random) {
    if (random.nextDouble() < probability) {
      augmentation.apply(view, random);
    }
  }
}
