package org.penumbra.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.penumbra.core.AtomicFiles;
import org.penumbra.core.InvalidOptionException;

/**
 * A training as a CSV file, one row for each epoch, numbered from 1; values that were not measured
 * are empty. The file is written whole after each epoch, from the history, so that it is never torn
 * and has every epoch once, however often the training was resumed.
 */
public final class CsvLog implements TrainingListener {
  private static final String HEADER =
      "epoch,loss,learning_rate,seconds,samples_per_second,"
          + "effective_rank,collapse_ratio,neighbour_accuracy";

  private final Path file;
  private final List<EpochReport> reports = new ArrayList<>();

  private CsvLog(Path file) {
    this.file = file;
  }

  /**
   * A log in a file. One that a training wrote is replaced; a file of another kind stops training
   * before it begins.
   */
  public static CsvLog to(Path file) {
    return new CsvLog(file);
  }

  @Override
  public void trainingStarted(TrainingStart start) {
    if (Files.exists(file) && !startsAsOurs()) {
      throw new InvalidOptionException(
          "file of the CSV log", "new, or one that a training wrote", file.toString());
    }
    reports.clear();
    reports.addAll(start.from().epochs());
    write();
  }

  private boolean startsAsOurs() {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      return HEADER.equals(lines.readLine());
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + file + ": " + failure.getMessage(), failure);
    }
  }

  @Override
  public void epochEnded(EpochReport report) {
    reports.add(report);
    write();
  }

  private void write() {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (EpochReport report : reports) {
      text.append(report.epoch() + 1)
          .append(',')
          .append(report.loss())
          .append(',')
          .append(report.learningRate())
          .append(',')
          .append(report.seconds())
          .append(',')
          .append(report.samplesPerSecond())
          .append(report.health().map(CsvLog::cells).orElse(",,,"))
          .append('\n');
    }
    AtomicFiles.writeText(file, text.toString());
  }

  private static String cells(HealthReport health) {
    return ","
        + health.effectiveRank()
        + ","
        + cell(health.collapseRatio())
        + ","
        + cell(health.neighbourAccuracy());
  }

  private static String cell(OptionalDouble value) {
    return value.isPresent() ? String.valueOf(value.getAsDouble()) : "";
  }
}
