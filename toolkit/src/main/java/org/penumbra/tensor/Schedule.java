package org.penumbra.tensor;

import java.util.List;
import org.penumbra.core.Require;

/** Learning rate of each epoch, counted from 0. */
@FunctionalInterface
public interface Schedule {
  /** Learning rate of an epoch. */
  double rate(int epoch);

  /** The same rate always. */
  static Schedule constant(double rate) {
    Require.positive("learning rate", rate);
    return epoch -> rate;
  }

  /**
   * Half a cosine from the peak at epoch 0 to 0 at the end, set per epoch.
   *
   * @param peak rate of epoch 0
   * @param epochs number of epochs
   */
  static Schedule cosine(double peak, int epochs) {
    return warmUpCosine(peak, 0, epochs);
  }

  /**
   * PSTL's schedule: {@code peak * epoch / warmUp} while warming up (so epoch 0 has rate 0), then
   * half a cosine from the peak to 0 at the end, set per epoch.
   *
   * @param peak highest rate
   * @param warmUp epochs of linear rise; may be 0
   * @param epochs number of epochs in all
   */
  static Schedule warmUpCosine(double peak, int warmUp, int epochs) {
    Require.positive("learning rate", peak);
    Require.atLeast("epochs", epochs, 1);
    Require.inRange("warm-up epochs", warmUp, 0, epochs - 1);
    return epoch ->
        epoch < warmUp
            ? peak * epoch / warmUp
            : peak / 2 * (1 + Math.cos(Math.PI * (epoch - warmUp) / (epochs - warmUp)));
  }

  /**
   * A rate that falls by a factor at some epochs.
   *
   * @param start rate of epoch 0
   * @param factor what it is multiplied with each time
   * @param dropEpochs epochs, from 0, from which on each further factor applies
   */
  static Schedule steps(double start, double factor, List<Integer> dropEpochs) {
    Require.positive("learning rate", start);
    Require.positive("factor of the learning rate", factor);
    List<Integer> drops = List.copyOf(dropEpochs);
    return epoch -> {
      double rate = start;
      for (int drop : drops) {
        rate *= epoch >= drop ? factor : 1;
      }
      return rate;
    };
  }
}
