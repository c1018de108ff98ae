package org.penumbra.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.embed.Embeddings;
import tech.tablesaw.api.Table;

/** With and without clips: ten test clips are copies of training clips, twenty are noise. */
class LinearComparisonTest {
  private static final LinearEvaluation QUICK =
      LinearEvaluation.published().withEpochs(60).withBatchSize(16).withLearningRate(0.05);
  private static final int COPIES = 10;

  /** Two well separated classes, by the sign of the first feature. */
  private static Embeddings train() {
    int[] labels = new int[40];
    float[] values = new float[80];
    List<String> names = new ArrayList<>();
    for (int n = 0; n < labels.length; n++) {
      labels[n] = n % 2;
      values[2 * n] = n % 2 == 0 ? 4 : -4;
      values[2 * n + 1] = n * 0.01f;
      names.add("train" + n);
    }
    return new Embeddings(List.of("a", "b"), labels, 2, values, names);
  }

  /** The first ten as in training; the others on the wrong side, but for three. */
  private static Embeddings test() {
    Embeddings train = train();
    SplittableRandom random = RandomKey.of(4).generator();
    int[] labels = new int[30];
    float[] values = new float[60];
    List<String> names = new ArrayList<>();
    for (int n = 0; n < labels.length; n++) {
      labels[n] = n % 2;
      boolean right = n < COPIES || n >= 27;
      values[2 * n] = right ? train.values()[2 * n] : -train.values()[2 * n];
      values[2 * n + 1] = (float) random.nextDouble() * 0.01f;
      names.add((n < COPIES ? "copy" : "own") + n);
    }
    return new Embeddings(List.of("a", "b"), labels, 2, values, names);
  }

  private static List<String> copies() {
    return test().clipNames().subList(0, COPIES);
  }

  @Test
  void theSameClassifierIsJudgedOnAllClipsAndWithoutCopies() {
    LinearComparison comparison =
        LinearComparison.with(QUICK).withoutClips("copies", copies()).judge("x", train(), test());
    assertThat(comparison.row("x").published().last()).isEqualTo(new Accuracy(13, 30));
    assertThat(comparison.rowsWithoutClips()).hasSize(1);
    LinearComparison.Row without = comparison.rowsWithoutClips().get(0);
    assertThat(without.published().last()).isEqualTo(new Accuracy(3, 20));
    assertThat(without.standardised().last()).isEqualTo(new Accuracy(3, 20));
    assertThat(without.majority()).isEqualTo(new Accuracy(10, 20));
    assertThat(comparison.row("x"))
        .as("all clips, as if nothing were left out")
        .isEqualTo(LinearComparison.with(QUICK).judge("x", train(), test()).row("x"));
  }

  @Test
  void theTableHasTwoLinesForEachRow() {
    Table table =
        LinearComparison.with(QUICK)
            .withoutClips("copies", copies())
            .judge("x", train(), test())
            .judge("y", train(), test())
            .table();
    assertThat(table.name()).endsWith("accuracy on 30 test clips, and without 10 copies");
    assertThat(table.stringColumn("features").asList().subList(2, 6))
        .containsExactly("x", "x", "y", "y");
    assertThat(table.stringColumn("test clips").asList().subList(0, 3))
        .containsExactly("all 30", "without 10 copies", "all 30");
    assertThat(table.doubleColumn("last epoch, %").get(3)).isEqualTo(15);
  }

  @Test
  void withoutCopiesNothingClutters() {
    LinearComparison plain = LinearComparison.with(QUICK).judge("x", train(), test());
    LinearComparison none =
        LinearComparison.with(QUICK).withoutClips("copies", List.of()).judge("x", train(), test());
    assertThat(none.rowsWithoutClips()).isEmpty();
    assertThat(none.table().print()).isEqualTo(plain.table().print());
    assertThat(none.table().columnNames()).doesNotContain("test clips");
  }

  @Test
  void mistakesAreNamed() {
    LinearComparison judged = LinearComparison.with(QUICK).judge("x", train(), test());
    assertThatThrownBy(() -> judged.withoutClips("copies", copies()))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("before the first row");
    LinearComparison unknown =
        LinearComparison.with(QUICK).withoutClips("copies", List.of("nobody"));
    assertThatThrownBy(() -> unknown.judge("x", train(), test()))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("clip to leave out")
        .hasMessageContaining("'nobody'");
    LinearComparison all = LinearComparison.with(QUICK).withoutClips("clips", test().clipNames());
    assertThatThrownBy(() -> all.judge("x", train(), test()))
        .hasMessageContaining("test clips must be at least 1");
    assertThatThrownBy(
            () -> new Embeddings(List.of("a"), new int[2], 1, new float[2], List.of("one")))
        .hasMessageContaining("clip names");
  }
}
