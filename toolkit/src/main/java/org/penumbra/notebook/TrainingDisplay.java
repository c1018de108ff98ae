package org.penumbra.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.penumbra.plot.Curves;
import org.penumbra.train.EpochReport;
import org.penumbra.train.TrainingHistory;
import org.penumbra.train.TrainingListener;

/**
 * Shows a training as it goes: a progress line with loss, speed and time left, and a loss curve
 * that grows below it and stays in the saved notebook.
 *
 * <pre>{@code
 * Pstl.preset(scale).pretrain(train, TrainingDisplay.of("PSTL"));
 * }</pre>
 */
public final class TrainingDisplay implements TrainingListener {
  private final String title;
  private final List<Double> losses = new ArrayList<>();
  private Progress progress;
  private LiveDisplay curve;
  private String note = "";

  private TrainingDisplay(String title) {
    this.title = title;
  }

  /** A display for one training, with the method's name as its title. */
  public static TrainingDisplay of(String title) {
    return new TrainingDisplay(title);
  }

  @Override
  public void stepEnded(int epoch, int step, int stepsPerEpoch, int epochs, double loss) {
    if (progress == null) {
      progress = Notebook.progress(title + ", " + epochs + " epochs", epochs * stepsPerEpoch);
      curve = Notebook.live();
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
