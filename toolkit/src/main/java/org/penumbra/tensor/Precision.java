package org.penumbra.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/**
 * In which numbers large matrix products are computed; weights and everything else stay float32.
 */
public enum Precision {
  /** Seven digits. */
  FLOAT32,

  /**
   * Factors are rounded to bfloat16, two to three digits, and their products added up in float32:
   * each output is right to about 1 percent of the outputs' size. Needs the engine's script
   * interpreter; without it the products are float32.
   *
   * <p>Meant for devices with fast bfloat16 products. On the CPU it was measured on (AVX512-BF16,
   * batch 64, D = 6144) it gained nothing: rounding 38 million weights anew for each step costs
   * what the products save.
   */
  BFLOAT16;

  private static final TorchScript PRODUCT =
      new TorchScript(
          "x: Tensor, w: Tensor -> Tensor",
          "return torch.to(torch.matmul(torch.to(x, 15), torch.t(torch.to(w, 15))), 6)");

  /** Whether products are computed so here, and not in float32 instead. */
  public boolean isAvailable() {
    return this == FLOAT32 || PRODUCT.available();
  }

  /**
   * Fully connected layer without bias, with gradients for both factors.
   *
   * @param x (N, Ci)
   * @param weight (Co, Ci)
   * @return (N, Co)
   */
  public NDArray linear(NDArray x, NDArray weight) {
    boolean rounded = this == BFLOAT16 && x.getDataType() == DataType.FLOAT32 && isAvailable();
    return rounded ? PRODUCT.of(x, weight) : Ops.linear(x, weight, null);
  }
}
