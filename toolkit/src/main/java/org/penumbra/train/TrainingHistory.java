package org.penumbra.train;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a training went. Of one that was resumed it tells the whole, not only the last part.
 *
 * @param epochs finished epochs, in order
 * @param interrupted whether it stopped before the end: by the user, or because a file could not be
 *     written, which {@code notices} then say
 * @param seconds wall time
 * @param notices what the user should know: resumed from where, a damaged checkpoint, a full disk
 */
public record TrainingHistory(
    List<EpochReport> epochs, boolean interrupted, double seconds, List<String> notices) {
  /** Keeps unmodifiable copies. */
  public TrainingHistory {
    epochs = List.copyOf(epochs);
    notices = List.copyOf(notices);
  }

  /** A history without notices. */
  public TrainingHistory(List<EpochReport> epochs, boolean interrupted, double seconds) {
    this(epochs, interrupted, seconds, List.of());
  }

  /** Mean loss of each finished epoch. */
  public double[] losses() {
    return epochs.stream().mapToDouble(EpochReport::loss).toArray();
  }

  /** The last finished epoch; empty if there is none. */
  public Optional<EpochReport> last() {
    return epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() - 1));
  }

  /** The epoch of the lowest loss, the first of equals; empty if none is finished. */
  public Optional<EpochReport> lowestLoss() {
    return epochs.stream().min(Comparator.comparingDouble(EpochReport::loss));
  }

  /**
   * The epoch whose features' nearest neighbours were most often of the right class, the first of
   * equals; empty if that was not measured. Chosen by labels: a result that uses it is no longer
   * free of them.
   */
  public Optional<EpochReport> bestNeighbours() {
    return epochs.stream()
        .filter(report -> neighbours(report) >= 0)
        .min(Comparator.comparingDouble(report -> -neighbours(report)));
  }

  private static double neighbours(EpochReport report) {
    return report.health().map(health -> health.neighbourAccuracy().orElse(-1)).orElse(-1.0);
  }
}
