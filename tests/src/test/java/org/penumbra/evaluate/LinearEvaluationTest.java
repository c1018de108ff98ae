package org.penumbra.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.embed.Embeddings;

class LinearEvaluationTest {
  private static final LinearEvaluation QUICK =
      LinearEvaluation.published().withEpochs(40).withBatchSize(32).withLearningRate(0.05);

  /** Three normal clouds; {@code apart} is the distance of their centres in standard deviations. */
  private static Embeddings clouds(int size, double apart, double offset, long seed) {
    SplittableRandom random = RandomKey.of(seed).generator();
    int[] labels = new int[size];
    float[] values = new float[size * 4];
    for (int n = 0; n < size; n++) {
      labels[n] = n % 3;
      for (int f = 0; f < 4; f++) {
        double centre = f == labels[n] ? apart : 0;
        values[n * 4 + f] = (float) (offset + centre + random.nextGaussian());
      }
    }
    return new Embeddings(List.of("a", "b", "c"), labels, 4, values);
  }

  @Test
  void separableCloudsAreSeparated() {
    LinearResult result = QUICK.evaluate(clouds(300, 8, 0, 1), clouds(150, 8, 0, 2));
    assertThat(result.last().percent()).isGreaterThan(98);
    assertThat(result.epochs()).hasSize(40);
    assertThat(result.best().correct()).isGreaterThanOrEqualTo(result.last().correct());
  }

  @Test
  void noiseStaysAtChance() {
    LinearResult result = QUICK.evaluate(clouds(300, 0, 0, 3), clouds(600, 0, 0, 4));
    assertThat(result.last().percent()).isBetween(25.0, 42.0);
  }

  @Test
  void standardisingUndoesShiftAndScale() {
    Embeddings train = clouds(300, 3, 0, 5);
    Embeddings test = clouds(300, 3, 0, 6);
    LinearEvaluation standardised = QUICK.withStandardise(true);
    int plain = standardised.evaluate(train, test).last().correct();
    int shifted = standardised.evaluate(moved(train), moved(test)).last().correct();
    assertThat(shifted).isBetween(plain - 2, plain + 2);
  }

  private static Embeddings moved(Embeddings embeddings) {
    float[] values = embeddings.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] * 0.001f + 5;
    }
    return new Embeddings(
        embeddings.classNames(), embeddings.labels(), embeddings.features(), values);
  }

  @Test
  void sameSeedSameResult() {
    Embeddings train = clouds(100, 2, 0, 7);
    Embeddings test = clouds(100, 2, 0, 8);
    assertThat(QUICK.evaluate(train, test)).isEqualTo(QUICK.evaluate(train, test));
  }

  /** Float32 rounding gives a constant feature a tiny spread; standardising must not blow it up. */
  @Test
  void aConstantFeatureDoesNoHarm() {
    LinearEvaluation standardised = QUICK.withStandardise(true);
    Embeddings train = withConstant(clouds(300, 8, 0, 10), 0.7f);
    Embeddings test = withConstant(clouds(150, 8, 0, 11), 0.7f + 1e-6f);
    assertThat(standardised.evaluate(train, test).last().percent()).isGreaterThan(98);
  }

  private static Embeddings withConstant(Embeddings embeddings, float constant) {
    float[] values = new float[embeddings.size() * 5];
    for (int n = 0; n < embeddings.size(); n++) {
      System.arraycopy(embeddings.values(), n * 4, values, n * 5, 4);
      values[n * 5 + 4] = constant;
    }
    return new Embeddings(embeddings.classNames(), embeddings.labels(), 5, values);
  }

  @Test
  void noClipsAreRefused() {
    Embeddings none = new Embeddings(List.of("a", "b", "c"), new int[0], 4, new float[0]);
    assertThatThrownBy(() -> QUICK.evaluate(none, clouds(10, 1, 0, 12)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("training clips must be at least 1, found 0.");
    assertThatThrownBy(() -> QUICK.evaluate(clouds(10, 1, 0, 12), none))
        .hasMessageContaining("test clips");
  }

  @Test
  void embeddingsThatAreNoNumbersAreRefusedWithRowAndFeature() {
    float[] values = new float[8];
    values[6] = Float.NaN;
    assertThatThrownBy(() -> new Embeddings(List.of("a"), new int[2], 4, values))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("feature 2 of row 1")
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Embeddings(List.of("a"), new int[] {1}, 4, new float[4]))
        .hasMessageContaining("label of row 0");
  }

  @Test
  void comparisonHasARowForEachSetAndOneForTheMajority() {
    Embeddings train = clouds(90, 8, 0, 13);
    Embeddings test = clouds(30, 8, 0, 14);
    LinearComparison comparison =
        LinearComparison.with(QUICK).judge("good", train, test).judge("same", train, test);
    assertThat(comparison.rows()).hasSize(2);
    assertThat(comparison.table().rowCount()).isEqualTo(3);
    assertThat(comparison.row("good").published()).isEqualTo(comparison.row("same").published());
    assertThat(comparison.row("good").majority()).isEqualTo(new Accuracy(10, 30));
    assertThatThrownBy(() -> comparison.row("x")).hasMessageContaining("[good, same]");
    assertThatThrownBy(() -> comparison.judge("other", train, clouds(9, 8, 0, 15)))
        .hasMessageContaining("test clips of other");
  }

  @Test
  void oneClassifierIsJudgedOnSeveralSets() {
    Embeddings train = clouds(120, 2, 0, 16);
    Embeddings a = clouds(60, 2, 0, 17);
    Embeddings b = clouds(30, 2, 0, 18);
    List<LinearResult> both = QUICK.evaluate(train, List.of(a, b));
    assertThat(both).containsExactly(QUICK.evaluate(train, a), QUICK.evaluate(train, b));
    assertThatThrownBy(() -> QUICK.evaluate(train, List.of())).hasMessageContaining("test sets");
  }

  @Test
  void featuresThatDifferAreRefused() {
    Embeddings narrow = new Embeddings(List.of("a", "b", "c"), new int[] {0}, 2, new float[2]);
    assertThatThrownBy(() -> QUICK.evaluate(clouds(10, 1, 0, 9), narrow))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("features of the test embeddings");
  }
}
