package org.penumbra.train;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.penumbra.core.Durations;

/**
 * A training's progress as plain lines, for scripts and logs: one after each epoch, and within long
 * epochs one every half minute, with loss, speed and time left.
 *
 * <pre>{@code
 * PSTL: epoch 3 of 20, loss 41.20, 85 samples/s, about 2 min 05 s left
 * }</pre>
 */
public final class ProgressLines implements TrainingListener {
  private static final long NANOS_BETWEEN = 30_000_000_000L;

  private final String title;
  private final PrintStream out;
  private final LongSupplier nanoClock;
  private long start;
  private long lastLine;
  private int stepsPerEpoch;
  private long stepsHere; // of this session, without those before a resume

  ProgressLines(String title, PrintStream out, LongSupplier nanoClock) {
    this.title = title;
    this.out = out;
    this.nanoClock = nanoClock;
  }

  /** Lines on standard output, with the method's name. */
  @SuppressWarnings("SystemOut") // standard output is what was asked for
  public static ProgressLines of(String title) {
    return to(title, System.out);
  }

  /** Lines on a stream, with the method's name. */
  public static ProgressLines to(String title, PrintStream out) {
    return new ProgressLines(title, out, System::nanoTime);
  }

  @Override
  public void trainingStarted(TrainingStart begin) {
    start = nanoClock.getAsLong();
    lastLine = start;
    stepsHere = 0;
    stepsPerEpoch = begin.stepsPerEpoch();
    println(
        begin.samples()
            + " samples, "
            + begin.options().epochs()
            + " epochs of "
            + begin.stepsPerEpoch()
            + " steps");
  }

  @Override
  public void stepEnded(int epoch, int step, int steps, int epochs, double loss) {
    stepsHere++;
    long now = nanoClock.getAsLong();
    if (now - lastLine >= NANOS_BETWEEN && step + 1 < stepsPerEpoch) {
      String where =
          String.format(
              Locale.ROOT,
              "epoch %d of %d, step %d of %d",
              epoch + 1,
              epochs,
              step + 1,
              stepsPerEpoch);
      long stepsLeft = (long) (epochs - epoch) * stepsPerEpoch - step - 1;
      println(String.format(Locale.ROOT, "%s, loss %.4g%s", where, loss, timeLeft(stepsLeft)));
      lastLine = now;
    }
  }

  @Override
  public void epochEnded(EpochReport report) {
    long stepsLeft = (long) (report.epochs() - report.epoch() - 1) * stepsPerEpoch;
    String line =
        String.format(
            Locale.ROOT,
            "epoch %d of %d, loss %.4g, %.0f samples/s",
            report.epoch() + 1,
            report.epochs(),
            report.loss(),
            report.samplesPerSecond());
    String health = report.health().map(found -> ", " + found.describe()).orElse("");
    println(line + health + timeLeft(stepsLeft));
    report.warnings().forEach(warning -> println("warning: " + warning));
    lastLine = nanoClock.getAsLong();
  }

  private String timeLeft(long stepsLeft) {
    if (stepsLeft == 0) {
      return "";
    }
    double perStep = (nanoClock.getAsLong() - start) / 1e9 / stepsHere;
    return ", about " + Durations.text(perStep * stepsLeft) + " left";
  }

  @Override
  public void noticed(String notice) {
    println(notice);
  }

  @Override
  public void trainingEnded(TrainingHistory history) {
    String how = history.interrupted() ? "stopped after " : "took ";
    println(how + Durations.text(history.seconds()));
  }

  @Override
  public void trainingFailed(Throwable cause) {
    println("failed: " + cause.getMessage());
  }

  private void println(String line) {
    out.println(title + ": " + line);
  }
}
