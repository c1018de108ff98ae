package org.penumbra.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.Split;
import org.penumbra.data.SplitRule;
import org.penumbra.data.TrainTest;

/**
 * How a set is divided.
 *
 * @param split the rule
 */
record SplitChoice(Split split) {
  private static final double TEST_SHARE = 0.25;

  /** By a name such as {@code cross-view}. */
  static SplitChoice named(String name) {
    return Arrays.stream(Split.values())
        .filter(split -> label(split).equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .map(SplitChoice::new)
        .orElseThrow(
            () ->
                new InvalidOptionException(
                    "split",
                    "one of "
                        + Arrays.stream(Split.values())
                            .map(SplitChoice::label)
                            .collect(Collectors.joining(", ")),
                    name));
  }

  /** What is taken if nobody says: cross view, else the set's first rule, else chance. */
  static SplitChoice usualOf(SkeletonDataset data) {
    List<Split> known = data.splits().stream().map(SplitRule::split).toList();
    if (known.isEmpty() || known.contains(Split.CROSS_VIEW)) {
      return new SplitChoice(known.isEmpty() ? Split.STRATIFIED : Split.CROSS_VIEW);
    }
    return new SplitChoice(known.get(0));
  }

  static String label(Split split) {
    return split.label().replace(' ', '-');
  }

  String label() {
    return label(split);
  }

  /** Divides; by chance always alike, so that every verb gets the same halves. */
  TrainTest of(SkeletonDataset data) {
    return split == Split.STRATIFIED ? data.splitStratified(TEST_SHARE, 0) : data.split(split);
  }
}
