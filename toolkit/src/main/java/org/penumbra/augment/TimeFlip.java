package org.penumbra.augment;

import java.util.SplittableRandom;

/**
 * Plays the sequence backwards. AimCLR's released code has it but no setting switches it on; the
 * OPSTL paper lists it among AimCLR's augmentations.
 */
public record TimeFlip() implements Augmentation {
  @Override
  public void apply(View view, SplittableRandom random) {
    int last = view.frames() - 1;
    view.rearrangeFrames(t -> last - t);
  }
}
