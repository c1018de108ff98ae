package org.penumbra.pretrain.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.penumbra.pretrain.loss.CrossMocoLoss.Denominator.NEGATIVES_ONLY;
import static org.penumbra.pretrain.loss.CrossMocoLoss.Denominator.WITH_POSITIVES;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.pretrain.loss.CrossMocoLoss.Denominator;
import org.penumbra.pretrain.loss.CrossMocoLoss.Pair;
import org.penumbra.tensor.Compute;

/** Against loops in float64, and the golden InfoNCE of the SkeletonCLR family. */
class CrossMocoLossTest {
  private static final int N = 3;
  private static final int D = 4;
  private static final int K = 6;

  private final NDManager manager = Compute.newManager();

  @AfterEach
  void close() {
    manager.close();
  }

  /** Rows of length one. */
  private static double[][] rows(int count, IntToDoubleFunction values) {
    double[][] rows = new double[count][D];
    for (int i = 0; i < count; i++) {
      double square = 0;
      for (int d = 0; d < D; d++) {
        rows[i][d] = values.applyAsDouble(i * D + d);
        square += rows[i][d] * rows[i][d];
      }
      for (int d = 0; d < D; d++) {
        rows[i][d] /= Math.sqrt(square);
      }
    }
    return rows;
  }

  /** Element i of the reference's (D, K) queue stands at (i / K, i % K). */
  private static double[][] queue() {
    return rows(K, i -> Math.sin(0.9 * (i % D * K + i / D) + 1));
  }

  private static final double[][] Q = rows(N, i -> Math.sin(0.5 * i));
  private static final double[][] KEY = rows(N, i -> Math.cos(0.4 * i));
  private static final double[][] R = rows(N, i -> Math.cos(0.8 * i + 0.3));
  private static final double[][] L = rows(N, i -> Math.sin(1.1 * i + 2));
  private static final double[][] BANK_K = queue();
  private static final double[][] BANK_L = rows(K, i -> Math.cos(1.7 * i));

