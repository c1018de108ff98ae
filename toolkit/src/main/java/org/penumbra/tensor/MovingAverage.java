package org.penumbra.tensor;

import ai.djl.ndarray.NDArray;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;

/**
 * Weights that follow those of another network slowly, as the key encoders of the MoCo family do:
 * {@code average = m average + (1 - m) source}.
 */
public final class MovingAverage {
  private MovingAverage() {}

  /**
   * Moves every learned weight one step, in place. Buffers stay as they are: a key network runs in
   * training mode and keeps batch statistics of its own, as in the published code.
   *
   * @param average the slow weights
   * @param source the weights they follow, of the same names and shapes; not changed
   * @param momentum share of the old value that is kept, 0 to 1; 0.999 in the papers. With 0 the
   *     weights are copied, with 1 they stay
   * @throws InvalidOptionException if names or shapes differ
   */
  public static void update(Parameters average, Parameters source, double momentum) {
    Require.inRange("momentum", momentum, 0, 1);
    check(average, source);
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      average
          .weights()
          .forEach(
              (name, slow) -> {
                slow.muli(momentum);
                slow.addi(Ops.scale(source.get(name), 1 - momentum));
              });
    }
  }

  private static void check(Parameters average, Parameters source) {
    if (!average.weights().keySet().equals(source.weights().keySet())) {
      throw new InvalidOptionException(
          "weights that an average follows",
          "of the same names, " + average.weights().keySet(),
          source.weights().keySet());
    }
    for (String name : average.weights().keySet()) {
      NDArray slow = average.get(name);
      NDArray fast = source.get(name);
      if (!slow.getShape().equals(fast.getShape())) {
        throw new InvalidOptionException(
            "shape of " + name, slow.getShape().toString(), fast.getShape());
      }
    }
  }
}
