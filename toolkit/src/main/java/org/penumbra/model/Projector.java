package org.penumbra.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.penumbra.core.RandomKey;
import org.penumbra.core.Require;
import org.penumbra.tensor.BatchNorm;
import org.penumbra.tensor.Initialisation;
import org.penumbra.tensor.Ops;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.Precision;

/**
 * The Barlow Twins projector of PSTL: three linear layers without bias, batch norm and ReLU after
 * the first two, then a batch norm without scale and shift (shared by all views). It is thrown away
 * after pretraining.
 */
public final class Projector implements AutoCloseable {
  private static final int LAYERS = 3;

  private final Parameters parameters = Parameters.create();
  private final Precision precision;

  /**
   * A projector with fresh weights.
   *
   * @param features length of the encoder's feature vector
   * @param width length of the embedding, D; 6144 in the papers
   * @param key seed of the weights
   */
  public Projector(int features, int width, RandomKey key) {
    this(features, width, Precision.FLOAT32, key);
  }

  /**
   * A projector with fresh weights.
   *
   * @param features length of the encoder's feature vector
   * @param width length of the embedding, D; 6144 in the papers
   * @param precision of the linear layers' products
   * @param key seed of the weights
   */
  public Projector(int features, int width, Precision precision, RandomKey key) {
    this.precision = precision;
    Require.atLeast("projector width", width, 1);
    for (int i = 0; i < LAYERS; i++) {
      int in = i == 0 ? features : width;
      parameters.add(
          "linear." + i + ".weight",
          Initialisation.uniformFanIn(
              parameters.manager(), new Shape(width, in), in, key.with("linear").with(i)));
      BatchNorm.create(parameters, "norm." + i, width, i < LAYERS - 1);
    }
  }

  /** Weights and running statistics. */
  public Parameters parameters() {
    return parameters;
  }

  /**
   * Embeddings of several views in training mode. All views go through each linear layer in one
   * product; batch norm sees each view alone, in order, so the result equals one pass per view.
   *
   * @param views features, each (N, features), all of one shape; closed
   * @return embeddings in the same order, each (N, D), of zero mean and unit variance per column
   */
  public List<NDArray> train(List<NDArray> views) {
    long samples = views.get(0).getShape().get(0);
    List<NDArray> current = views;
    for (int i = 0; i < LAYERS; i++) {
      NDArray joined = Ops.concatenate(current.toArray(NDArray[]::new));
      current.forEach(NDArray::close);
      joined =
          Ops.next(joined, precision.linear(joined, parameters.get("linear." + i + ".weight")));
      current = normalise(joined, samples, i);
    }
    return current;
  }

  private List<NDArray> normalise(NDArray joined, long samples, int layer) {
    BatchNorm norm = BatchNorm.of(parameters, "norm." + layer);
    NDList parts = joined.split(joined.getShape().get(0) / samples, 0);
    List<NDArray> views = new ArrayList<>();
    for (NDArray part : parts) {
      NDArray view = Ops.next(part, Ops.batchNorm(part, norm, true));
      views.add(layer < LAYERS - 1 ? Ops.next(view, Ops.relu(view)) : view);
    }
    joined.close();
    return views;
  }

  @Override
  public void close() {
    parameters.close();
  }
}