  private NDArray tensor(double[]... rows) {
    double[] flat = new double[rows.length * D];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = rows[i / D][i % D];
    }
    return manager.create(flat, new Shape(rows.length, D));
  }

  private List<Pair> crossed(double... weights) {
    return List.of(
        new Pair(tensor(Q), tensor(L), List.of(tensor(BANK_L)), weights[0], weights[2]),
        new Pair(tensor(R), tensor(KEY), List.of(tensor(BANK_K)), weights[1], weights[3]));
  }

  private static double dot(double[] a, double... b) {
    double sum = 0;
    for (int d = 0; d < D; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }

  /** Equations 3 to 5 as they are written. */
  private static double loops(
      double[][] q, double temperature, boolean positivesBelow, double... w) {
    double loss = 0;
    for (int n = 0; n < N; n++) {
      double above =
          w[0] * Math.exp(dot(q[n], L[n]) / temperature)
              + w[1] * Math.exp(dot(R[n], KEY[n]) / temperature);
      double below = positivesBelow ? above : 0;
      for (int i = 0; i < K; i++) {
        below += w[2] * Math.exp(dot(q[n], BANK_L[i]) / temperature);
        below += w[3] * Math.exp(dot(R[n], BANK_K[i]) / temperature);
      }
      loss -= Math.log(above / below) / N;
    }
    return loss;
  }

  @Test
  void onePairWithPositivesBelowIsInfoNce() {
    List<Pair> pair = List.of(new Pair(tensor(Q), tensor(KEY), List.of(tensor(BANK_K)), 1, 1));
    double loss = new CrossMocoLoss(0.07, WITH_POSITIVES).of(pair).getDouble();
    assertThat(loss).isCloseTo(6.19040213, within(5e-9));
    float single =
        new CrossMocoLoss(0.07, WITH_POSITIVES)
            .of(
                List.of(
                    new Pair(
                        tensor(Q).toType(ai.djl.ndarray.types.DataType.FLOAT32, true),
                        tensor(KEY).toType(ai.djl.ndarray.types.DataType.FLOAT32, true),
                        List.of(tensor(BANK_K).toType(ai.djl.ndarray.types.DataType.FLOAT32, true)),
                        1,
                        1)))
            .getFloat();
    assertThat((double) single).isCloseTo(6.19040213, within(1e-5));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5, 0.5, 0.5, 0.07",
    "0.9, 0.2, 0.3, 0.7, 0.2",
    "0, 0.4, 0.6, 0.1, 0.5",
    "0.3, 0.8, 0.2, 0, 0.07"
  })
  void bothFormsAgreeWithTheEquations(
      double alpha, double beta, double lambda, double phi, double temperature) {
    for (Denominator form : Denominator.values()) {
      double expected = loops(Q, temperature, form == WITH_POSITIVES, alpha, beta, lambda, phi);
      double loss =
          new CrossMocoLoss(temperature, form).of(crossed(alpha, beta, lambda, phi)).getDouble();
      assertThat(loss).as("%s", form).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
    }
  }

  /** By central differences of the loops, for every number of q. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void gradientOfAQuery(boolean positivesBelow) {
    double[] weights = {0.9, 0.2, 0.3, 0.7};
    List<Pair> pairs = crossed(weights);
    NDArray q = pairs.get(0).query();
    q.setRequiresGradient(true);
    try (GradientCollector collector = Compute.engine().newGradientCollector()) {
      Denominator form = positivesBelow ? WITH_POSITIVES : NEGATIVES_ONLY;
      collector.backward(new CrossMocoLoss(0.2, form).of(pairs));
    }
    double[] gradient = q.getGradient().toDoubleArray();
    for (int i = 0; i < N * D; i++) {
      double[][] moved = {Q[0].clone(), Q[1].clone(), Q[2].clone()};
      moved[i / D][i % D] += 1e-6;
      double up = loops(moved, 0.2, positivesBelow, weights);
      moved[i / D][i % D] -= 2e-6;
      double down = loops(moved, 0.2, positivesBelow, weights);
      assertThat(gradient[i]).as("number %d", i).isCloseTo((up - down) / 2e-6, within(1e-8));
    }
  }

  /** exp(2000) is no number of float64. */
  @Test
  void atATinyTemperatureNothingOverflows() {
    double loss =
        new CrossMocoLoss(5e-4, NEGATIVES_ONLY).of(crossed(0.5, 0.5, 0.5, 0.5)).getDouble();
    double tenth =
        new CrossMocoLoss(5e-3, NEGATIVES_ONLY).of(crossed(0.5, 0.5, 0.5, 0.5)).getDouble();
    assertThat(loss).isFinite().isCloseTo(10 * tenth, within(1.0));
  }

  @Test
  void theOrderOfThePairsDoesNotMatter() {
    List<Pair> pairs = crossed(0.9, 0.2, 0.3, 0.7);
    CrossMocoLoss loss = new CrossMocoLoss(0.07, WITH_POSITIVES);
    assertThat(loss.of(List.of(pairs.get(1), pairs.get(0))).getDouble())
        .isCloseTo(loss.of(pairs).getDouble(), within(1e-12));
  }

  @Test
  void badOptionsAreRefusedByName() {
    assertThatThrownBy(() -> new CrossMocoLoss(0, WITH_POSITIVES))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("temperature must be above 0 and finite, found 0.0.");
    CrossMocoLoss loss = new CrossMocoLoss(0.07, WITH_POSITIVES);
    assertThatThrownBy(() -> loss.of(crossed(0, 0, 0.5, 0.5)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("one above 0 of alpha and beta");
    assertThatThrownBy(() -> loss.of(crossed(0.5, 0.5, 0, 0)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("one of lambda and phi");
  }
}
