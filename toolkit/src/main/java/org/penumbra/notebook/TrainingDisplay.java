package org.penumbra.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.penumbra.plot.Curves;
import org.penumbra.train.EpochReport;
import org.penumbra.train.HealthReport;
import org.penumbra.train.TrainingHistory;
import org.penumbra.train.TrainingListener;
import org.penumbra.train.TrainingStart;

/**
 * Shows a training as it goes: a progress line with loss, speed and time left, and curves that grow
 * below it and stay in the saved notebook, also when the training fails: the loss, and the health
 * of the networks if it is measured. Warnings and what the loop has to say come as lines of text.
 *
 * <pre>{@code
 * Pstl.preset(scale).pretrain(train, TrainingDisplay.of("PSTL"));
 * }</pre>
 */
public final class TrainingDisplay implements TrainingListener {
  private static final double NEAR_COLLAPSE = 2; // further away the level would flatten the curve

  private final Supplier<DisplayTarget> target;
  private final String title;
  private final List<EpochReport> reports = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private Progress progress;
  private LiveDisplay text;
  private LiveDisplay loss;
  private LiveDisplay health;
  private String note = "";
  private String from = "";
  private int stepsBefore;

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
  public void trainingStarted(TrainingStart start) {
    reports.clear();
    reports.addAll(start.from().epochs());
    int epoch = start.from().epoch();
    stepsBefore = epoch * start.stepsPerEpoch() + start.from().step();
    from = stepsBefore > 0 ? ", from epoch " + (epoch + 1) : "";
    progress = null;
    note = "";
  }

  @Override
  public void stepEnded(int epoch, int step, int stepsPerEpoch, int epochs, double value) {
    if (progress == null) {
      DisplayTarget page = target.get();
      String heading = title + ", " + epochs + " epochs" + from;
      int left = epochs * stepsPerEpoch - stepsBefore; // those before a resume took no time here
      progress = new Progress(page, System::nanoTime, heading, left);
      open(page);
    }
    String now = String.format(Locale.ROOT, "epoch %d, loss %.2f", epoch + 1, value);
    progress.update(epoch * stepsPerEpoch + step + 1 - stepsBefore, now + note);
  }

  private void open(DisplayTarget page) {
    text = new LiveDisplay(page);
    loss = new LiveDisplay(page);
    health = new LiveDisplay(page);
    if (!lines.isEmpty()) {
      text.update(String.join("\n", lines));
    }
  }

  @Override
  public void epochEnded(EpochReport report) {
    reports.add(report);
    note = String.format(Locale.ROOT, ", %.0f clips/s", report.samplesPerSecond());
    note += report.health().map(found -> ", " + found.describe()).orElse("");
    loss.update(lossCurve());
    healthCurves().ifPresent(health::update);
    report.warnings().forEach(each -> noticed("Epoch " + (report.epoch() + 1) + ": " + each));
  }

  @Override
  public void noticed(String notice) {
    lines.add(notice);
    if (text != null) {
      text.update(String.join("\n", lines));
    }
  }

  @Override
  public void trainingEnded(TrainingHistory history) {
    if (progress == null && !reports.isEmpty()) { // loaded, nothing was left to train
      open(target.get());
      loss.update(lossCurve());
      healthCurves().ifPresent(health::update);
    }
    close();
  }

  @Override
  public void trainingFailed(Throwable cause) {
    close();
  }

  private void close() {
    if (progress != null) {
      progress.close();
    }
    if (loss != null) {
      text.close();
      loss.close();
      health.close();
    }
    lines.clear();
  }

  private Curves lossCurve() {
    double[] y = reports.stream().mapToDouble(EpochReport::loss).toArray();
    Curves curve = Curves.of(title, "epoch", "loss").line("training loss", y);
    EpochReport last = reports.get(reports.size() - 1);
    double ratio = last.health().map(found -> found.collapseRatio().orElse(0)).orElse(0.0);
    boolean near = ratio > 1 / NEAR_COLLAPSE && ratio < NEAR_COLLAPSE;
    return near ? curve.reference("loss of a collapsed network", last.loss() / ratio) : curve;
  }

  private Optional<Curves> healthCurves() {
    List<EpochReport> measured = reports.stream().filter(r -> r.health().isPresent()).toList();
    if (measured.isEmpty()) {
      return Optional.empty();
    }
    double[] epochs = measured.stream().mapToDouble(report -> report.epoch() + 1.0).toArray();
    List<HealthReport> values = measured.stream().map(report -> report.health().get()).toList();
    double[] rank = values.stream().mapToDouble(HealthReport::effectiveRank).toArray();
    double[] right =
        values.stream()
            .mapToDouble(each -> 100 * each.neighbourAccuracy().orElse(Double.NaN))
            .toArray();
    Curves curves =
        Curves.of(title + ": health", "epoch", "effective rank; % right")
            .line("effective rank of the features", epochs, rank);
    boolean labelled = values.stream().anyMatch(each -> each.neighbourAccuracy().isPresent());
    return Optional.of(
        labelled ? curves.line("nearest neighbours, % right", epochs, right) : curves);
  }
}
