package org.penumbra.results;

import java.util.Map;
import org.penumbra.evaluate.LinearResult;

/** Results of linear evaluations, with all that the record holds. */
final class LinearResultCodec extends RecordCodec<LinearResult> {
  LinearResultCodec() {
    super(LinearResult.class);
  }

  @Override
  public Map<String, Double> metrics(LinearResult result) {
    return Map.of(
        "last epoch accuracy in percent", result.last().percent(),
        "best epoch accuracy in percent", result.best().percent(),
        "test clips", (double) result.last().total());
  }
}
