package org.penumbra.pretrain;

import java.util.Locale;
import java.util.Objects;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.pretrain.loss.CrossMocoLoss;
import org.penumbra.train.TrainingOptions;

/**
 * What CrossMoCo compares with what.
 *
 * @param pairing which query meets which key
 * @param crossedShare share of the epochs, the last ones, in which a crossed pairing is crossed,
 *     above 0 up to 1; before them it is uncrossed. The paper says of its 300 epochs that it
 *     "cross-trains" 150
 * @param weights of the four similarities
 * @param loss temperature and form of the denominator
 * @param banks number of memory banks, 1 to 3; see {@link CrossMocoBanks}. For one encoder alone 1
 * @param bankSize keys in each bank, a multiple of the batch size
 * @param momentum share of the key networks' weights that each step keeps, 0 to 1
 */
public record CrossMocoContrast(
    CrossMocoPairing pairing,
    double crossedShare,
    CrossMocoWeights weights,
    CrossMocoLoss loss,
    int banks,
    int bankSize,
    double momentum) {

  /** Checks every option. */
  public CrossMocoContrast {
    Objects.requireNonNull(pairing, "pairing");
    Objects.requireNonNull(loss, "loss");
    Require.inRange("crossed share of the epochs", crossedShare, 1e-9, 1);
    weights.check(pairing);
    Require.inRange("number of memory banks", banks, 1, pairing.usesBoth() ? 3 : 1);
    Require.inRange("size of a memory bank", bankSize, 1, 1 << 24);
    Require.inRange("momentum", momentum, 0, 1);
  }

  /** Crossed in the second half, equal weights, two banks of 16,384, momentum 0.999. */
  public static CrossMocoContrast published() {
    return new CrossMocoContrast(
        CrossMocoPairing.CROSSED,
        0.5,
        CrossMocoWeights.equal(),
        new CrossMocoLoss(0.07, CrossMocoLoss.Denominator.WITH_POSITIVES),
        2,
        16_384,
        0.999);
  }

  /** This with another pairing; for one encoder alone the banks become one. */
  public CrossMocoContrast withPairing(CrossMocoPairing value) {
    int fitting = value.usesBoth() ? banks : 1;
    return new CrossMocoContrast(value, crossedShare, weights, loss, fitting, bankSize, momentum);
  }

  /** This with another share of crossed epochs. */
  public CrossMocoContrast withCrossedShare(double value) {
    return new CrossMocoContrast(pairing, value, weights, loss, banks, bankSize, momentum);
  }

  /** This with other weights. */
  public CrossMocoContrast withWeights(CrossMocoWeights value) {
    return new CrossMocoContrast(pairing, crossedShare, value, loss, banks, bankSize, momentum);
  }

  /** This with another temperature or denominator. */
  public CrossMocoContrast withLoss(CrossMocoLoss value) {
    return new CrossMocoContrast(pairing, crossedShare, weights, value, banks, bankSize, momentum);
  }

  /** This with another number of banks. */
  public CrossMocoContrast withBanks(int value) {
    return new CrossMocoContrast(pairing, crossedShare, weights, loss, value, bankSize, momentum);
  }

  /** This with banks of another size. */
  public CrossMocoContrast withBankSize(int value) {
    return new CrossMocoContrast(pairing, crossedShare, weights, loss, banks, value, momentum);
  }

  /** This with another momentum. */
  public CrossMocoContrast withMomentum(double value) {
    return new CrossMocoContrast(pairing, crossedShare, weights, loss, banks, bankSize, value);
  }

  /** The pairing of an epoch, from 0. */
  CrossMocoPairing pairing(int epoch, int epochs) {
    boolean still = pairing == CrossMocoPairing.CROSSED && epoch < (int) (epochs * uncrossed());
    return still ? CrossMocoPairing.UNCROSSED : pairing;
  }

  private double uncrossed() {
    return 1 - crossedShare + 1e-9; // 0.7 of 10 epochs are 7
  }

  /**
   * Checks that whole batches, and only such, go into the banks.
   *
   * @param clips number of training clips
   * @throws InvalidOptionException if they do not fit
   */
  void check(TrainingOptions training, int clips) {
    int batch = training.batchSize();
    if (bankSize % batch != 0) {
      throw new InvalidOptionException(
          "size of a memory bank", "a multiple of the batch size " + batch, bankSize);
    }
    if (!training.dropLast() && clips % batch != 0) {
      throw new InvalidOptionException(
          "dropLast",
          "true, because the memory banks take whole batches only and "
              + clips
              + " clips are no multiple of the batch size "
              + batch,
          false);
    }
  }

  /** For people. */
  String describe() {
    String share = String.format(Locale.ROOT, " in the last %.3g of the epochs", crossedShare);
    return pairing.label()
        + (pairing == CrossMocoPairing.CROSSED && crossedShare < 1 ? share : "")
        + ", "
        + weights.describe()
        + ", "
        + loss.describe()
        + ", "
        + banks
        + (banks == 1 ? " bank of " : " banks of ")
        + bankSize
        + ", momentum "
        + momentum;
  }
}
