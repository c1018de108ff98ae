package org.penumbra.data;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.penumbra.core.Require;

/**
 * How one data set is divided, as data: which values of one field train; all others test.
 *
 * @param split the kind of division
 * @param field what it looks at
 * @param training values that train, for instance subject numbers; not empty
 * @param expectedTrain number of training clips that the literature counts; 0 if unknown
 * @param expectedTest number of test clips that the literature counts; 0 if unknown
 */
public record SplitRule(
    Split split, SplitField field, Set<String> training, int expectedTrain, int expectedTest) {

  /** Keeps an unmodifiable copy. */
  public SplitRule {
    training = Set.copyOf(Require.notEmpty("training values of " + split.label(), training));
    Require.atLeast("expectedTrain", expectedTrain, 0);
    Require.atLeast("expectedTest", expectedTest, 0);
  }

  /** A rule by numbers without expected counts. */
  public static SplitRule of(Split split, SplitField field, Collection<Integer> training) {
    return new SplitRule(
        split,
        field,
        training.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet()),
        0,
        0);
  }

  /** Whether a clip is for training; otherwise it is for test. */
  public boolean trains(ClipInfo info) {
    return training.contains(field.of(info));
  }
}
