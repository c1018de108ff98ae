package org.penumbra.train;

import java.util.Locale;
import org.penumbra.tensor.Adam;
import org.penumbra.tensor.Optimiser;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.Sgd;

/** Which rule moves the weights. */
public enum OptimiserKind {
  /** {@link Adam}: PSTL, OPSTL. */
  ADAM {
    @Override
    public Optimiser create(Parameters parameters, double weightDecay) {
      return new Adam(parameters, weightDecay);
    }
  },
  /** {@link Sgd} with momentum 0.9: SkeletonCLR, CrosSCLR, AimCLR. */
  SGD {
    @Override
    public Optimiser create(Parameters parameters, double weightDecay) {
      return new Sgd(parameters, weightDecay);
    }
  };

  /**
   * An optimiser of some weights; the caller closes it.
   *
   * @param weightDecay factor of the coupled L2 penalty
   */
  public abstract Optimiser create(Parameters parameters, double weightDecay);

  /** Name for people. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
