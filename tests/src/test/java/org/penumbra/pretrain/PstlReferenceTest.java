package org.penumbra.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.penumbra.core.RandomKey;
import org.penumbra.model.Projector;
import org.penumbra.model.ReferenceWeights;
import org.penumbra.model.StGcn;
import org.penumbra.model.StGcnOptions;
import org.penumbra.pretrain.loss.BarlowTwinsLoss;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.Dropout;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.TensorScope;
import org.penumbra.train.Batch;
import org.penumbra.train.TrainingListener;
import org.penumbra.train.TrainingLoop;
import org.penumbra.train.TrainingOptions;
import org.penumbra.train.TrainingStep;

/** One training step's features, loss, gradients and running statistics against float64 loops. */
class PstlReferenceTest {
  private static final RandomKey SEED = RandomKey.of(71);
  private static final int N = 6;
  private static final int M = 2;
  private static final int FEATURES = 6;
  private static final double LAMBDA = 0.3;
  private static final ReferenceView ANCHOR = clips("anchor", 10, List.of());
  private static final ReferenceView TEMPORAL = clips("temporal", 6, List.of());
  private static final ReferenceView SPATIAL = clips("spatial", 10, List.of(0, 3, 20, 24));

  private StGcn encoder;
  private Projector projector;
  private ReferenceWeights encoderWeights;
  private ReferenceWeights projectorWeights;
  private ReferencePstl reference;
  private NDManager manager;

  /** Waves, different for every sample; the second body is absent from every other sample. */
  private static ReferenceView clips(String name, int frames, List<Integer> dropped) {
    SplittableRandom random = SEED.with(name).generator();
    double[] values = new double[N * 3 * frames * 25 * M];
    double[] speeds = random.doubles(N, 0.1, 1).toArray();
    for (int i = 0; i < values.length; i++) {
      int sample = i / (3 * frames * 25 * M);
      int frame = i / (25 * M) % frames;
      boolean absent = i % M == 1 && sample % 2 == 1;
      double noise = 0.3 * random.nextDouble();
      values[i] = absent ? 0 : (float) (Math.sin(frame * speeds[sample] + i % 7 + sample) + noise);
    }
    return new ReferenceView(values, N, M, dropped);
  }

  @BeforeEach
  void create() {
    StGcnOptions options = StGcnOptions.published().withSize(2, FEATURES).withDropout(false);
    encoder = new StGcn(SkeletonLayout.NTU_25, options, SEED.with("encoder"));
    projector = new Projector(FEATURES, 5, SEED.with("projector"));
    manager = Compute.newManager();
    moveEverything(encoder.parameters());
    moveEverything(projector.parameters());
    encoderWeights = new ReferenceWeights(encoder.parameters());
    projectorWeights = new ReferenceWeights(projector.parameters());
    reference = new ReferencePstl(encoderWeights, projectorWeights, LAMBDA);
  }

  /** Ones and zeros of a fresh network would hide mistakes. */
  private static void moveEverything(Parameters parameters) {
    parameters
        .weights()
        .forEach(
            (name, weight) -> {
              SplittableRandom random = SEED.with(name).generator();
              float[] values = weight.toFloatArray();
              for (int i = 0; i < values.length; i++) {
                values[i] += (float) random.nextDouble(-0.2, 0.2);
              }
              parameters.set(name, values);
            });
  }

  @AfterEach
  void close() {
    encoder.close();
    projector.close();
    manager.close();
  }

