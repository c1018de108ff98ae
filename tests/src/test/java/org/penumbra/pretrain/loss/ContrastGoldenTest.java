package org.penumbra.pretrain.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.model.MlpHead;
import org.penumbra.tensor.Compute;

/** Contrastive losses of small waves in float64, against values computed once with PyTorch. */
class ContrastGoldenTest {
  private static final double T = 0.07;

  private final NDManager manager = Compute.newManager();
  private final NDArray q = rows(3, i -> Math.sin(0.5 * i));
  private final NDArray k = rows(3, i -> Math.cos(0.4 * i));
  private final NDArray queue = queue();

  @AfterEach
  void close() {
    manager.close();
  }

  private NDArray rows(int count, IntToDoubleFunction element) {
    double[] values = new double[count * 4];
    Arrays.setAll(values, element);
    return MlpHead.normalise(manager.create(values, new Shape(count, 4)));
  }

  /** Columns of a 4 x 6 matrix as rows. */
  private NDArray queue() {
    return rows(6, i -> Math.sin(0.9 * (i % 4 * 6 + i / 4) + 1));
  }

  private static void assertLoss(NDArray loss, double expected) {
    assertThat(loss.getDataType()).isEqualTo(DataType.FLOAT64);
    assertThat(loss.getDouble()).isCloseTo(expected, within(5e-9));
  }

  private static double[] places(NDArray mask) {
    return mask.argMax(1).toType(DataType.FLOAT64, false).toDoubleArray();
  }

  @Test
  void infoNce() {
    Similarities similarities = Similarities.of(q, k, queue);
    assertLoss(new InfoNce(T).of(similarities), 6.19040213);
    assertThat(places(NearestNeighbours.of(similarities.negative(), 1))).containsExactly(3, 1, 5);
  }

  @Test
  void crossView() {
    NDArray reversed = queue.flip(0);
    Similarities guide = Similarities.of(k, q, reversed);
    assertThat(places(NearestNeighbours.of(guide.negative(), 1))).containsExactly(3, 5, 0);
    NDArray loss = new CrossViewLoss(T, 1, true).of(Similarities.of(q, k, queue), guide);
    assertLoss(loss, 10.16837375);
  }

  @Test
  void distributionDivergence() {
    // The own key of the student is q, so that its first logit is the teacher's.
    NDArray loss =
        new DistributionDivergence(T)
            .of(Similarities.of(q, k, queue), Similarities.of(k, q, queue));
    assertLoss(loss, 5.76347247);
  }

  @Test
  void severalNeighboursAreTheLargestOfEachRow() {
    NDArray similarities =
        manager.create(new float[] {1, 5, 3, 4, -1, -2, -4, -3}, new Shape(2, 4));
    assertThat(NearestNeighbours.of(similarities, 2).toFloatArray())
        .containsExactly(0, 1, 0, 1, 1, 1, 0, 0);
    NDArray one = NearestNeighbours.of(similarities, 1);
    assertThat(NearestNeighbours.union(one, NearestNeighbours.of(similarities, 4)).toFloatArray())
        .containsOnly(1);
  }

  /** Mined positives: the mean of their log probabilities, for each query alone. */
  @Test
  void furtherPositives() {
    NDArray mask =
        manager
            .create(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1})
            .reshape(3, 6);
    Similarities similarities = Similarities.of(q, k, queue);
    double[] logits = similarities.logits(T).toDoubleArray();
    double expected = 0;
    for (int n = 0; n < 3; n++) {
      double sum = 0;
      for (int i = 0; i < 7; i++) {
        sum += Math.exp(logits[n * 7 + i]);
      }
      double chosen = logits[n * 7] - Math.log(sum);
      int count = 1;
      for (int i = 0; i < 6; i++) {
        if (mask.getDouble(n, i) == 1) {
          chosen += logits[n * 7 + 1 + i] - Math.log(sum);
          count++;
        }
      }
      expected -= chosen / count / 3;
    }
    assertLoss(new InfoNce(T).of(similarities, mask), expected);
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> new InfoNce(0))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("temperature");
    assertThatThrownBy(() -> new DistributionDivergence(Double.NaN))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("temperature");
    assertThatThrownBy(() -> new CrossViewLoss(T, 0, true))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("nearest neighbours");
    assertThatThrownBy(() -> NearestNeighbours.of(Similarities.of(q, k, queue).negative(), 7))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("among 6 keys must be between 1 and 6, found 7");
  }
}
