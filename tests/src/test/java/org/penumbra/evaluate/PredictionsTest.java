package org.penumbra.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.skeleton.Stream;

class PredictionsTest {
  private static final List<String> CLASSES = List.of("sit", "stand", "wave");

  private static Predictions of(int[] labels, float... scores) {
    return Predictions.ofScores(CLASSES, List.of(), labels, scores);
  }

  @Test
  void theHighestScoreIsPredictedAndTheLowestLabelOfEquals() {
    Predictions three = of(new int[] {2, 0, 1}, 0, 1, 2, 5, 5, 1, -1, -3, -1);
    assertThat(three.predicted()).containsExactly(2, 0, 0);
    assertThat(three.accuracy()).isEqualTo(new Accuracy(2, 3));
  }

  /** Ranks of the truth by hand: 0, 2, 1, and 1 because an equal score of a lower label leads. */
  @Test
  void topKCountsTheTruthAmongTheKHighest() {
    Predictions four = of(new int[] {2, 0, 1, 1}, 0, 1, 2, 0, 1, 2, 0, 1, 2, 3, 3, 1);
    assertThat(four.top(1)).isEqualTo(new Accuracy(1, 4)).isEqualTo(four.accuracy());
    assertThat(four.top(2)).isEqualTo(new Accuracy(3, 4));
    assertThat(four.top(3)).isEqualTo(new Accuracy(4, 4));
    assertThatThrownBy(() -> four.top(4))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("k of top-k accuracy must be between 1 and 3, found 4.");
  }

  /** Batches of two: 100 % and 0 %, the second with one clip only. */
  @Test
  void theMeanOfBatchesGivesASmallLastBatchTooMuchWeight() {
    Predictions three = of(new int[] {0, 0, 1}, 1, 0, 0, 1, 0, 0, 1, 0, 0);
    assertThat(three.accuracy().percent()).isCloseTo(200 / 3.0, within(1e-9));
    assertThat(three.meanOfBatchesPercent(2)).isEqualTo(50);
    assertThat(three.meanOfBatchesPercent(3)).isCloseTo(200 / 3.0, within(1e-9));
  }

  @Test
  void theConfusionMatrixHasTruthInRows() {
    ConfusionMatrix matrix =
        of(new int[] {0, 0, 0, 1}, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0).confusion();
    assertThat(matrix.count(0, 1)).isEqualTo(2);
    assertThat(matrix.count(1, 0)).isZero();
    assertThat(matrix.share(0, 1)).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(matrix.ofClass(1)).contains(new Accuracy(1, 1));
    assertThat(matrix.ofClass(2)).isEqualTo(Optional.empty());
    assertThat(matrix.meanOfClassesPercent()).isCloseTo((100 / 3.0 + 100) / 2, within(1e-9));
    assertThat(matrix.mistakes(5))
        .containsExactly(new ConfusionMatrix.Mistake("sit", "stand", 2, 2 / 3.0));
    assertThat(matrix.table().rowCount()).isEqualTo(3);
    assertThat(matrix.table().stringColumn(4).get(0)).isEqualTo("stand (2)");
  }

  /** By hand: clip 0: 0.6, 1.2 + 0.4 2 = 2, 0; clip 1: 0.6 3 = 1.8, 0.6 2 = 1.2, 0.4 5 = 2. */
  @Test
  void fusionIsTheWeightedSumOfRawScores() {
    int[] labels = {1, 2};
    Predictions joint = of(labels, 1, 2, 0, 3, 0, 0);
    Predictions bone = of(labels, 0, 0, 0, 0, 2, 0);
    Predictions motion = of(labels, 0, 2, 0, 0, 0, 5);
    Map<Stream, Predictions> streams =
        Map.of(Stream.JOINT, joint, Stream.BONE, bone, Stream.MOTION, motion);
    Predictions fused = StreamEnsemble.published().fuse(streams);
    assertThat(fused.scores())
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(0.6f, 2f, 0, 1.8f, 1.2f, 2f);
    assertThat(fused.predicted()).containsExactly(1, 2);
    Predictions equal =
        StreamEnsemble.equal(Stream.JOINT, Stream.BONE, Stream.MOTION).fuse(streams);
    assertThat(equal.scores())
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(1 / 3f, 4 / 3f, 0, 1, 2 / 3f, 5 / 3f);
    assertThat(StreamEnsemble.published().describe())
        .isEqualTo("sum of raw scores: 0.600 JOINT + 0.600 BONE + 0.400 MOTION");
    assertThatThrownBy(() -> StreamEnsemble.published().fuse(Map.of(Stream.JOINT, joint)))
        .hasMessageContaining("streams to fuse");
    Predictions others = of(new int[] {1, 0}, new float[6]);
    assertThatThrownBy(
            () ->
                StreamEnsemble.equal(Stream.JOINT, Stream.BONE)
                    .fuse(Map.of(Stream.JOINT, joint, Stream.BONE, others)))
        .hasMessage("label of clip 1 of the stream BONE must be 2, found 0.");
  }

