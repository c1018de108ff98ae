package org.penumbra.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A training as curves in TensorBoard ({@code tensorboard --logdir folder}): loss, learning rate,
 * speed, and health where it is measured. The step of a point is its epoch, from 1.
 *
 * <p>Each session writes a file of its own. One that was resumed adds what a crash left out, and
 * TensorBoard shows one curve.
 */
public final class TensorBoardLog implements TrainingListener {
  private static final String ENDING = ".penumbra";

  private final Path folder;
  private EventFile file;

  private TensorBoardLog(Path folder) {
    this.folder = folder;
  }

  /** A log in a folder, which is made if it is not there; one folder for each training. */
  public static TensorBoardLog in(Path folder) {
    return new TensorBoardLog(folder);
  }

  @Override
  public void trainingStarted(TrainingStart start) {
    Set<Path> before = files();
    Set<Long> known = new TreeSet<>();
    before.forEach(each -> known.addAll(EventFile.steps(each)));
    // TensorBoard reads files in the order of their names.
    String name =
        String.format(
            Locale.ROOT,
            "events.out.tfevents.%010d.%04d%s",
            System.currentTimeMillis() / 1000,
            before.size(),
            ENDING);
    file = new EventFile(folder.resolve(name));
    if (!before.isEmpty()) {
      file.sessionStart(start.from().epoch() + 1L);
    }
    start.from().epochs().stream()
        .filter(report -> !known.contains(report.epoch() + 1L))
        .forEach(this::epochEnded);
  }

  private Set<Path> files() {
    Set<Path> found = new TreeSet<>();
    try {
      Files.createDirectories(folder);
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
        files.forEach(found::add);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot use " + folder + ": " + failure, failure);
    }
    return found;
  }

  @Override
  public void epochEnded(EpochReport report) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("train/loss", report.loss());
    values.put("train/learning_rate", report.learningRate());
    values.put("train/samples_per_second", report.samplesPerSecond());
    report
        .health()
        .ifPresent(
            health -> {
              values.put("health/effective_rank", health.effectiveRank());
              health.collapseRatio().ifPresent(v -> values.put("health/collapse_ratio", v));
              health.neighbourAccuracy().ifPresent(v -> values.put("health/neighbour_accuracy", v));
            });
    file.scalars(report.epoch() + 1L, values);
  }

  @Override
  public void trainingEnded(TrainingHistory history) {
    file.close();
  }

  @Override
  public void trainingFailed(Throwable cause) {
    if (file != null) {
      file.close();
    }
  }
}
