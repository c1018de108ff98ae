package org.penumbra.evaluate;

import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;

/** Checks that clips that judge fit those that teach. */
final class TestClips {
  private TestClips() {}

  /**
   * Checks an encoder and both halves of a set.
   *
   * @throws InvalidOptionException if one is empty, or layouts or classes differ
   */
  static void check(StGcn encoder, PreparedDataset train, PreparedDataset test) {
    check(train, test);
    if (!train.layout().equals(encoder.layout())) {
      throw new InvalidOptionException(
          "layout of " + train.name(), encoder.layout().name(), train.layout().name());
    }
  }

  /** As {@link #check(StGcn, PreparedDataset, PreparedDataset)}, before there is an encoder. */
  static void check(PreparedDataset train, PreparedDataset test) {
    Require.atLeast("training clips of " + train.name(), train.size(), 1);
    Require.atLeast("test clips of " + test.name(), test.size(), 1);
    if (!test.layout().equals(train.layout())) {
      throw new InvalidOptionException(
          "layout of the test clips", train.layout().name(), test.layout().name());
    }
    if (!train.classNames().equals(test.classNames())) {
      throw new InvalidOptionException(
          "classes of the test clips", train.classNames() + ", as in training", test.classNames());
    }
  }
}
