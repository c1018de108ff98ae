package org.penumbra.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.penumbra.tensor.Parameters;

/** Plain SGD on the mean of (w - c)^2 / 2 over a batch, whose gradient is w - mean(c). */
class GradientAccumulationTest {
  private static final double RATE = 0.1;
  private static final TrainingOptions OPTIONS =
      TrainingOptions.adam(2, 4, LearningRate.constant(RATE), 0, 5)
          .withOptimiser(OptimiserKind.SGD);

  private final Parameters parameters = Parameters.create();
  private final List<Batch> seen = new ArrayList<>();
  private final List<Integer> after = new ArrayList<>();

  GradientAccumulationTest() {
    parameters.add("w", parameters.manager().create(new float[] {10}));
  }

  @AfterEach
  void close() {
    parameters.close();
  }

  private final class Distance implements TrainingStep {
    @Override
    public NDArray loss(Batch batch) {
      seen.add(batch);
      return parameters.get("w").sub(mean(batch)).square().mul(0.5).sum();
    }

    @Override
    public void afterUpdate(Batch batch) {
      after.add(batch.number());
    }

    @Override
    public Map<String, Parameters> trained() {
      return Map.of("all", parameters);
    }
  }

  private static float mean(Batch batch) {
    float sum = 0;
    for (int sample : batch.samples()) {
      sum += sample;
    }
    return sum / batch.size();
  }

  private double run(TrainingOptions options, int samples) {
    new TrainingLoop(options, List.of()).run(new Distance(), samples);
    return parameters.get("w").toFloatArray()[0];
  }

  /** 18 samples in batches of 4 are 5 steps an epoch: updates after 2, 4 and the last one alone. */
  @Test
  void gradientsOfAGroupAreAveraged() {
    double found = run(OPTIONS.withAccumulation(2), 18);
    double w = 10;
    double velocity = 0;
    assertThat(seen).hasSize(10);
    for (int epoch = 0; epoch < 2; epoch++) {
      for (int from = 0; from < 5; from += 2) {
        double gradient = 0;
        int to = Math.min(5, from + 2);
        for (int i = from; i < to; i++) {
          gradient += (w - mean(seen.get(5 * epoch + i))) / (to - from);
        }
        velocity = 0.9 * velocity + gradient;
        w -= RATE * velocity;
      }
    }
    assertThat(found).isCloseTo(w, within(1e-4));
    assertThat(after).containsExactly(0, 1, 2, 3, 4, 0, 1, 2, 3, 4);
  }

  @Test
  void accumulatingOneStepIsNoChange() {
    double plain = run(OPTIONS, 18);
    parameters.set("w", new float[] {10});
    assertThat(run(OPTIONS.withAccumulation(1), 18)).isEqualTo(plain);
  }

  @Test
  void anInterruptedGroupLeavesNoGradientBehind() {
    TrainingListener stop =
        new TrainingListener() {
          @Override
          public void stepEnded(int epoch, int step, int steps, int epochs, double loss) {
            Thread.currentThread().interrupt();
          }
        };
    TrainingHistory history =
        new TrainingLoop(OPTIONS.withAccumulation(3), List.of(stop)).run(new Distance(), 18);
    assertThat(history.interrupted()).isTrue();
    assertThat(parameters.get("w").toFloatArray()).containsExactly(10);
    assertThat(parameters.get("w").getGradient().toFloatArray()).containsExactly(0);
  }

  @Test
  void anInterruptBeforeTheFirstStepIsNoError() {
    Thread.currentThread().interrupt();
    assertThat(run(OPTIONS.withAccumulation(3), 18)).isEqualTo(10);
  }

  /** One step, one update: the gradient 10 - mean has its sign kept and its size cut to 0.5. */
  @Test
  void theNormIsClippedBeforeTheUpdate() {
    double w = run(OPTIONS.withEpochs(1).withBatchSize(18).withClipNorm(0.5), 18);
    assertThat(w).isCloseTo(10 - RATE * 0.5, within(1e-5));
  }
}
