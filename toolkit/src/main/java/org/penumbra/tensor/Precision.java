package org.penumbra.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import org.penumbra.core.InvalidOptionException;

/**
 * In which numbers a network computes its maps and products. Weights, their gradients, statistics
 * of batch norm, losses and updates are float32 in either.
 */
public enum Precision {
  /** Seven digits. */
  FLOAT32("float32"),

  /**
   * Maps and factors are rounded to bfloat16, two to three digits, and their products added up in
   * float32: each output of a layer is right to about 1 percent of the outputs' size. Needs the
   * engine's script interpreter; without it everything is float32.
   *
   * <p>Pays where the processor multiplies bfloat16 faster than float32: AVX512-BF16, AMX, and GPUs
   * since Ampere.
   */
  BFLOAT16("bfloat16");

  private final String label;

  Precision(String label) {
    this.label = label;
  }

  // Numbers of the types in PyTorch. DJL itself would end the process if asked for bfloat16.
  private static final TorchScript TO_BFLOAT16 =
      new TorchScript("x: Tensor -> Tensor", "return torch.to(x, 15)");
  private static final TorchScript TO_FLOAT32 =
      new TorchScript("x: Tensor -> Tensor", "return torch.to(x, 6)");

  /** For people, and for {@link #named}. */
  public String label() {
    return label;
  }

  /**
   * The precision of a label.
   *
   * @throws InvalidOptionException if there is none; the message lists them
   */
  public static Precision named(String label) {
    return Arrays.stream(values())
        .filter(each -> each.label.equalsIgnoreCase(label.strip()))
        .findFirst()
        .orElseThrow(() -> new InvalidOptionException("precision", "float32 or bfloat16", label));
  }

  /** Whether numbers are rounded so here, and not kept in float32 instead. */
  public boolean isAvailable() {
    return this == FLOAT32 || (TO_BFLOAT16.available() && TO_FLOAT32.available());
  }

  /**
   * A tensor in this precision; its gradient comes back in float32.
   *
   * @param x any shape; not closed
   * @return {@code x} itself unless it is float32 and has to be rounded. What is rounded has a type
   *     that DJL has no name for: nothing may be asked of it that depends on its type
   */
  public NDArray round(NDArray x) {
    boolean rounds = this == BFLOAT16 && x.getDataType() == DataType.FLOAT32 && isAvailable();
    return rounds ? TO_BFLOAT16.of(x) : x;
  }

  /**
   * A tensor in full precision again.
   *
   * @param x from {@link #round}, or computed from what is; not closed
   * @return {@code x} itself unless it was rounded
   */
  public NDArray widen(NDArray x) {
    boolean rounded = this == BFLOAT16 && x.getDataType() == DataType.UNKNOWN;
    return rounded ? TO_FLOAT32.of(x) : x;
  }

  /**
   * Fully connected layer without bias, with gradients for both factors.
   *
   * @param x (N, Ci)
   * @param weight (Co, Ci)
   * @return (N, Co), in full precision
   */
  public NDArray linear(NDArray x, NDArray weight) {
    return widen(Ops.linear(round(x), round(weight), null));
  }
}
