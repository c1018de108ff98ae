package org.penumbra.train;

import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.penumbra.core.TrainingException;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.GradientNorm;
import org.penumbra.tensor.Ops;
import org.penumbra.tensor.Optimiser;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.TensorScope;

/** One step after the other: loss, gradients, update. Owns the optimisers. */
final class StepRunner implements AutoCloseable {
  private final TrainingOptions options;
  private final TrainingStep step;
  private final Map<String, Optimiser> optimisers = new TreeMap<>();

  StepRunner(TrainingOptions options, TrainingStep step) {
    this.options = options;
    this.step = step;
    step.trained()
        .forEach(
            (name, parameters) ->
                optimisers.put(
                    name, options.optimiser().create(parameters, options.weightDecay())));
  }

  /** Optimisers by the name of the weights they move. */
  Map<String, Optimiser> optimisers() {
    return optimisers;
  }

  /** Whether the step of this number begins with no gradients waiting for an update. */
  boolean beginsGroup(int number) {
    return number % options.accumulation() == 0;
  }

  /**
   * Does a step.
   *
   * @param batches number of steps of the epoch
   * @return the loss
   * @throws TrainingException if the loss or, where it is known, the gradients' norm is not finite;
   *     the weights are then as they were
   */
  double run(Batch batch, int batches, double rate) {
    // The last group of an epoch may be smaller; each step counts alike within its group.
    int position = batch.number() % options.accumulation();
    int group = Math.min(options.accumulation(), batches - batch.number() + position);
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      float value;
      try (GradientCollector collector = collector()) {
        NDArray loss = step.loss(batch);
        value = loss.getFloat();
        if (!Float.isFinite(value)) {
          throw new TrainingException(
              "The loss became "
                  + value
                  + place(batch, rate)
                  + " Lower the learning rate or lengthen the warm-up; check that the data holds no"
                  + " such values.");
        }
        collector.backward(group == 1 ? loss : Ops.scale(loss, 1.0 / group));
      }
      if (position == group - 1) {
        update(batch, rate);
      }
      step.afterUpdate(batch);
      return value;
    }
  }

  private void update(Batch batch, double rate) {
    if (options.clipNorm() > 0) {
      clip(batch, rate);
    }
    optimisers.values().forEach(optimiser -> optimiser.step(rate));
    zeroGradients();
  }

  private void clip(Batch batch, double rate) {
    try {
      GradientNorm.clip(step.parameters(), options.clipNorm());
    } catch (TrainingException notFinite) {
      throw new TrainingException("Stopped" + place(batch, rate) + " " + notFinite.getMessage());
    }
  }

  private static String place(Batch batch, double rate) {
    return String.format(
        Locale.ROOT,
        " at epoch %d, step %d, learning rate %.3g.",
        batch.epoch() + 1,
        batch.number() + 1,
        rate);
  }

  private static GradientCollector collector() {
    try {
      return Compute.engine().newGradientCollector();
    } catch (IllegalStateException busy) {
      throw new TrainingException(
          "Another training is running in this process, and only one can at a time; wait for it or"
              + " interrupt it.");
    }
  }

  private void zeroGradients() {
    step.parameters().forEach(Parameters::zeroGradients);
  }

  @Override
  public void close() {
    optimisers.values().forEach(Optimiser::close);
    if (options.accumulation() > 1) {
      zeroGradients(); // of a group that was not finished
    }
  }
}
