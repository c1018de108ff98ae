package org.penumbra.results;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.evaluate.PairedTest;

/** Which test clips a classifier gets right, by name; two of these allow a paired test. */
public final class ClipCorrectness {
  private final List<String> names; // sorted
  private final BitSet correct;

  private ClipCorrectness(List<String> names, BitSet correct) {
    this.names = names;
    this.correct = correct;
  }

  /**
   * Judges predictions, of any order of clips.
   *
   * @param names distinct names of the test clips
   * @param predicted class of each
   * @param labels true class of each
   * @throws InvalidOptionException if the lengths differ or a name comes twice
   */
  public static ClipCorrectness of(List<String> names, int[] predicted, int[] labels) {
    if (predicted.length != names.size() || labels.length != names.size()) {
      throw new InvalidOptionException(
          "predictions and labels",
          "as many as the " + names.size() + " clips",
          predicted.length + " and " + labels.length);
    }
    if (names.stream().distinct().count() != names.size()) {
      throw new InvalidOptionException("clip names", "distinct", "one of them twice");
    }
    int[] order =
        IntStream.range(0, names.size())
            .boxed()
            .sorted((a, b) -> names.get(a).compareTo(names.get(b)))
            .mapToInt(Integer::intValue)
            .toArray();
    BitSet correct = new BitSet(order.length);
    for (int i = 0; i < order.length; i++) {
      correct.set(i, predicted[order[i]] == labels[order[i]]);
    }
    return new ClipCorrectness(names.stream().sorted().toList(), correct);
  }

  /** Number of clips. */
  public int total() {
    return names.size();
  }

  /** Number of clips that are right. */
  public int correct() {
    return correct.cardinality();
  }

  /** Whether both were judged on exactly the same clips. */
  public boolean sameClips(ClipCorrectness other) {
    return names.equals(other.names);
  }

  /**
   * McNemar's exact test against another classifier on the same clips.
   *
   * @throws InvalidOptionException if the clips are others
   */
  public PairedTest against(ClipCorrectness other) {
    if (!sameClips(other)) {
      throw new InvalidOptionException(
          "clips of a paired test",
          "the same on both sides",
          total() + " and " + other.total() + ", or other names");
    }
    return PairedTest.of(correct, other.correct);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClipCorrectness that && sameClips(that) && correct.equals(that.correct);
  }

  @Override
  public int hashCode() {
    return 31 * names.hashCode() + correct.hashCode();
  }

  @Override
  public String toString() {
    return correct() + " of " + total() + " clips right";
  }
}
