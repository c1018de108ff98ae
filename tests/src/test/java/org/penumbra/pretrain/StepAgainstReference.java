package org.penumbra.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.penumbra.core.RandomKey;
import org.penumbra.model.ReferenceWeights;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.TensorScope;
import org.penumbra.train.Batch;

/**
 * One step of a learner, computed in float64, against a reference: its loss, the running statistics
 * that it leaves, and the gradient of every weight tensor.
 */
final class StepAgainstReference {
  private final Learner learner;
  private final RandomKey seed;
  private final Map<String, ReferenceWeights> doubles = new LinkedHashMap<>();

  /** Moves every weight of the learner, and turns all into float64. */
  StepAgainstReference(Learner learner, RandomKey seed) {
    this.learner = learner;
    this.seed = seed;
    learner
        .trained()
        .forEach(
            (name, parameters) -> {
              moveEverything(parameters);
              doubles.put(name, new ReferenceWeights(parameters));
              parameters.convert(DataType.FLOAT64);
            });
  }

  /** Ones and zeros of a fresh network would hide mistakes. */
  private void moveEverything(Parameters parameters) {
    parameters
        .weights()
        .forEach(
            (name, weight) -> {
              SplittableRandom random = seed.with(name).generator();
              float[] values = weight.toFloatArray();
              for (int i = 0; i < values.length; i++) {
                values[i] += (float) random.nextDouble(-0.2, 0.2);
              }
              parameters.set(name, values);
            });
  }

  /**
   * Compares loss, running statistics, and the gradient along one direction through all weights.
   *
   * @param reference loss of the step by the weights it is given, whose running statistics it moves
   */
  void check(Batch batch, ToDoubleFunction<Function<String, ReferenceWeights>> reference) {
    compare(batch, reference, () -> assertSlope("all weights", allWeights(), reference));
  }

  /** As {@link #check}, with the gradient of each weight tensor by itself. */
  void checkEveryTensor(
      Batch batch, ToDoubleFunction<Function<String, ReferenceWeights>> reference) {
    compare(
        batch,
        reference,
        () -> allWeights().forEach(weight -> assertSlope(weight.name, List.of(weight), reference)));
  }

  private void compare(
      Batch batch,
      ToDoubleFunction<Function<String, ReferenceWeights>> reference,
      Runnable gradients) {
    double expected = reference.applyAsDouble(doubles::get);
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      try (GradientCollector collector = Compute.engine().newGradientCollector()) {
        NDArray loss = learner.loss(batch);
        assertThat(loss.toDoubleArray()[0])
            .as("loss, %s", seed)
            .isCloseTo(expected, within(1e-10 * expected));
        collector.backward(loss);
      }
      learner.trained().forEach((name, found) -> assertStatistics(found, doubles.get(name)));
      gradients.run();
    }
  }

  /** The engine takes the momentum of running statistics in float32: seven digits. */
  private void assertStatistics(Parameters found, ReferenceWeights expected) {
    for (String name : expected.names()) {
      double[] values = expected.get(name);
      double size = Arrays.stream(values).map(Math::abs).max().orElseThrow();
      assertThat(found.get(name).toDoubleArray())
          .as("%s, %s", name, seed)
          .containsExactly(values, within(1e-6 * size));
    }
  }

  /** A weight tensor: the reference's numbers, and the engine's. */
  private static final class Weight {
    private final String name;
    private final double[] values;
    private final NDArray tensor;

    Weight(String name, double[] values, NDArray tensor) {
      this.name = name;
      this.values = values;
      this.tensor = tensor;
    }

    /** Moves the reference's numbers along a direction. */
    void move(double[] from, double[] direction, double step) {
      Arrays.setAll(values, i -> from[i] + step * direction[i]);
    }
  }

  private List<Weight> allWeights() {
    List<Weight> weights = new ArrayList<>();
    doubles.forEach(
        (network, values) ->
            learner
                .trained()
                .get(network)
                .weights()
                .forEach(
                    (name, tensor) -> weights.add(new Weight(name, values.get(name), tensor))));
    return weights;
  }

  /**
   * Along a random direction in the space of some weights, the slope of the reference's loss by
   * central differences is the product of the engine's gradient with the direction.
   */
  private void assertSlope(
      String what,
      List<Weight> weights,
      ToDoubleFunction<Function<String, ReferenceWeights>> reference) {
    SplittableRandom random = seed.with("direction").generator();
    List<double[]> directions = new ArrayList<>();
    double product = 0;
    double square = 0;
    for (Weight weight : weights) {
      double[] gradient = weight.tensor.getGradient().toDoubleArray();
      double[] direction = random.doubles(gradient.length, -1, 1).toArray();
      directions.add(direction);
      for (int i = 0; i < gradient.length; i++) {
        product += gradient[i] * direction[i];
        square += gradient[i] * gradient[i];
      }
    }
    assertThat(product)
        .as("slope along %s, %s", what, seed)
        .isCloseTo(slope(weights, directions, reference), within(1e-5 * Math.sqrt(square) + 2e-6));
  }

  private double slope(
      List<Weight> weights,
      List<double[]> directions,
      ToDoubleFunction<Function<String, ReferenceWeights>> reference) {
    double step = 1e-7; // a larger one crosses kinks of the ReLUs, a smaller one drowns in rounding
    List<double[]> before = weights.stream().map(weight -> weight.values.clone()).toList();
    double[] losses = new double[2];
    for (int side = 0; side < 2; side++) {
      for (int k = 0; k < directions.size(); k++) {
        weights.get(k).move(before.get(k), directions.get(k), (2 * side - 1) * step);
      }
      losses[side] = reference.applyAsDouble(doubles::get);
    }
    for (int k = 0; k < directions.size(); k++) {
      weights.get(k).move(before.get(k), directions.get(k), 0);
    }
    return (losses[1] - losses[0]) / (2 * step);
  }
}
