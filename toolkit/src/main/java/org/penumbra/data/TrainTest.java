package org.penumbra.data;

import java.util.function.UnaryOperator;
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

  @Override
  public String toString() {
    return train.name()
        + ", "
        + split.label()
        + ": "
        + train.size()
        + " training and "
        + test.size()
        + " test clips of "
        + train.classNames().size()
        + " classes";
  }
}
