package org.penumbra.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.penumbra.plot.Curves;
import org.penumbra.train.EpochReport;
import org.penumbra.train.TrainingHistory;
import org.penumbra.train.TrainingListener;

/**
 * Shows a training as it goes: a progress line with loss, speed and time left, and a loss curve
 * that grows below it and stays in the saved notebook, also when the training fails.
 *
 * <pre>{@code
 * Pstl.preset(scale).pretrain(train, TrainingDisplay.of("PSTL"));
 * }</pre>
 */
public final class TrainingDisplay implements TrainingListener {
  private final Supplier<DisplayTarget> target;
  private final String title;
  private final List<Double> losses = new ArrayList<>();
  private Progress progress;
  private LiveDisplay curve;
  private String note = "";

  private TrainingDisplay(Supplier<DisplayTarget> target, String title) {
    this.target = target;
    this.title = title;
  }

  /** A display for one training, with the method's name as its title. */
  public static TrainingDisplay of(String title) {
    return new TrainingDisplay(Kernels::current, title);
  }

  /** As {@link #of}, on a target of its own. */
  static TrainingDisplay on(DisplayTarget target, String title) {
    return new TrainingDisplay(() -> target, title);
  }

  @Override
  public void stepEnded(int epoch, int step, int stepsPerEpoch, int epochs, double loss) {
    if (progress == null) {
      DisplayTarget page = target.get();
      String heading = title + ", " + epochs + " epochs";
      progress = new Progress(page, System::nanoTime, heading, epochs * stepsPerEpoch);
      curve = new LiveDisplay(page);
    }
    String now = String.format(Locale.ROOT, "epoch %d, loss %.2f", epoch + 1, loss);
    progress.update(epoch * stepsPerEpoch + step + 1, now + note);
  }

  @Override
  public void epochEnded(EpochReport report) {
    losses.add(report.loss());
    note = String.format(Locale.ROOT, ", %.0f clips/s", report.samplesPerSecond());
    curve.update(curve());
  }

  @Override
  public void trainingEnded(TrainingHistory history) {
    close();
  }

  @Override
  public void trainingFailed(Throwable cause) {
    close();
  }

  private void close() {
    if (progress != null) {
      progress.close();
      curve.close();
    }
  }

  private Curves curve() {
    double[] y = losses.stream().mapToDouble(Double::doubleValue).toArray();
    return Curves.of(title, "epoch", "loss").line("training loss", y);
  }
}
