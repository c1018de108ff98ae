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
 * var occluded = Occlusions.named("random-20").withSeed(1).apply(data.split(Split.CROSS_VIEW));
 * var both = RandomOcclusion.of(0.1).then(MarkovOcclusion.of(0.2, 8)).within(0.2, 0.3);
 * }</pre>
 */
public interface Occlusion {
  /** Short name with its options but without the seed, for instance {@code random-20}. */
  String name();

  /** One line: what is hidden, with units and, if it draws, the seed. */
  String describe();

  /** Which of many equally likely masks is drawn; 0 if nothing is drawn. */
  long seed();

  /** The same way to hide with another seed; the same value if nothing is drawn. */
  Occlusion withSeed(long seed);

  /** Whether the mask is drawn; false if it follows from the clip alone. */
  default boolean isRandom() {
    return true;
  }

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
    return key(clip).generator();
  }

  /** The key behind {@link #generator}, for draws that need more than one generator. */
  default RandomKey key(SkeletonClip clip) {
    return RandomKey.of(seed()).with(name()).with(clip.name());
  }

  /** Hides what this or the other hides of the same clip; see {@link Union}. */
  default Occlusion union(Occlusion other) {
    return new Union(this, other, seed());
  }

  /** Hides what this hides, then what the next hides of what is left; see {@link Then}. */
  default Occlusion then(Occlusion next) {
    return new Then(this, next, seed());
  }

  /**
   * Draws again, up to {@link Budget#TRIES} times, until the share of the observed joints that it
   * hides lies between two limits; see {@link Budget}.
   */
  default Occlusion within(double low, double high) {
    return new Budget(this, low, high, Budget.TRIES, seed());
  }

  /** A new draw for each frame; see {@link PerFrame}. */
  default Occlusion perFrame() {
    return new PerFrame(this);
  }

  /** One draw for the whole clip: what it hides of one frame, in all frames; see {@link Held}. */
  default Occlusion perSequence() {
    return new Held(this);
  }

  /** One draw for all clips of a batch or set; see {@link SharedDraw}. */
  default Occlusion shared(String group) {
    return new SharedDraw(this, group);
  }
}
