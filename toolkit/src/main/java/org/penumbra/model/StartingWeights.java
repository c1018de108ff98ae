package org.penumbra.model;

import org.penumbra.core.RandomKey;
import org.penumbra.tensor.Initialisation;
import org.penumbra.tensor.Parameters;

/** How the weights of an encoder and of its head start; both are drawn from a key. */
public enum StartingWeights {
  /**
   * PyTorch's default, uniform by the number of inputs; batch norm starts at 1 and 0: SkeletonBT,
   * PSTL, OPSTL.
   */
  UNIFORM,

  /**
   * Normal with standard deviation 0.02, about 0 for convolutions and linear layers and about 1 for
   * the weights of batch norm; no bias: SkeletonCLR, CrosSCLR, AimCLR.
   */
  NORMAL;

  /** Overwrites the uniform values that layers are made with, if these are others. */
  public void apply(Parameters parameters, RandomKey key) {
    if (this == NORMAL) {
      Initialisation.normal(parameters, key.with("normal"));
    }
  }
}
