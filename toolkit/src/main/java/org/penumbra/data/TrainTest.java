package org.penumbra.data;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.penumbra.core.DataFormatException;

/**
 * A data set divided in two. Both halves know the same classes.
 *
 * @param split the rule that divided it
 * @param train clips to learn from
 * @param test clips to be judged on
 * @param notes how the sizes differ from those the literature counts and why, one sentence each
 */
public record TrainTest(
    Split split, SkeletonDataset train, SkeletonDataset test, List<String> notes) {
  /** Checks that neither half is empty. */
  public TrainTest {
    notes = List.copyOf(notes);
    if (train.size() == 0 || test.size() == 0) {
      throw new DataFormatException(
          train.name() + ", " + split.label(),
          "expected clips on both sides, found "
              + train.size()
              + " training and "
              + test.size()
              + " test clips.");
    }
  }

  /** Both halves through the same step, for instance an occlusion. */
  public TrainTest map(UnaryOperator<SkeletonDataset> step) {
    return new TrainTest(split, step.apply(train), step.apply(test), notes);
  }

  /**
   * Names of the test clips whose coordinates are an exact copy of a training clip's: what is
   * judged on them was seen in training. Real sets hold such copies.
   */
  public List<String> copiedTestClips() {
    Set<String> seen =
        train.clips().stream()
            .parallel()
            .map(SkeletonClip::contentHash)
            .collect(Collectors.toUnmodifiableSet());
    return test.clips().stream()
        .parallel()
        .filter(clip -> seen.contains(clip.contentHash()))
        .map(SkeletonClip::name)
        .toList();
  }

  /**
   * This division without the test clips that are copies of training clips, to judge what those
   * copies do to a figure.
   */
  public TrainTest withoutCopiedTestClips() {
    Set<String> copies = Set.copyOf(copiedTestClips());
    SkeletonDataset others = test.select(info -> !copies.contains(info.name()));
    return new TrainTest(split, train, others, notes);
  }

  /**
   * Sizes, and a warning if test clips are copies; of sets that are not in memory that would read
   * every clip, so it is left to {@link #copiedTestClips()}.
   */
  @Override
  public String toString() {
    String sizes =
        "%s, %s: %d training and %d test clips of %d classes"
            .formatted(
                train.name(), split.label(), train.size(), test.size(), train.classNames().size());
    if (!notes.isEmpty()) {
      sizes += "\nNOTE: " + String.join(" ", notes);
    }
    int copies = train.isInMemory() && test.isInMemory() ? copiedTestClips().size() : 0;
    return copies == 0
        ? sizes
        : sizes
            + "\nWARNING: "
            + copies
            + " of the test clips are exact copies of training clips; figures on this split"
            + " include them.";
  }
}
