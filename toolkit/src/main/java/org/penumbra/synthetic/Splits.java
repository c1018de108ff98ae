package org.penumbra.synthetic;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.penumbra.core.Draws;
import org.penumbra.data.NtuName;
import org.penumbra.data.Split;
import org.penumbra.data.SplitField;
import org.penumbra.data.SplitRule;

/**
 * The splits of NTU RGB+D: cross subject and cross view as in NTU-60, cross setup as in NTU-120.
 */
final class Splits {
  /** Number of subjects of NTU RGB+D 60. */
  static final int SUBJECTS = 40;

  /** Training subjects of NTU RGB+D 60. */
  private static final Set<Integer> TRAINING =
      Set.of(1, 2, 4, 5, 8, 9, 13, 14, 15, 16, 17, 18, 19, 25, 27, 28, 31, 34, 35, 38);

  private static final Set<Integer> TRAINING_CAMERAS = Set.of(2, 3);

  private Splits() {}

  /** All three, as rules. */
  static List<SplitRule> all() {
    Set<Integer> evenSetups =
        IntStream.rangeClosed(1, Setup.MOST)
            .filter(setup -> setup % 2 == 0)
            .boxed()
            .collect(Collectors.toUnmodifiableSet());
    return List.of(
        SplitRule.of(Split.CROSS_SUBJECT, SplitField.SUBJECT, TRAINING),
        SplitRule.of(Split.CROSS_VIEW, SplitField.CAMERA, TRAINING_CAMERAS),
        SplitRule.of(Split.CROSS_SETUP, SplitField.SETUP, evenSetups));
  }

  /**
   * Who does a two-person action with the subject of a name: anybody else in the same half of the
   * cross-subject split, so that nobody who tests is seen in training.
   */
  static int partner(NtuName name, Draws draws) {
    boolean trains = TRAINING.contains(name.subject());
    int[] others =
        IntStream.rangeClosed(1, SUBJECTS)
            .filter(other -> other != name.subject() && TRAINING.contains(other) == trains)
            .toArray();
    return others[(int) draws.uniform(0, others.length)];
  }
}
