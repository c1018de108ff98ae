package org.penumbra.data;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.penumbra.core.DataFormatException;

/**
 * A data set divided in two. Both halves know the same classes.
 *
 * @param split the rule that divided it
 * @param train clips to learn from
 * @param test clips to be judged on
 */
public record TrainTest(Split split, SkeletonDataset train, SkeletonDataset test) {
  /** Checks that neither half is empty. */
  public TrainTest {
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
    return new TrainTest(split, step.apply(train), step.apply(test));
  }

  /**
   * Names of the test clips whose coordinates are an exact copy of a training clip's: what is
   * judged on them was seen in training. Real sets hold such copies.
   */
  public List<String> copiedTestClips() {
    Map<Integer, List<SkeletonClip>> seen =
        train.clips().stream().collect(Collectors.groupingBy(SkeletonClip::motionHash));
    return test.clips().stream()
        .filter(
            clip ->
                seen.getOrDefault(clip.motionHash(), List.of()).stream().anyMatch(clip::sameMotion))
        .map(SkeletonClip::name)
        .toList();
  }

  @Override
  public String toString() {
    int copies = copiedTestClips().size();
    return train.name()
        + ", "
        + split.label()
        + ": "
        + train.size()
        + " training and "
        + test.size()
        + " test clips of "
        + train.classNames().size()
        + " classes"
        + (copies == 0
            ? ""
            : "\nWARNING: "
                + copies
                + " of the test clips are exact copies of training clips; figures on this split"
                + " include them.");
  }
}
