package org.penumbra.pretrain;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.penumbra.core.ComputeException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.BatchTrial.Outcome;
import org.penumbra.tensor.Bytes;
import org.penumbra.tensor.MemoryLimit;
import org.penumbra.tensor.MemoryReport;
import org.penumbra.tensor.OutOfMemory;
import org.penumbra.train.MemoryWatch;
import org.penumbra.train.TrainingOptions;

/**
 * The largest batch of a method that fits into memory, found by real training steps. The method is
 * not changed and nothing is learned.
 *
 * <pre>{@code
 * BatchSizeFinder.Result found = BatchSizeFinder.of(method, train).find();
 * System.out.println(found.describe());
 * }</pre>
 *
 * <p>On a CPU a fresh process gives the truest answer: one that has computed before holds free
 * memory, which a step uses without growing.
 *
 * <p>A larger batch is another experiment: batch norm and the Barlow Twins loss see other
 * statistics. For a published number keep the published batch.
 *
 * @param method what to train
 * @param clips a sample is enough: they are repeated to fill a batch
 * @param budget bytes that a step may take beyond what the process has
 * @param largest batch that is tried, at least 2
 */
public record BatchSizeFinder(
    PretrainingMethod method, PreparedDataset clips, long budget, int largest) {
  private static final double SAFE_SHARE = 0.8; // of what is available
  private static final int LARGEST = 1024;

  /** Checks budget and size. */
  public BatchSizeFinder {
    Require.atLeast("largest batch", largest, 2);
    if (budget <= 0) {
      throw new InvalidOptionException("memory budget", "above 0 bytes", budget);
    }
    if (clips.size() == 0) {
      throw new InvalidOptionException("clips", "at least 1", 0);
    }
  }

  /** Within four fifths of the memory that is available now, at most 1024 samples. */
  public static BatchSizeFinder of(PretrainingMethod method, PreparedDataset clips) {
    long budget = (long) Math.max(1, SAFE_SHARE * MemoryLimit.now().bytes());
    return new BatchSizeFinder(method, clips, budget, LARGEST);
  }

  /** This with another budget, in bytes. */
  public BatchSizeFinder withBudget(long value) {
    return new BatchSizeFinder(method, clips, value, largest);
  }

  /** This with another largest size. */
  public BatchSizeFinder withLargest(int value) {
    return new BatchSizeFinder(method, clips, budget, value);
  }

  /**
   * What was found.
   *
   * @param batch largest size that fits, within an eighth
   * @param budget bytes
   * @param trials in order
   */
  public record Result(int batch, long budget, List<BatchTrial> trials) {
    /** Keeps an unmodifiable copy. */
    public Result {
      trials = List.copyOf(trials);
    }

    /** Lines for people. */
    public String describe() {
      return trials.stream()
          .map(BatchTrial::describe)
          .collect(
              Collectors.joining(
                  "\n", "", "\nbatch " + batch + " fits into " + Bytes.text(budget)));
    }
  }

  /**
   * Tries.
   *
   * @throws InvalidOptionException if not even a batch of two fits
   * @throws ComputeException if the system does not say how much memory a process takes
   */
  public Result find() {
    long before = MemoryReport.now().tensors();
    step(2); // what the engine builds in its first step is not taken for a batch's
    if (before == 0) {
      throw new ComputeException(
          "This system does not say how much memory a process takes, so that trying might end it."
              + " Set the batch size by hand.",
          null);
    }
    List<BatchTrial> trials = new BatchSearch(new Attempt(before)::run, budget, largest).run();
    int batch =
        trials.stream()
            .filter(trial -> trial.outcome() == Outcome.FITS)
            .max(Comparator.comparingInt(BatchTrial::batch))
            .orElseThrow()
            .batch();
    return new Result(batch, budget, trials);
  }

  /** Steps of this search, all measured from the same level. */
  private final class Attempt {
    private final long before;
    private int lastBatch = 1;
    private long lastPeak;

    Attempt(long before) {
      this.before = before;
    }

    BatchTrial run(int batch) {
      // A batch k times as large takes at most k times all there is, whatever the line says.
      long bound = (long) ((double) lastPeak / lastBatch * batch) - MemoryReport.now().tensors();
      if (bound > MemoryLimit.now().bytes()) {
        return new BatchTrial(batch, Outcome.NOT_TRIED, OptionalLong.of(bound));
      }
      try {
        long peak = step(batch);
        lastPeak = peak;
        lastBatch = batch;
        return new BatchTrial(batch, Outcome.FITS, OptionalLong.of(Math.max(1, peak - before)));
      } catch (InvalidOptionException refused) {
        if (batch == 2) {
          throw refused;
        }
        return new BatchTrial(batch, Outcome.REFUSED, OptionalLong.empty());
      } catch (ComputeException failure) {
        if (!OutOfMemory.isOutOfMemory(failure)) {
          throw failure;
        }
        return new BatchTrial(batch, Outcome.TOO_LARGE, OptionalLong.empty());
      }
    }
  }

  /** One epoch of one step; returns the peak. */
  private long step(int batch) {
    TrainingOptions one = method.training().withEpochs(1).withBatchSize(batch).withAccumulation(1);
    MemoryWatch memory = MemoryWatch.begin();
    OutOfMemory.explained(
            "a training step of batch " + batch,
            () -> method.withTraining(one).pretrain(repeated(batch), memory))
        .close();
    return memory.peak();
  }

  private PreparedDataset repeated(int samples) {
    int length = clips.sampleLength();
    float[] values = new float[Math.multiplyExact(samples, length)];
    int[] labels = new int[samples];
    for (int i = 0; i < samples; i++) {
      clips.copyTo(i % clips.size(), values, i * length);
      labels[i] = clips.labels()[i % clips.size()];
    }
    return new PreparedDataset(
        clips.name(),
        clips.layout(),
        clips.classNames(),
        IntStream.range(0, samples).mapToObj(i -> "clip " + i).toList(),
        labels,
        clips.frames(),
        clips.bodies(),
        values);
  }
}
