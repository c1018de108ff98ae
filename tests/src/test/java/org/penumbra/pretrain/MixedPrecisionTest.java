package org.penumbra.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.core.RandomKey;
import org.penumbra.core.Scale;
import org.penumbra.model.StGcn;
import org.penumbra.model.StGcnOptions;
import org.penumbra.occlusion.MissingJoints;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.Precision;
import org.penumbra.tensor.TensorScope;
import org.penumbra.train.Batch;
import org.penumbra.train.BatchFixture;
import org.penumbra.train.TrainingOptions;

/** One step of every method in bfloat16 beside the same in float32. */
class MixedPrecisionTest {
  private static final PreparedDataset CLIPS = Waves.clips(64);
  private static final MissingJoints MISSING = Waves.missing(CLIPS, RandomKey.of(5));
  private static final Batch BATCH =
      BatchFixture.of(0, IntStream.range(0, 32).map(i -> 2 * i).toArray());

  /** Wide enough at the end for the convolution by frequency. */
  private static final StGcnOptions ENCODER =
      StGcnOptions.published().withSize(8, 128).withDropout(false);

  static List<PretrainingMethod> methods() {
    Stream<PretrainingMethod> supervised = Stream.of(SupervisedStGcn.preset(Scale.SMOKE));
    return Stream.concat(PretrainingMethods.all(Scale.SMOKE).stream(), supervised)
        .map(method -> method.withMissing(MISSING))
        .map(MixedPrecisionTest::sized)
        .toList();
  }

  private static PretrainingMethod sized(PretrainingMethod method) {
    PretrainingMethod sized =
        method instanceof SupervisedStGcn supervised
            ? supervised.withEncoder(ENCODER)
            : ((ConfiguredMethod<?, ?>) method).withEncoder(ENCODER);
    TrainingOptions training = sized.training().withBatchSize(32).withEpochs(1);
    return sized.withTraining(training);
  }

  /** Loss and gradients of one batch by fresh weights; names of weights with their network's. */
  private static Step step(PretrainingMethod method) {
    try (Learner learner = method.learner(CLIPS)) {
      Map<String, float[]> gradients = new LinkedHashMap<>();
      double value;
      try (TensorScope scope = TensorScope.open()) {
        scope.holds();
        try (GradientCollector collector = Compute.engine().newGradientCollector()) {
          NDArray loss = learner.loss(BATCH);
          value = loss.getFloat();
          collector.backward(loss);
        }
        learner.trained().forEach((name, part) -> read(name, part, gradients));
      }
      learner.streams().values().forEach(StGcn::close);
      learner.encoder().close();
      return new Step(value, gradients);
    }
  }

  private static void read(String name, Parameters part, Map<String, float[]> gradients) {
    part.weights()
        .forEach((weight, values) -> gradients.put(name + "/" + weight, gradient(values)));
  }

  private static float[] gradient(NDArray weight) {
    return weight.getGradient().toFloatArray();
  }

  private record Step(double loss, Map<String, float[]> gradients) {

    /** Cosine of the gradients of some weights, as one vector. */
    double cosine(Step other, Collection<String> weights) {
      double product = 0;
      double own = 0;
      double others = 0;
      for (String weight : weights) {
        float[] a = gradients.get(weight);
        float[] b = other.gradients.get(weight);
        for (int i = 0; i < a.length; i++) {
          product += (double) a[i] * b[i];
          own += (double) a[i] * a[i];
          others += (double) b[i] * b[i];
        }
      }
      return product / Math.sqrt(own * others);
    }
  }

  /**
   * The last batch norms of Barlow Twins and 32 waves of five speeds make this a hard case: 0.91
   * was measured. Gradients of biases in front of batch norm are 0 but for rounding.
   */
  @ParameterizedTest
  @MethodSource("methods")
  void lossAndGradientsAreThoseOfFloat32ButForRounding(PretrainingMethod method) {
    Step exact = step(method);
    Step rounded = step(method.withPrecision(Precision.BFLOAT16));
    assertThat(rounded.loss).isNotEqualTo(exact.loss);
    assertThat(rounded.loss).isCloseTo(exact.loss, within(0.01 * exact.loss));
    assertThat(exact.cosine(rounded, exact.gradients.keySet())).isGreaterThan(0.85);
    for (String weight : exact.gradients.keySet()) {
      if (weight.endsWith(".weight")) {
        assertThat(exact.cosine(rounded, List.of(weight))).as(weight).isGreaterThan(0.5);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void withoutScriptsTheStepIsFloat32s(PretrainingMethod method) {
    Step exact = step(method);
    System.setProperty("penumbra.torchscript", "false");
    try {
      Step plain = step(method.withPrecision(Precision.BFLOAT16));
      assertThat(plain.loss).isEqualTo(exact.loss);
      assertThat(plain.gradients.keySet()).isEqualTo(exact.gradients.keySet());
      exact.gradients.forEach((name, g) -> assertThat(plain.gradients.get(name)).isEqualTo(g));
    } finally {
      System.clearProperty("penumbra.torchscript");
    }
  }
}
