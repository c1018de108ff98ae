package org.penumbra.augment;

import java.util.SplittableRandom;
import org.penumbra.core.Require;

/**
 * Temporal crop: the sequence is mirrored at both ends by T / ratio frames, edge frame included,
 * and a window of T frames starts anywhere in the result.
 *
 * @param ratio divisor of T that gives the padding; 6 in the papers, so 8 of 50 frames
 */
public record Crop(int ratio) implements Augmentation {
  /** Checks the divisor. */
  public Crop {
    Require.atLeast("crop ratio", ratio, 1);
  }

  /** Padding ratio 1/6. */
  public static Crop published() {
    return new Crop(6);
  }

  @Override
  public void apply(View view, SplittableRandom random) {
    int length = view.frames();
    int padding = length / ratio;
    int shift = random.nextInt(2 * padding + 1) - padding;
    view.rearrangeFrames(t -> mirrored(t + shift, length));
  }

  private static int mirrored(int frame, int length) {
    if (frame < 0) {
      return -1 - frame;
    }
    return frame < length ? frame : 2 * length - 1 - frame;
  }
}
