package org.penumbra.train;

import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.core.TrainingException;
import org.penumbra.tensor.Adam;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.Schedule;
import org.penumbra.tensor.TensorScope;

/**
 * Runs a {@link TrainingStep} over the data, epoch by epoch, and knows nothing else of the method.
 *
 * <p>Interrupting the thread (a notebook's stop button) ends training after the current step; the
 * weights so far stay and the history says so. A loss that is no finite number stops training
 * before the weights are touched.
 */
public final class TrainingLoop {
  private final TrainingOptions options;
  private final List<TrainingListener> listeners;

  /** A loop with these settings, telling these listeners. */
  public TrainingLoop(TrainingOptions options, List<TrainingListener> listeners) {
    this.options = options;
    this.listeners = List.copyOf(listeners);
  }

  /**
   * Trains.
   *
   * @param step the method
   * @param samples number of training samples
   * @return how it went
   * @throws InvalidOptionException if there are fewer than two samples
   * @throws TrainingException if the loss is not finite
   */
  public TrainingHistory run(TrainingStep step, int samples) {
    if (samples < 2) {
      throw new InvalidOptionException("number of training samples", "at least 2", samples);
    }
    long start = System.nanoTime();
    List<Adam> optimisers = new ArrayList<>();
    for (Parameters parameters : step.parameters()) {
      optimisers.add(new Adam(parameters, options.weightDecay()));
    }
    try {
      List<EpochReport> epochs = new ArrayList<>();
      boolean interrupted;
      try {
        interrupted = runEpochs(step, samples, optimisers, epochs);
        checkWeights(step);
      } catch (RuntimeException | Error failure) {
        tell(failure);
        throw failure;
      }
      TrainingHistory history = new TrainingHistory(epochs, interrupted, seconds(start));
      listeners.forEach(listener -> listener.trainingEnded(history));
      return history;
    } finally {
      optimisers.forEach(Adam::close);
    }
  }

  /** Tells the listeners of a failure; theirs must not hide it. */
  private void tell(Throwable failure) {
    for (TrainingListener listener : listeners) {
      try {
        listener.trainingFailed(failure);
      } catch (RuntimeException another) {
        if (another != failure) {
          failure.addSuppressed(another);
        }
      }
    }
  }

  private boolean runEpochs(
      TrainingStep step, int samples, List<Adam> optimisers, List<EpochReport> done) {
    Schedule schedule = options.schedule();
    for (int epoch = 0; epoch < options.epochs(); epoch++) {
      long start = System.nanoTime();
      double rate = schedule.rate(epoch);
      List<Batch> batches =
          Batches.of(samples, options.batchSize(), epoch, RandomKey.of(options.seed()));
      double sum = 0;
      for (Batch batch : batches) {
        if (Thread.interrupted()) {
          return true;
        }
        double loss = runStep(step, batch, optimisers, rate);
        sum += loss * batch.size();
        for (TrainingListener listener : listeners) {
          listener.stepEnded(epoch, batch.number(), batches.size(), options.epochs(), loss);
        }
      }
      double seconds = seconds(start);
      EpochReport report =
          new EpochReport(epoch, options.epochs(), sum / samples, rate, seconds, samples / seconds);
      done.add(report);
      listeners.forEach(listener -> listener.epochEnded(report));
    }
    Thread.interrupted(); // a stop that came with the last step found nothing left to stop
    return false;
  }

  private static double runStep(
      TrainingStep step, Batch batch, List<Adam> optimisers, double rate) {
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      float value;
      try (GradientCollector collector = collector()) {
        NDArray loss = step.loss(batch);
        value = loss.getFloat();
        checkFinite(value, batch, rate);
        collector.backward(loss);
      }
      optimisers.forEach(optimiser -> optimiser.step(rate));
      step.parameters().forEach(Parameters::zeroGradients);
      return value;
    }
  }

  /** The loss is checked before each update; the last update has no loss after it. */
  private static void checkWeights(TrainingStep step) {
    for (Parameters parameters : step.parameters()) {
      parameters
          .firstNotFinite()
          .ifPresent(
              name -> {
                throw new TrainingException(
                    "After the last step "
                        + name
                        + " holds infinities or NaN. Lower the learning rate.");
              });
    }
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

  private static void checkFinite(float loss, Batch batch, double rate) {
    if (!Float.isFinite(loss)) {
      throw new TrainingException(
          String.format(
              Locale.ROOT,
              "The loss became %s at epoch %d, step %d, learning rate %.3g. Lower the learning rate"
                  + " or lengthen the warm-up; check that the data holds no such values.",
              loss,
              batch.epoch() + 1,
              batch.number() + 1,
              rate));
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
