package org.penumbra.train;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.penumbra.core.RandomKey;
import org.penumbra.core.TrainingException;
import org.penumbra.tensor.OutOfMemory;
import org.penumbra.tensor.Parameters;

/** A training under way: what the loop remembers between steps, and what it does after each. */
final class RunningTraining {
  private final TrainingOptions options;
  private final List<TrainingListener> listeners;
  private final TrainingStep step;
  private final int samples;
  private final StepRunner runner;
  private final CheckpointFolder folder; // null without checkpoints
  private final long start = System.nanoTime();
  private final List<EpochReport> epochs = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private TrainingPosition from = TrainingPosition.START;

  // of the current epoch
  private int stepsDone;
  private int stepsUnsaved; // since the last checkpoint, over epochs
  private double lossSum;
  private long seen;
  private double secondsBefore;
  private long epochStart;

  RunningTraining(
      TrainingOptions options,
      List<TrainingListener> listeners,
      TrainingStep step,
      int samples,
      StepRunner runner,
      CheckpointFolder folder) {
    this.options = options;
    this.listeners = listeners;
    this.step = step;
    this.samples = samples;
    this.runner = runner;
    this.folder = folder;
  }

  TrainingHistory run() {
    boolean interrupted;
    try {
      resume();
      interrupted = runEpochs();
    } catch (RuntimeException | Error failure) {
      tell(failure);
      throw failure;
    }
    TrainingHistory history = new TrainingHistory(epochs, interrupted, secondsInAll(), notices);
    if (told(listener -> listener.trainingEnded(history))) {
      return history;
    }
    return new TrainingHistory(epochs, interrupted, history.seconds(), notices);
  }

  private void resume() {
    if (folder != null) {
      folder.notices().forEach(this::notice);
      Optional<Checkpoint> last = folder.last();
      if (last.isPresent()) {
        last.get().restore(step.state(), runner.optimisers());
        from = last.get().position();
        epochs.addAll(from.epochs());
        String done = from.epoch() == options.epochs() ? "Nothing left to train: " : "";
        notice(done + "loaded " + last.get().file() + ", " + from.describe() + ".");
      }
    }
    stepsDone = from.step();
    lossSum = from.lossSum();
    seen = from.samplesSeen();
    secondsBefore = from.epochSeconds();
    TrainingStart begin = new TrainingStart(step, options, samples, batches(0).size(), from);
    listeners.forEach(listener -> listener.trainingStarted(begin));
  }

  private List<Batch> batches(int epoch) {
    RandomKey seed = RandomKey.of(options.seed());
    return Batches.of(samples, options.batchSize(), options.dropLast(), epoch, seed);
  }

  /** Whether it was stopped. */
  private boolean runEpochs() {
    while (epochs.size() < options.epochs()) {
      epochStart = System.nanoTime();
      if (runSteps() || endEpoch()) {
        return true;
      }
    }
    Thread.interrupted(); // a stop that came with the last step found nothing left to stop
    return false;
  }

  private boolean runSteps() {
    int epoch = epochs.size();
    double rate = options.schedule().rate(epoch);
    List<Batch> batches = batches(epoch);
    while (stepsDone < batches.size()) {
      // A checkpoint holds no gradients: with checkpoints a group of steps is finished first.
      boolean mayStop = folder == null || runner.beginsGroup(stepsDone);
      if (mayStop && Thread.interrupted()) {
        saveWithinEpoch();
        return true;
      }
      Batch batch = batches.get(stepsDone);
      double loss = runStep(batch, batches.size(), rate);
      lossSum += loss * batch.size();
      seen += batch.size();
      stepsDone++;
      stepsUnsaved++;
      boolean told =
          told(l -> l.stepEnded(epoch, batch.number(), batches.size(), options.epochs(), loss));
      boolean due = folder != null && stepsDone < batches.size() && folder.isDue(stepsUnsaved);
      boolean maySave = runner.beginsGroup(stepsDone) || stepsDone == batches.size();
      boolean saved = !maySave || (told && !due) || saveWithinEpoch();
      if (!told || !saved) {
        return true;
      }
    }
    return false;
  }

