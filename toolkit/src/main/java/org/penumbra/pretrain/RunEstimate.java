package org.penumbra.pretrain;

import java.util.Locale;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.tensor.Bytes;
import org.penumbra.tensor.Calibration;
import org.penumbra.train.MemoryWatch;
import org.penumbra.train.OptimiserKind;
import org.penumbra.train.TrainingHistory;
import org.penumbra.train.TrainingOptions;

/**
 * Time and memory of a training before it starts: counted work, divided by how fast the device is.
 * Expect it within a factor of two or so; the measured run has the last word.
 *
 * <pre>{@code
 * RunEstimate estimate = RunEstimate.of(method, train);
 * System.out.println(estimate.describe());
 * MemoryWatch memory = MemoryWatch.begin();
 * Pretrained result = method.pretrain(train, memory);
 * System.out.println(estimate.beside(result.history(), memory));
 * }</pre>
 *
 * @param workload of one sample
 * @param training epochs and batch
 * @param samples of an epoch
 * @param calibration speed of the device
 */
public record RunEstimate(
    Workload workload, TrainingOptions training, int samples, Calibration calibration) {
  private static final int FLOAT = 4; // bytes

  /** Reads and writes of weight, gradient and state in an update, per weight. */
  private static final int UPDATE_PASSES = 12;

  /**
   * Gradients of activations that live at one time beside what is kept, and what the allocator
   * wastes, as a share of it: measured on one CPU.
   */
  private static final double BACKWARD_SHARE = 0.5;

  /** Of a method on these clips, on the chosen device; measures it for about a second. */
  public static RunEstimate of(PretrainingMethod method, PreparedDataset clips) {
    return new RunEstimate(
        Workload.of(method, clips),
        method.training(),
        clips.size(),
        Calibration.measure(method.training().precision()));
  }

  /** Floating-point operations of the whole training. */
  public double operations() {
    return workload.operations(training.batchSize()) * samples * training.epochs();
  }

  /** Seconds of the whole training. */
  public double seconds() {
    double perSample =
        workload.operations(training.batchSize()) / calibration.operationsPerSecond()
            + workload.traffic() / calibration.bytesPerSecond();
    double perUpdate =
        (double) workload.weights() * UPDATE_PASSES * FLOAT / calibration.bytesPerSecond();
    double updates = Math.ceil((double) samples / training.batchSize() / training.accumulation());
    return training.epochs() * (samples * perSample + updates * perUpdate);
  }

  /** Bytes that the training takes beyond what the process has: weights, state, activations. */
  public long bytes() {
    int copies = training.optimiser() == OptimiserKind.ADAM ? 4 : 3; // weight, gradient, state
    long weights = (copies * workload.weights() + workload.otherNumbers()) * FLOAT;
    int batch = Math.min(samples, training.batchSize());
    return weights + (long) (batch * workload.keptBytes() * (1 + BACKWARD_SHARE));
  }

  /** Lines for people. */
  public String describe() {
    return String.format(
        Locale.ROOT,
        "%d samples, %d epochs of batch %d: %.3g FLOP, about %s and %s (%s)",
        samples,
        training.epochs(),
        training.batchSize(),
        operations(),
        duration(seconds()),
        Bytes.text(bytes()),
        calibration.describe());
  }

  /**
   * The estimate next to what was measured.
   *
   * @param history of the training; if it was interrupted, the estimate is of as many epochs
   * @param memory begun before it
   */
  public String beside(TrainingHistory history, MemoryWatch memory) {
    int done = history.epochs().size();
    double expected = seconds() * done / training.epochs();
    double measured = history.epochs().stream().mapToDouble(each -> each.seconds()).sum();
    return String.format(
        Locale.ROOT,
        "%d epochs: estimated %s, measured %s (%.2f of it); memory estimated %s, measured %s",
        done,
        duration(expected),
        duration(measured),
        expected > 0 ? measured / expected : Double.NaN,
        Bytes.text(bytes()),
        Bytes.text(memory.growth()));
  }

  private static String duration(double seconds) {
    if (seconds < 120) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    return seconds < 2 * 3600
        ? String.format(Locale.ROOT, "%.1f min", seconds / 60)
        : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
  }
}
