package org.penumbra.augment;

import java.util.SplittableRandom;
import org.penumbra.core.Require;

/**
 * Adds an independent normal number to every value, those of absent bodies included, as in the
 * papers.
 *
 * <p>The papers write N(0, 0.01) and leave open whether 0.01 is a variance or a deviation. Here it
 * is the deviation: coordinates are metres, so it is one centimetre, about what a depth sensor errs
 * by, while a variance of 0.01 would move every joint by ten, the length of a hand, and anew in
 * every frame. The other reading is {@code new GaussianNoise(0.1)}.
 *
 * @param deviation standard deviation in metres; 0.01 in the papers
 */
public record GaussianNoise(double deviation) implements Augmentation {
  /** Checks the deviation. */
  public GaussianNoise {
    Require.inRange("deviation of the noise in metres", deviation, 0, 10);
  }

  /** One centimetre. */
  public static GaussianNoise published() {
    return new GaussianNoise(0.01);
  }

  @Override
  public void apply(View view, SplittableRandom random) {
    float[] values = view.values();
    for (int i = 0; i < view.size(); i++) {
      values[i] += (float) (deviation * Ziggurat.normal(random));
    }
  }
}
