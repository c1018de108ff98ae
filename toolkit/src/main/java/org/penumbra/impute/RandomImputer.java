package org.penumbra.impute;

import java.util.List;
import java.util.SplittableRandom;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.RandomKey;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;

/**
 * Places hidden joints at random between the smallest and largest coordinate that is observed, each
 * axis alone: OPSTL's baseline "random imputation" (Tables II and III), which the paper does not
 * define; this reading follows its words on random occlusion.
 *
 * @param within whose coordinates give the range
 * @param seed which of many draws; a clip's draw follows from seed and name alone
 */
public record RandomImputer(Within within, long seed) implements ClipImputer {
  /** Whose coordinates give the range. */
  public enum Within {
    /** The observed joints of the clip itself, all bodies. */
    CLIP,
    /** The observed joints of all training clips; before {@link #fit}, of the clip. */
    TRAINING
  }

  /** Within the clip's range, seed 0. */
  public static RandomImputer of() {
    return new RandomImputer(Within.CLIP, 0);
  }

  /** With another range. */
  public RandomImputer withWithin(Within other) {
    return new RandomImputer(other, seed);
  }

  /** With another seed. */
  public RandomImputer withSeed(long other) {
    return new RandomImputer(within, other);
  }

  @Override
  public String name() {
    return (within == Within.CLIP ? "random" : "random-training")
        + (seed == 0 ? "" : "-seed-" + seed);
  }

  @Override
  public String describe() {
    return "uniform between the smallest and largest coordinate observed in the "
        + (within == Within.CLIP ? "clip" : "training clips")
        + ", each axis alone, seed "
        + seed;
  }

  @Override
  public ImputedClip impute(SkeletonClip clip) {
    return impute(clip, Ranges.of(clip));
  }

  /**
   * Finds the training clips' range, if that is wanted.
   *
   * @throws DataFormatException if there are no clips
   */
  @Override
  public FittedImputer fit(SkeletonDataset train) {
    if (within == Within.CLIP) {
      return this;
    }
    Ranges ranges = new Ranges();
    train.clips().forEach(clip -> ranges.add(Ranges.of(clip)));
    if (ranges.isEmpty()) {
      throw new DataFormatException(
          "training set " + train.name(), "expected at least one observed joint, found none.");
    }
    return new Fitted(this, ranges);
  }

  private ImputedClip impute(SkeletonClip clip, Ranges ranges) {
    SplittableRandom random = RandomKey.of(seed).with("random").with(clip.name()).generator();
    return BodyMotion.fill(
        clip,
        body -> {
          for (int t = 0; t < body.frames() && !ranges.isEmpty(); t++) {
            for (int v = 0; v < body.joints(); v++) {
              if (body.isHidden(t, v)) {
                double[] place =
                    ranges.at(random.nextDouble(), random.nextDouble(), random.nextDouble());
                body.fill(t, v, place, FillReason.FILLED);
              }
            }
          }
        });
  }

  private record Fitted(RandomImputer imputer, Ranges ranges) implements FittedImputer {
    @Override
    public List<ImputedClip> imputeBlock(List<SkeletonClip> clips) {
      return clips.stream().parallel().map(clip -> imputer.impute(clip, ranges)).toList();
    }
  }
}