  private NDArray features(ReferenceView clips) {
    float[] floats = new float[clips.values().length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) clips.values()[i];
    }
    Shape shape = new Shape(N, 3, clips.frames(), 25, M);
    return encoder.train(manager.create(floats, shape), clips.dropped(), new Dropout());
  }

  private NDArray loss() {
    List<NDArray> z =
        projector.train(List.of(features(ANCHOR), features(TEMPORAL), features(SPATIAL)));
    BarlowTwinsLoss barlowTwins = new BarlowTwinsLoss(LAMBDA);
    return barlowTwins.of(z.get(0), z.get(1)).add(barlowTwins.of(z.get(0), z.get(2)));
  }

  private static void assertClose(String what, float[] found, double[] expected) {
    double size = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      assertThat((double) found[i])
          .as("%s, element %d, %s", what, i, SEED)
          .isCloseTo(expected[i], within(1e-4 * size));
    }
  }

  @Test
  void featuresOfTheThreeViews() {
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      for (ReferenceView clips : List.of(ANCHOR, TEMPORAL, SPATIAL)) {
        double[] expected = reference.features(clips);
        assertClose("features", features(clips).toFloatArray(), expected);
      }
    }
  }

  @Test
  void lossAndRunningStatisticsOfAStep() {
    double expected = reference.loss(ANCHOR, TEMPORAL, SPATIAL);
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      assertThat((double) loss().getFloat())
          .as("loss, %s", SEED)
          .isCloseTo(expected, within(1e-4 * expected));
    }
    for (String name : encoderWeights.names()) {
      float[] found = encoder.parameters().get(name).toFloatArray();
      assertClose(name, found, encoderWeights.get(name));
    }
    // The published step projects the anchor twice, this one once: statistics of three passes.
    for (String name : projectorWeights.names()) {
      float[] found = projector.parameters().get(name).toFloatArray();
      assertClose(name, found, projectorWeights.get(name));
    }
  }

  /** Of encoder, projector, loss and their inputs, over twenty real training steps. */
  @Test
  void noStepLeavesATensorBehind() {
    TrainingStep step =
        new TrainingStep() {
          @Override
          public NDArray loss(Batch batch) {
            return PstlReferenceTest.this.loss();
          }

          @Override
          public List<Parameters> parameters() {
            return List.of(encoder.parameters(), projector.parameters());
          }
        };
    List<Integer> managed = new ArrayList<>();
    TrainingListener count =
        new TrainingListener() {
          @Override
          public void stepEnded(int epoch, int number, int steps, int epochs, double loss) {
            managed.add(managedArrays());
          }
        };
    int before = managedArrays();
    TrainingOptions options = new TrainingOptions(5, 2, 1e-3, 0, false, 0, 1);
    new TrainingLoop(options, List.of(count)).run(step, 8);
    assertThat(managed).hasSize(20).containsOnly(before);
  }

  private int managedArrays() {
    return Stream.of(encoder.parameters().manager(), projector.parameters().manager(), manager)
        .mapToInt(each -> each.getManagedArrays().size())
        .sum();
  }

  /**
   * Along a random direction in the space of each weight tensor, the slope of the reference's loss
   * by central differences is the product of the engine's gradient with the direction.
   */
  @Test
  void gradientOfEveryWeightTensor() {
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      try (GradientCollector collector = Compute.engine().newGradientCollector()) {
        collector.backward(loss());
      }
      assertSlopes(encoder.parameters().weights(), encoderWeights);
      assertSlopes(projector.parameters().weights(), projectorWeights);
    }
  }

  private void assertSlopes(Map<String, NDArray> weights, ReferenceWeights doubles) {
    weights.forEach(
        (name, weight) -> {
          float[] gradient = weight.getGradient().toFloatArray();
          SplittableRandom random = SEED.with("direction").with(name).generator();
          double[] direction = random.doubles(gradient.length, -1, 1).toArray();
          double product = 0;
          double square = 0;
          for (int i = 0; i < gradient.length; i++) {
            product += gradient[i] * direction[i];
            square += gradient[i] * gradient[i];
          }
          double slope = slope(doubles.get(name), direction);
          // In front of a batch norm a bias is without effect: true gradient 0, rounding noise
          // found.
          boolean idle = name.endsWith("tcn.2.bias") || name.endsWith("residual.0.bias");
          assertThat(product)
              .as("slope along %s, %s", name, SEED)
              .isCloseTo(slope, within(idle ? 1e-2 : 1e-4 * Math.sqrt(square)));
        });
  }

  private double slope(double[] values, double[] direction) {
    double step = 1e-8; // a larger one crosses kinks of the ReLUs
    double[] before = values.clone();
    double[] losses = new double[2];
    for (int side = 0; side < 2; side++) {
      for (int i = 0; i < values.length; i++) {
        values[i] = before[i] + (2 * side - 1) * step * direction[i];
      }
      losses[side] = reference.loss(ANCHOR, TEMPORAL, SPATIAL);
    }
    System.arraycopy(before, 0, values, 0, before.length);
    return (losses[1] - losses[0]) / (2 * step);
  }
}