  private double runStep(Batch batch, int batches, double rate) {
    try {
      return OutOfMemory.explained(
          "a training step of batch " + batch.size(), () -> runner.run(batch, batches, rate));
    } catch (TrainingException stopped) {
      throw withLastGood(stopped);
    }
  }

  /** Whether it must stop here. */
  private boolean endEpoch() {
    checkWeights();
    EpochReport report = measured(report());
    epochs.add(report);
    stepsDone = 0;
    lossSum = 0;
    seen = 0;
    secondsBefore = 0;
    epochStart = System.nanoTime();
    boolean saved = save();
    boolean told = told(listener -> listener.epochEnded(report));
    return !(saved && told) && epochs.size() < options.epochs();
  }

  private EpochReport report() {
    int epoch = epochs.size();
    double seconds = epochSeconds();
    return new EpochReport(
        epoch,
        options.epochs(),
        lossSum / seen,
        options.schedule().rate(epoch),
        seconds,
        seen / seconds,
        Optional.empty());
  }

  private EpochReport measured(EpochReport report) {
    for (TrainingListener listener : listeners) {
      Optional<HealthReport> health = listener.examine(report);
      if (health.isPresent()) {
        return report.withHealth(health.get());
      }
    }
    return report;
  }

  private double epochSeconds() {
    return secondsBefore + (System.nanoTime() - epochStart) / 1e9;
  }

  private double secondsInAll() {
    return from.seconds() + (System.nanoTime() - start) / 1e9;
  }

  private boolean saveWithinEpoch() {
    if (folder != null) {
      checkWeights();
    }
    return save();
  }

  /** Saves a checkpoint if there is a folder; false if the disk would not have it. */
  private boolean save() {
    if (folder == null) {
      return true;
    }
    TrainingPosition here =
        new TrainingPosition(
            epochs.size(),
            stepsDone,
            lossSum,
            seen,
            stepsDone == 0 ? 0 : epochSeconds(),
            secondsInAll(),
            epochs);
    try {
      folder.save(here, step.state(), runner.optimisers());
      stepsUnsaved = 0;
      return true;
    } catch (UncheckedIOException full) {
      notice(
          "No checkpoint could be written "
              + here.describe()
              + " ("
              + full.getMessage()
              + "). The weights are kept in memory, and training stops here. Make room and run it"
              + " again: it goes on "
              + folder.last().map(good -> "from " + good.file()).orElse("from the beginning")
              + ".");
      return false;
    }
  }

  /** Whether all listeners could be told. */
  private boolean told(Consumer<TrainingListener> message) {
    try {
      listeners.forEach(message);
      return true;
    } catch (UncheckedIOException full) {
      notice("Training stops here and the weights are kept: " + full.getMessage() + ".");
      return false;
    }
  }

  /** The loss is checked before each update; nothing but this checks the last one. */
  private void checkWeights() {
    for (Parameters parameters : step.parameters()) {
      Optional<String> bad = parameters.firstNotFinite();
      if (bad.isPresent()) {
        String place = "After step " + stepsDone + " of epoch " + (epochs.size() + 1) + " ";
        throw withLastGood(
            new TrainingException(
                place + bad.get() + " holds infinities or NaN. Lower the learning rate."));
      }
    }
  }

  private TrainingException withLastGood(TrainingException failure) {
    if (folder == null || folder.last().isEmpty()) {
      return failure;
    }
    return new TrainingException(
        failure.getMessage() + " The last good checkpoint is " + folder.last().get().file() + ".");
  }

  private void notice(String text) {
    notices.add(text);
    listeners.forEach(listener -> listener.noticed(text));
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
}
