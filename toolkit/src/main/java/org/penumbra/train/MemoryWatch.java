package org.penumbra.train;

import org.penumbra.tensor.Bytes;
import org.penumbra.tensor.MemoryReport;

/**
 * Memory before, during and after a training. On Linux the system keeps the peak of the process; on
 * a GPU the memory is looked at after each step, when the engine still holds what the step took.
 *
 * <pre>{@code
 * MemoryWatch memory = MemoryWatch.begin();
 * method.pretrain(train, memory);
 * System.out.println(memory.describe());
 * }</pre>
 */
public final class MemoryWatch implements TrainingListener {
  private final MemoryReport before;
  private MemoryReport now;
  private long peak;

  private MemoryWatch() {
    MemoryReport.forgetPeak();
    before = MemoryReport.now();
    now = before;
    peak = before.tensors();
  }

  /** Begins now. */
  public static MemoryWatch begin() {
    return new MemoryWatch();
  }

  @Override
  public void stepEnded(int epoch, int step, int stepsPerEpoch, int epochs, double loss) {
    look();
  }

  @Override
  public void trainingEnded(TrainingHistory history) {
    look();
  }

  @Override
  public void trainingFailed(Throwable cause) {
    look();
  }

  private void look() {
    now = MemoryReport.now();
    peak = Math.max(peak, now.tensorsPeak());
  }

  /** Memory when the watch began. */
  public MemoryReport before() {
    return before;
  }

  /** Memory when it was last looked at. */
  public MemoryReport now() {
    return now;
  }

  /** The most that tensors took, in bytes: GPU memory on a GPU, else memory of the process. */
  public long peak() {
    return peak;
  }

  /** Peak less what was there before, in bytes. */
  public long growth() {
    return peak - before.tensors();
  }

  /** One line for people. */
  public String describe() {
    return "before "
        + Bytes.text(before.tensors())
        + ", peak "
        + Bytes.text(peak)
        + ", after "
        + Bytes.text(now.tensors())
        + (now.device().isPresent() ? " of the GPU" : " of the process");
  }
}
