package org.penumbra.train;

import java.util.List;
import java.util.Optional;

/**
 * What one epoch did.
 *
 * @param epoch from 0
 * @param epochs in all
 * @param loss mean over the epoch's samples
 * @param learningRate of the epoch
 * @param seconds wall time, without checkpoints and measurements of health
 * @param samplesPerSecond of the epoch
 * @param health of the networks after it, if a listener measured it
 */
public record EpochReport(
    int epoch,
    int epochs,
    double loss,
    double learningRate,
    double seconds,
    double samplesPerSecond,
    Optional<HealthReport> health) {

  /** A report without health. */
  public EpochReport(
      int epoch,
      int epochs,
      double loss,
      double learningRate,
      double seconds,
      double samplesPerSecond) {
    this(epoch, epochs, loss, learningRate, seconds, samplesPerSecond, Optional.empty());
  }

  /** This with what a listener measured. */
  EpochReport withHealth(HealthReport measured) {
    return new EpochReport(
        epoch, epochs, loss, learningRate, seconds, samplesPerSecond, Optional.of(measured));
  }

  /**
   * What is wrong with the networks and what to do; empty if all is well or nothing was measured.
   * In the first tenth of the epochs nothing is said, because every training starts near collapse.
   */
  public List<String> warnings() {
    boolean early = 10 * (epoch + 1) <= epochs;
    return early ? List.of() : health.map(HealthReport::warnings).orElse(List.of());
  }
}
