package org.penumbra.train;

import java.util.List;
import java.util.function.Consumer;

/**
 * Passes on what is wrong with the networks, once when it begins, so that a long training can call
 * for its owner:
 *
 * <pre>{@code
 * method.pretrain(train, HealthMonitor.on(train), HealthAlert.to(text -> mail(text)));
 * }</pre>
 *
 * <p>Says nothing unless another listener measures the health.
 */
public final class HealthAlert implements TrainingListener {
  private final Consumer<String> receiver;
  private boolean ill;

  private HealthAlert(Consumer<String> receiver) {
    this.receiver = receiver;
  }

  /** An alert that goes to this receiver, on the thread that trains. */
  public static HealthAlert to(Consumer<String> receiver) {
    return new HealthAlert(receiver);
  }

  @Override
  public void epochEnded(EpochReport report) {
    if (report.health().isEmpty()) {
      return; // nothing was measured: as ill or well as before
    }
    List<String> warnings = report.warnings();
    if (!ill) {
      warnings.forEach(
          warning ->
              receiver.accept(
                  "Epoch " + (report.epoch() + 1) + " of " + report.epochs() + ": " + warning));
    }
    ill = !warnings.isEmpty();
  }
}
