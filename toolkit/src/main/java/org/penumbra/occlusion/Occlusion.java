package org.penumbra.occlusion;

import java.util.SplittableRandom;
import org.penumbra.core.RandomKey;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.TrainTest;

/**
 * A way to hide joints, as an immutable value.
 *
 * <p>What it hides of a clip depends on (seed, {@link #name()}, clip) only: not on other clips,
 * order, threads or machine. It hides OBSERVED joints, shows nothing that was hidden before and
 * leaves ABSENT joints alone.
 *
 * <pre>{@code
 * var occluded = RandomOcclusion.of(0.2).withSeed(1).apply(data.split(Split.CROSS_VIEW));
 * }</pre>
 */
public interface Occlusion {
  /** Short name with its options but without the seed, for instance {@code random-20}. */
  String name();

  /** One line: what is hidden, with units and the seed. */
  String describe();

  /** Which of many equally likely masks is drawn. */
  long seed();

  /** The same way to hide with another seed. */
  Occlusion withSeed(long seed);

  /**
   * What is hidden of a clip.
   *
   * @param clip untouched
   * @return a mask of the clip's shape: OCCLUDED where this hides an OBSERVED joint, OBSERVED
   *     everywhere else
   * @throws org.penumbra.core.InvalidOptionException if an option does not fit the clip's layout
   */
  JointMask hide(SkeletonClip clip);

  /** The clip with those joints hidden; its truth is kept. */
  default SkeletonClip apply(SkeletonClip clip) {
    return clip.hide(hide(clip));
  }

  /** Every clip of a set, each with its own draw. */
  default SkeletonDataset apply(SkeletonDataset data) {
    return data.map(this::apply);
  }

  /** Both halves of a divided set. */
  default TrainTest apply(TrainTest data) {
    return data.map(this::apply);
  }

  /** The generator for a clip: the same whenever seed, {@link #name()} and clip name are. */
  default SplittableRandom generator(SkeletonClip clip) {
    return RandomKey.of(seed()).with(name()).with(clip.name()).generator();
  }
}
