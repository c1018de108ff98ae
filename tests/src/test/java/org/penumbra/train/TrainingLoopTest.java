package org.penumbra.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.TrainingException;
import org.penumbra.tensor.Parameters;

class TrainingLoopTest {
  private static final TrainingOptions OPTIONS =
      TrainingOptions.adam(5, 4, LearningRate.cosine(0.1, 0, false), 0, 1);

  private final Parameters parameters = Parameters.create();

  TrainingLoopTest() {
    parameters.add("w", parameters.manager().create(new float[] {3}));
  }

  @AfterEach
  void close() {
    parameters.close();
  }

  /** Loss w^2, times a factor that a test can poison. */
  private final class Square implements TrainingStep {
    private final int poisonedStep;
    private int steps;

    Square(int poisonedStep) {
      this.poisonedStep = poisonedStep;
    }

    @Override
    public NDArray loss(Batch batch) {
      float factor = steps++ == poisonedStep ? Float.NaN : 1;
      return parameters.get("w").square().mul(factor).sum();
    }

    @Override
    public Map<String, Parameters> trained() {
      return Map.of("all", parameters);
    }
  }

  private TrainingLoop loop(TrainingListener... listeners) {
    return new TrainingLoop(OPTIONS, List.of(listeners));
  }

  @Test
  void lossFallsAndEveryEpochIsReported() {
    TrainingHistory history = loop().run(new Square(-1), 12);
    assertThat(history.interrupted()).isFalse();
    assertThat(history.losses()).hasSize(5);
    assertThat(history.losses()[4]).isLessThan(history.losses()[0]);
    assertThat(history.epochs().get(2).epoch()).isEqualTo(2);
  }

  @Test
  void aLossThatIsNoNumberStopsBeforeTheWeightsAreTouched() {
    float[] before = new float[1];
    TrainingListener remember =
        new TrainingListener() {
          @Override
          public void stepEnded(int epoch, int step, int steps, int epochs, double loss) {
            before[0] = parameters.get("w").toFloatArray()[0];
          }
        };
    assertThatThrownBy(() -> loop(remember).run(new Square(4), 12))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("The loss became NaN at epoch 2, step 2, learning rate 0.0905");
    assertThat(parameters.get("w").toFloatArray()).isEqualTo(before);
  }

  /** Remembers the weight after every step, and may interrupt after one of them. */
  private final class Watch implements TrainingListener {
    private final List<Float> weights = new ArrayList<>();
    private final int interruptedStep;

    Watch(int interruptedStep) {
      this.interruptedStep = interruptedStep;
    }

    @Override
    public void stepEnded(int epoch, int step, int steps, int epochs, double loss) {
      weights.add(parameters.get("w").toFloatArray()[0]);
      if (weights.size() == interruptedStep) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void listenersHearOfTheFailureAndNotOfAnEnd() {
    List<Object> heard = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void trainingEnded(TrainingHistory history) {
            heard.add(history);
          }

          @Override
          public void trainingFailed(Throwable cause) {
            heard.add(cause);
          }
        };
    TrainingListener broken =
        new TrainingListener() {
          @Override
          public void trainingFailed(Throwable cause) {
            throw new IllegalStateException("no page left");
          }
        };
    TrainingListener echo =
        new TrainingListener() {
          @Override
          public void trainingFailed(Throwable cause) {
            throw (TrainingException) cause;
          }
        };
    assertThatThrownBy(() -> loop(echo, broken, listener).run(new Square(4), 12))
        .isInstanceOf(TrainingException.class)
        .satisfies(failure -> assertThat(heard).containsExactly(failure))
        .satisfies(
            failure ->
                assertThat(failure.getSuppressed())
                    .singleElement()
                    .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                    .hasMessage("no page left"));
    heard.clear();
    TrainingHistory history = loop(listener).run(new Square(-1), 12);
    assertThat(heard).containsExactly(history);
  }

  @Test
  void interruptingKeepsWhatThereIs() {
    Watch whole = new Watch(-1);
    loop(whole).run(new Square(-1), 12);
    parameters.set("w", new float[] {3});
    Watch stopped = new Watch(8); // in the middle of the third epoch

    TrainingHistory history = loop(stopped).run(new Square(-1), 12);

    assertThat(history.interrupted()).isTrue();
    assertThat(history.epochs()).hasSize(2);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(whole.weights).hasSize(15).doesNotHaveDuplicates().allMatch(w -> w < 3 && w > -3);
    assertThat(stopped.weights).isEqualTo(whole.weights.subList(0, 8));
    assertThat(parameters.get("w").toFloatArray()).containsExactly(whole.weights.get(7));
  }

  @Test
  void anInterruptInTheLastStepStopsNothingAndIsNotLeftForTheNextCell() {
    TrainingHistory history = loop(new Watch(15)).run(new Square(-1), 12);
    assertThat(history.interrupted()).isFalse();
    assertThat(history.epochs()).hasSize(5);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void anInterruptBeforeTheFirstStepLeavesTheWeightsAsTheyWere() {
    Thread.currentThread().interrupt();
    TrainingHistory history = loop().run(new Square(-1), 12);
    assertThat(history.interrupted()).isTrue();
    assertThat(history.epochs()).isEmpty();
    assertThat(parameters.get("w").toFloatArray()).containsExactly(3);
  }

  @Test
  void aStepLeavesNoTensorBehind() {
    List<Integer> managed = new ArrayList<>();
    TrainingListener count =
        new TrainingListener() {
          @Override
          public void stepEnded(int epoch, int step, int steps, int epochs, double loss) {
            managed.add(parameters.manager().getManagedArrays().size());
          }
        };
    loop(count).run(new Square(-1), 16); // 5 epochs of 4 steps
    assertThat(managed).hasSize(20).containsOnly(1);
  }

  @Test
  void oneSampleIsRefused() {
    assertThatThrownBy(() -> loop().run(new Square(-1), 1))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("number of training samples must be at least 2, found 1.");
  }

  @Test
  void badOptionsAreRefusedByName() {
    assertThatThrownBy(() -> OPTIONS.withBatchSize(1)).hasMessageContaining("batch size");
    assertThatThrownBy(() -> OPTIONS.withLearningRate(-1)).hasMessageContaining("learning rate");
    assertThatThrownBy(() -> OPTIONS.withWarmUp(5, true)).hasMessageContaining("warm-up epochs");
  }

  @Test
  void publishedFirstEpochIsIdleAndTheOtherForkIsNot() {
    TrainingOptions published =
        TrainingOptions.adam(150, 128, LearningRate.cosine(5e-3, 10, true), 1e-5, 1);
    assertThat(published.schedule().rate(0)).isZero();
    TrainingOptions eager = published.withWarmUp(10, false);
    assertThat(eager.schedule().rate(0)).isPositive();
    assertThat(eager.schedule().rate(10)).isEqualTo(5e-3);
  }
}