  /** P-values of scipy.stats.binomtest (SciPy 1.10.1) with probability one half. */
  @Test
  void mcnemarIsTheExactBinomialTest() {
    assertThat(new PairedComparison(10, 5, 20, 3).p())
        .isCloseTo(0.004077315330505371, within(1e-12));
    assertThat(new PairedComparison(0, 0, 6, 0).p()).isCloseTo(0.03125, within(1e-14));
    assertThat(new PairedComparison(0, 59, 121, 0).p())
        .isCloseTo(4.4344492637551645e-06, within(1e-15));
    assertThat(new PairedComparison(5, 0, 0, 5).p()).isEqualTo(1);
    assertThat(new PairedComparison(5, 7, 7, 5).p()).isEqualTo(1);
  }

  @Test
  void twoMethodsAreComparedClipByClip() {
    int[] labels = {0, 1, 2, 0};
    Predictions first = of(labels, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0);
    Predictions second = of(labels, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0);
    PairedComparison comparison = PairedComparison.of(first, second);
    assertThat(comparison).isEqualTo(new PairedComparison(1, 2, 0, 1));
    assertThat(comparison.toString()).startsWith("+50.0 points on the same 4 clips");
    Predictions fewer = of(new int[] {0}, 1, 0, 0);
    assertThatThrownBy(() -> PairedComparison.of(first, fewer))
        .hasMessage("clips of the second method must be 4, found 1.");
    Predictions named =
        Predictions.ofScores(CLASSES, List.of("a", "b", "c", "d"), labels, first.scores());
    Predictions swapped =
        Predictions.ofScores(CLASSES, List.of("a", "c", "b", "d"), labels, first.scores());
    assertThatThrownBy(() -> PairedComparison.of(named, swapped))
        .hasMessage("clip 1 of the second method must be b, found 'c'.");
  }

  /** Wilson's interval of 15 of 50: 19.10 to 43.75 % (statsmodels and textbooks). */
  @Test
  void wilsonsIntervalIsTheTextbooks() {
    Accuracy accuracy = new Accuracy(15, 50);
    assertThat(accuracy.lowerPercent()).isCloseTo(19.10, within(0.005));
    assertThat(accuracy.upperPercent()).isCloseTo(43.75, within(0.005));
  }

  @Test
  void badPredictionsAreRefused() {
    assertThatThrownBy(() -> of(new int[] {0}, 1, 2)).hasMessageContaining("scores");
    assertThatThrownBy(() -> of(new int[] {3}, 1, 2, 3)).hasMessageContaining("label of clip 0");
    assertThatThrownBy(() -> of(new int[] {0}, 1, Float.NaN, 3))
        .hasMessageContaining("score of class 1 for clip 0");
  }

  @Test
  void aResultMustAgreeWithItsPredictions() {
    Predictions right = of(new int[] {0}, 1, 0, 0);
    Accuracy none = new Accuracy(0, 1);
    assertThatThrownBy(() -> new LinearResult(List.of(none), List.of(right, right)))
        .hasMessageContaining("predictions of the last epoch");
    LinearResult plain = new LinearResult(List.of(none, new Accuracy(1, 1), none));
    assertThat(plain.bestIndex()).isEqualTo(1);
    assertThatThrownBy(plain::lastPredictions).hasMessageContaining("accuracies only");
  }

  @Test
  void spreadIsTheSampleDeviation() {
    Spread spread = Spread.of(2, 4, 4, 4, 5, 5, 7, 9);
    assertThat(spread.mean()).isEqualTo(5);
    assertThat(spread.deviation()).isCloseTo(Math.sqrt(32 / 7.0), within(1e-12));
    assertThat(Spread.of(3.0).toString()).isEqualTo("3.0 % (one draw)");
  }

  @Test
  void predictionsKeepCopies() {
    float[] scores = {1, 0, 0};
    Predictions one = of(new int[] {0}, scores);
    Arrays.fill(scores, 9);
    one.scores()[0] = 7;
    assertThat(one.scores()).containsExactly(1, 0, 0);
  }
}
