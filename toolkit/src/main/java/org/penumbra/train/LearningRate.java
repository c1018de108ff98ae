package org.penumbra.train;

import java.util.List;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.tensor.Schedule;

/**
 * Learning rate of each epoch.
 *
 * @param peak highest rate
 * @param decay how it falls
 * @param warmUpEpochs epochs of linear rise to the peak
 * @param idleFirstEpoch whether warm-up starts at rate 0, so that epoch 0 learns nothing: what the
 *     published code of PSTL and OPSTL does. Otherwise it starts one step up
 * @param dropEpochs for {@link Decay#STEPS}: number of epochs, counted from the start, after which
 *     the rate falls to a tenth, ascending; empty otherwise
 */
public record LearningRate(
    double peak, Decay decay, int warmUpEpochs, boolean idleFirstEpoch, List<Integer> dropEpochs) {

  /** How a learning rate falls. */
  public enum Decay {
    /** Half a cosine to 0 at the end. */
    COSINE,
    /** To a tenth after each of some epochs. */
    STEPS,
    /** Not at all. */
    NONE
  }

  /** Checks every option. */
  public LearningRate {
    Require.positive("learning rate", peak);
    Require.atLeast("warm-up epochs", warmUpEpochs, 0);
    dropEpochs = List.copyOf(dropEpochs);
    if (decay != Decay.STEPS && !dropEpochs.isEmpty()) {
      throw new InvalidOptionException(
          "epochs that drop the rate", "none with decay " + decay, dropEpochs);
    }
  }

  /** PSTL's: linear warm-up, then half a cosine. */
  public static LearningRate cosine(double peak, int warmUpEpochs, boolean idleFirstEpoch) {
    return new LearningRate(peak, Decay.COSINE, warmUpEpochs, idleFirstEpoch, List.of());
  }

  /** SkeletonCLR's: a tenth after each of these numbers of epochs. */
  public static LearningRate steps(double peak, Integer... dropEpochs) {
    return new LearningRate(peak, Decay.STEPS, 0, false, List.of(dropEpochs));
  }

  /** The same rate always. */
  public static LearningRate constant(double rate) {
    return new LearningRate(rate, Decay.NONE, 0, false, List.of());
  }

  /** This with another highest rate. */
  public LearningRate withPeak(double value) {
    return new LearningRate(value, decay, warmUpEpochs, idleFirstEpoch, dropEpochs);
  }

  /** This with another warm-up. */
  public LearningRate withWarmUp(int epochs, boolean idleFirst) {
    return new LearningRate(peak, decay, epochs, idleFirst, dropEpochs);
  }

  /** The schedule of a training of so many epochs. */
  public Schedule schedule(int epochs) {
    return switch (decay) {
      case NONE -> warmingUp(Schedule.constant(peak));
      case STEPS -> warmingUp(Schedule.steps(peak, 0.1, dropEpochs));
      case COSINE -> {
        if (idleFirstEpoch || warmUpEpochs == 0) {
          yield Schedule.warmUpCosine(peak, warmUpEpochs, epochs);
        }
        Schedule shifted = Schedule.warmUpCosine(peak, warmUpEpochs + 1, epochs + 1);
        yield epoch -> shifted.rate(epoch + 1);
      }
    };
  }

  private Schedule warmingUp(Schedule after) {
    int first = idleFirstEpoch ? 0 : 1;
    return epoch ->
        epoch < warmUpEpochs ? peak * (epoch + first) / (warmUpEpochs + first) : after.rate(epoch);
  }

  /** For people. */
  public String describe() {
    String text = "learning rate " + peak;
    if (warmUpEpochs > 0) {
      text += ", warm-up epochs " + warmUpEpochs + (idleFirstEpoch ? " from 0" : "");
    }
    return switch (decay) {
      case COSINE -> text + ", cosine";
      case STEPS -> text + ", a tenth after epochs " + dropEpochs;
      case NONE -> text + ", constant";
    };
  }
}
