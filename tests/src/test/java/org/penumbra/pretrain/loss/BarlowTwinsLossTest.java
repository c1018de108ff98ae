package org.penumbra.pretrain.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.tensor.BatchNorm;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.Ops;
import org.penumbra.tensor.Parameters;

/**
 * Reference values for z1 = sin(0.7 i), z2 = cos(0.3 i + 0.2), N = 8, D = 5, computed in float64.
 */
class BarlowTwinsLossTest {
  private static final double LAMBDA = 2e-4;

  private final Parameters parameters = Parameters.create();

  @AfterEach
  void close() {
    parameters.close();
  }

  private NDArray view(double factor, boolean cosine, double phase) {
    NDManager manager = parameters.manager();
    double[] z = new double[40];
    for (int i = 0; i < 40; i++) {
      double angle = factor * i + phase;
      z[i] = cosine ? Math.cos(angle) : Math.sin(angle);
    }
    return manager.create(z, new Shape(8, 5));
  }

  private NDArray normalised(NDArray z, String name) {
    BatchNorm.create(parameters, name, 5, false);
    parameters.convert(DataType.FLOAT64);
    return Ops.batchNorm(z, BatchNorm.of(parameters, name), true);
  }

  @Test
  void directFormAgreesWithTheReference() {
    NDArray a = normalised(view(0.7, false, 0), "a");
    NDArray b = normalised(view(0.3, true, 0.2), "b");
    double loss = new BarlowTwinsLoss(LAMBDA).directForm(a, b).getDouble();
    assertThat(loss).isCloseTo(3.54042938, within(1e-8));
    double onDiagonal = new BarlowTwinsLoss(1e-30).directForm(a, b).getDouble();
    assertThat(onDiagonal).isCloseTo(3.54022534, within(1e-8));
    double both = new BarlowTwinsLoss(1).directForm(a, b).getDouble();
    assertThat(both - onDiagonal).isCloseTo(1.02023759, within(1e-8));
  }

  @Test
  void gramFormEqualsDirectFormInLossAndGradient() {
    BarlowTwinsLoss loss = new BarlowTwinsLoss(0.1);
    double[] direct = lossAndGradient(loss::directForm);
    double[] gram = lossAndGradient(loss::gramForm);
    for (int i = 0; i < direct.length; i++) {
      assertThat(gram[i])
          .as("number %d (0 is the loss)", i)
          .isCloseTo(direct[i], within(1e-12 * Math.max(1, Math.abs(direct[i]))));
    }
  }

  private double[] lossAndGradient(BinaryOperator<NDArray> form) {
    NDArray a = view(0.7, false, 0);
    NDArray b = view(0.3, true, 0.2);
    a.setRequiresGradient(true);
    double[] result = new double[41];
    try (GradientCollector collector = Compute.engine().newGradientCollector()) {
      NDArray loss = form.apply(a, b);
      result[0] = loss.getDouble();
      collector.backward(loss);
    }
    System.arraycopy(a.getGradient().toDoubleArray(), 0, result, 1, 40);
    return result;
  }

  @Test
  void equalViewsHaveADiagonalOfOne() {
    NDArray a = normalised(view(0.7, false, 0), "a");
    double loss = new BarlowTwinsLoss(1e-30).of(a, a).getDouble();
    assertThat(loss).isCloseTo(0, within(1e-6));
  }

  @Test
  void badLambdaIsRefusedByName() {
    assertThatThrownBy(() -> new BarlowTwinsLoss(0))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("lambda must be above 0");
  }
}
