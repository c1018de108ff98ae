package org.penumbra.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.penumbra.tensor.Parameters;
import org.penumbra.train.Batch;
import org.penumbra.train.LearningRate;
import org.penumbra.train.TrainingLoop;
import org.penumbra.train.TrainingOptions;
import org.penumbra.train.TrainingStep;

class TrainingDisplayTest {
  private static final TrainingOptions OPTIONS =
      TrainingOptions.adam(2, 4, LearningRate.cosine(0.1, 0, false), 0, 1);

  private final RecordingTarget notebook = new RecordingTarget(true);
  private final RecordingTarget plain = new RecordingTarget(false);
  private final Parameters parameters = Parameters.create();

  TrainingDisplayTest() {
    parameters.add("w", parameters.manager().create(new float[] {3}));
  }

  @AfterEach
  void close() {
    parameters.close();
  }

  /** Loss w^2; throws at one step. */
  private final class Square implements TrainingStep {
    private final Throwable failure;
    private int stepsLeft;

    Square(int failingStep, Throwable failure) {
      this.stepsLeft = failingStep;
      this.failure = failure;
    }

    @Override
    public NDArray loss(Batch batch) {
      if (stepsLeft-- == 0) {
        if (failure instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) failure;
      }
      return parameters.get("w").square().sum();
    }

    @Override
    public Map<String, Parameters> trained() {
      return Map.of("all", parameters);
    }
  }

  private void train(RecordingTarget target, int failingStep, Throwable failure) {
    TrainingDisplay display = TrainingDisplay.on(target, "PSTL");
    new TrainingLoop(OPTIONS, List.of(display)).run(new Square(failingStep, failure), 12);
  }

  @Test
  void aTrainingThatEndsSaysHowLongItTook() {
    train(notebook, -1, null);
    List<String> texts = notebook.texts();
    assertThat(texts.get(0)).isEqualTo("PSTL, 2 epochs: 0/6 (0 %), starting");
    assertThat(texts)
        .anyMatch(text -> text.startsWith("PSTL, 2 epochs: 6/6 (100 %), epoch 2, loss"));
    assertThat(texts).anyMatch(text -> text.contains(" took "));
    assertThat(texts).noneMatch(text -> text.contains("stopped after"));
  }

  @Test
  void aTrainingThatFailsSaysWhereItStopped() {
    RuntimeException failure = new IllegalStateException("out of luck");
    assertThatThrownBy(() -> train(notebook, 4, failure)).isSameAs(failure);
    assertThat(notebook.texts())
        .last()
        .asString()
        .startsWith("PSTL, 2 epochs: 4/6 (66 %), epoch 2, loss ")
        .contains("stopped after")
        .doesNotContain("left");
  }

  @Test
  void anErrorEndsTheDisplayToo() {
    Error failure = new StackOverflowError("too deep"); // running out of memory is explained
    assertThatThrownBy(() -> train(notebook, 4, failure)).isSameAs(failure);
    assertThat(notebook.texts()).last().asString().contains("stopped after");
  }

  @Test
  void withoutANotebookTheCurveOfTheEpochsDoneIsPrinted() {
    RuntimeException failure = new IllegalStateException("out of luck");
    assertThatThrownBy(() -> train(plain, 4, failure)).isSameAs(failure);
    assertThat(plain.texts()).anyMatch(text -> text.contains("stopped after"));
    assertThat(plain.texts()).last().asString().contains("training loss");
  }

  @Test
  void aFailureBeforeTheFirstStepShowsNothing() {
    RuntimeException failure = new IllegalStateException("out of luck");
    assertThatThrownBy(() -> train(notebook, 0, failure)).isSameAs(failure);
    assertThat(notebook.calls).isEmpty();
  }
}
