package org.penumbra.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.penumbra.augment.Augmentation;
import org.penumbra.augment.DrawUnit;
import org.penumbra.core.RandomKey;
import org.penumbra.model.ReferenceWeights;
import org.penumbra.model.StGcnOptions;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.TensorScope;
import org.penumbra.train.Batch;
import org.penumbra.train.BatchFixture;

/** Clips, batches and comparisons for tests of the momentum-contrast methods in float64. */
final class ContrastFixture {
  static final RandomKey SEED = RandomKey.of(101);
  static final int FRAMES = 6;
  static final int BODIES = 2;
  static final int BATCH = 4;
  static final Batch FIRST = BatchFixture.of(0, 5, 1, 0, 7);
  static final Batch SECOND = BatchFixture.of(1, 2, 6, 3, 4);
  static final PreparedDataset DATA = waves(SkeletonLayout.NTU_25, 8, FRAMES, BODIES);

  /** Six features and no dropout, so that loops can follow. */
  static final StGcnOptions TINY = StGcnOptions.published().withSize(2, 6).withDropout(false);

  private static final Map<List<Object>, ReferenceView> VIEWS = new ConcurrentHashMap<>();

  private ContrastFixture() {}

  /** Waves, different for every sample; the second body is absent from every other sample. */
  static PreparedDataset waves(SkeletonLayout layout, int samples, int frames, int bodies) {
    SplittableRandom random = SEED.with("waves").generator();
    int row = layout.size() * bodies;
    int length = 3 * frames * row;
    float[] values = new float[samples * length];
    for (int i = 0; i < values.length; i++) {
      int sample = i / length;
      int frame = i / row % frames;
      boolean absent = i % bodies == 1 && sample % 2 == 1;
      double noise = 0.3 * random.nextDouble();
      double wave = Math.sin(frame * (0.1 + 0.1 * sample) + i % row + sample);
      values[i] = absent ? 0 : (float) (wave + noise);
    }
    return new PreparedDataset(
        "waves",
        layout,
        List.of("a"),
        IntStream.range(0, samples).mapToObj(i -> "c" + i).toList(),
        new int[samples],
        frames,
        bodies,
        values);
  }

  /** Ones and zeros of fresh networks would hide mistakes; then everything becomes float64. */
  static void moveAndConvert(Learner learner) {
    learner
        .state()
        .forEach(
            (part, parameters) -> {
              parameters
                  .weights()
                  .forEach(
                      (name, weight) -> {
                        SplittableRandom random = SEED.with(part).with(name).generator();
                        float[] values = weight.toFloatArray();
                        for (int i = 0; i < values.length; i++) {
                          values[i] += (float) random.nextDouble(-0.3, 0.3);
                        }
                        parameters.set(name, values);
                      });
              parameters.convert(DataType.FLOAT64);
            });
  }

  /** What a learner sees of a batch for a purpose. */
  static ReferenceView view(Batch batch, String purpose, Augmentation augmentation) {
    List<Object> what = List.of(purpose, batch.number(), augmentation);
    return VIEWS.computeIfAbsent(what, key -> draw(batch, purpose, augmentation));
  }

  private static ReferenceView draw(Batch batch, String purpose, Augmentation augmentation) {
    try (TensorScope scope = TensorScope.open();
        var manager = Compute.newManager()) {
      scope.holds();
      NDArray view =
          new BatchViews(DATA, DrawUnit.SAMPLE, manager).draw(batch, purpose, augmentation);
      return new ReferenceView(ReferenceWeights.doubles(view), batch.size(), BODIES, List.of());
    }
  }

  /** One training step with plain gradient descent; the loss before it. */
  static double step(Learner learner, Batch batch, double rate) {
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      double value = backward(learner, batch);
      for (Parameters parameters : learner.trained().values()) {
        parameters.weights().values().forEach(w -> w.subi(w.getGradient().mul(rate)));
        parameters.zeroGradients();
      }
      learner.afterUpdate(batch);
      return value;
    }
  }

  /** Loss of a batch; its gradients are added to those that are there. */
  static double backward(Learner learner, Batch batch) {
    assertThat(learner.encoder().parameters().get("data_bn.weight").getDataType())
        .isEqualTo(DataType.FLOAT64);
    return loss(learner, batch);
  }

  /** As {@link #backward}, in any number type. */
  static double loss(Learner learner, Batch batch) {
    try (GradientCollector collector = Compute.engine().newGradientCollector()) {
      NDArray loss = learner.loss(batch);
      collector.backward(loss);
      return loss.toArray()[0].doubleValue();
    }
  }

  static void assertClose(String what, double found, double expected) {
    assertThat(found)
        .as("%s, %s", what, SEED)
        .isCloseTo(expected, within(1e-10 * Math.abs(expected)));
  }

  /** To 1e-10 of the largest number. */
  static void assertClose(String what, double[] found, double... expected) {
    double size = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertThat(found).as(what).containsExactly(expected, within(1e-10 * size));
  }

  /**
   * A network against its reference. Running statistics agree to 1e-6 only: the engine takes their
   * share 0.9 as a float32.
   */
  static void assertClose(String what, Parameters found, ReferenceWeights expected) {
    for (String name : found.names()) {
      double[] values = ReferenceWeights.doubles(found.get(name));
      if (name.contains("running")) {
        double size = Arrays.stream(expected.get(name)).map(Math::abs).max().orElseThrow();
        assertThat(values)
            .as(what + " " + name)
            .containsExactly(expected.get(name), within(1e-6 * size));
      } else {
        assertClose(what + " " + name, values, expected.get(name));
      }
    }
  }

  /**
   * Along a random direction in the space of each weight tensor, the slope of the reference's loss
   * by central differences is the product of the engine's gradient with the direction.
   */
  static void assertSlopes(
      Map<String, NDArray> weights, ReferenceWeights doubles, DoubleSupplier loss) {
    weights.forEach(
        (name, weight) -> {
          double[] gradient = ReferenceWeights.doubles(weight.getGradient());
          SplittableRandom random = SEED.with("direction").with(name).generator();
          double[] direction = random.doubles(gradient.length, -1, 1).toArray();
          double product = 0;
          double square = 0;
          for (int i = 0; i < gradient.length; i++) {
            product += gradient[i] * direction[i];
            square += gradient[i] * gradient[i];
          }
          assertThat(product)
              .as("slope along %s, %s", name, SEED)
              .isCloseTo(
                  slope(doubles.get(name), direction, loss),
                  within(1e-6 + 1e-5 * Math.sqrt(square)));
        });
  }

  private static double slope(double[] values, double[] direction, DoubleSupplier loss) {
    double step = 1e-8; // a larger one crosses kinks of the ReLUs
    double[] before = values.clone();
    double[] losses = new double[2];
    for (int side = 0; side < 2; side++) {
      for (int i = 0; i < values.length; i++) {
        values[i] = before[i] + (2 * side - 1) * step * direction[i];
      }
      losses[side] = loss.getAsDouble();
    }
    System.arraycopy(before, 0, values, 0, before.length);
    return (losses[1] - losses[0]) / (2 * step);
  }
}
