package org.penumbra.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.core.Require;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.Initialisation;
import org.penumbra.tensor.Ops;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.TensorScope;

/**
 * One linear layer from features to class scores, PSTL's start: Xavier's normal distribution, bias
 * 0. Owns its parameters; close it when done.
 */
public final class LinearClassifier implements AutoCloseable {
  private final Parameters parameters = Parameters.create();
  private final int features;

  /**
   * A classifier with fresh weights.
   *
   * @param features length of the feature vector, F
   * @param classes number of classes
   * @param key seed of the weights
   */
  public LinearClassifier(int features, int classes, RandomKey key) {
    this.features = Require.atLeast("features", features, 1);
    Shape shape = new Shape(Require.atLeast("classes", classes, 1), features);
    NDManager manager = parameters.manager();
    parameters.add("weight", Initialisation.xavierNormal(manager, shape, key));
    parameters.add("bias", manager.zeros(new Shape(classes)));
  }

  /** Weights. */
  public Parameters parameters() {
    return parameters;
  }

  /**
   * Class scores before the softmax.
   *
   * @param x features, (N, F)
   * @return (N, classes)
   */
  public NDArray logits(NDArray x) {
    return Ops.linear(x, parameters.get("weight"), parameters.get("bias"));
  }

  /**
   * The class with the highest score.
   *
   * @param values features row by row, (N, F), for instance {@code embeddings.values()}
   * @return N labels
   */
  public int[] predict(float[] values) {
    if (values.length % features != 0) {
      throw new InvalidOptionException(
          "features to classify", "rows of " + features + " numbers", values.length + " numbers");
    }
    if (values.length == 0) {
      return new int[0];
    }
    try (TensorScope scope = TensorScope.open();
        NDManager manager = Compute.newManager()) {
      scope.holds();
      NDArray x = manager.create(values, new Shape(values.length / features, features));
      return Arrays.stream(logits(x).argMax(1).toLongArray()).mapToInt(Math::toIntExact).toArray();
    }
  }

  @Override
  public void close() {
    parameters.close();
  }
}
