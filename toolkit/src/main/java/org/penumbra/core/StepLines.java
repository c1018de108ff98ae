package org.penumbra.core;

import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * How far a long work of many equal steps is, as a line every half minute with the time left:
 *
 * <pre>{@code
 * knn-5 on ntu-60: 8192 of 40091 clips, about 2 min 05 s left
 * }</pre>
 *
 * <p>Work that goes through all steps more than once says which pass it is in. Used from several
 * threads.
 */
public final class StepLines {
  private static final long NANOS_BETWEEN = 30_000_000_000L;
  private static final double NANOS = 1e9;

  private final String title;
  private final String unit;
  private final int steps;
  private final Consumer<String> listener;
  private final LongSupplier nanoClock;
  private final long start;
  private long lastLine;
  private long done;

  StepLines(
      String title, String unit, int steps, Consumer<String> listener, LongSupplier nanoClock) {
    this.title = title;
    this.unit = unit;
    this.steps = Require.atLeast("steps", steps, 0);
    this.listener = listener;
    this.nanoClock = nanoClock;
    this.start = nanoClock.getAsLong();
    this.lastLine = start;
  }

  /**
   * Begins now.
   *
   * @param title what is done
   * @param unit of the steps in the plural, for instance {@code clips}
   * @param steps of one pass
   * @param listener hears the lines
   */
  public static StepLines of(String title, String unit, int steps, Consumer<String> listener) {
    return new StepLines(title, unit, steps, listener, System::nanoTime);
  }

  /** So many steps are done. */
  public synchronized void did(int count) {
    done += count;
    long now = nanoClock.getAsLong();
    if (now - lastLine < NANOS_BETWEEN || steps == 0 || done % steps == 0) {
      return;
    }
    lastLine = now;
    long pass = done / steps + 1;
    long here = done % steps;
    double left = (now - start) / NANOS / done * (steps - here);
    String which = pass > 1 ? ", pass " + pass : "";
    listener.accept(
        title
            + ": "
            + here
            + " of "
            + steps
            + " "
            + unit
            + which
            + ", about "
            + Durations.text(left)
            + " left");
  }
}
