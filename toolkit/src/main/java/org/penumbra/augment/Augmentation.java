package org.penumbra.augment;

import java.util.SplittableRandom;

/** One random change of a view. Implementations are values: same view and draws, same result. */
@FunctionalInterface
public interface Augmentation {
  /** The view, changed by a fresh draw. */
  View apply(View view, SplittableRandom random);

  /** Several changes, one after the other. */
  static Augmentation chain(Augmentation... steps) {
    return (view, random) -> {
      View current = view;
      for (Augmentation step : steps) {
        current = step.apply(current, random);
      }
      return current;
    };
  }
}
