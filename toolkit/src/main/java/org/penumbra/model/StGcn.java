package org.penumbra.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.tensor.BatchNorm;
import org.penumbra.tensor.Dropout;
import org.penumbra.tensor.Ops;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.TensorScope;

/**
 * Spatio-temporal graph convolutional network, the encoder of all the papers: batch norm of the raw
 * input per joint and coordinate, ten {@link StGcnLayer}s over a graph with learned edge
 * importance, mean over frames and joints, then plain mean over bodies (an absent body is averaged
 * in, as in the reference).
 *
 * <p>Joints can be dropped from the graph: their rows and columns of the adjacency go, without
 * renormalising, and pooling is over those that stay. Fewer frames need no change.
 *
 * <p>Parameter names are those of the reference's state dictionary. Owns its parameters; close it
 * when done.
 */
public final class StGcn implements AutoCloseable {
  private static final int CHANNELS = 3;

  private final SkeletonLayout layout;
  private final StGcnOptions options;
  private final List<StGcnLayer> layers = new ArrayList<>();
  private final Parameters parameters;
  private final NDArray adjacency; // (K, V, V)

  /**
   * A network with fresh weights.
   *
   * @param layout which joints and bones
   * @param options sizes
   * @param key seed of the weights
   */
  public StGcn(SkeletonLayout layout, StGcnOptions options, RandomKey key) {
    this.layout = layout;
    this.options = options;
    this.parameters = Parameters.create();
    NDManager manager = parameters.manager();
    int joints = layout.size();
    Shape graph = new Shape(GraphPartition.PARTITIONS, joints, joints);
    this.adjacency = manager.create(toFloats(GraphPartition.spatial(layout)), graph);
    NDScope.unregister(adjacency); // made inside a scope, it must outlive it
    BatchNorm.create(parameters, "data_bn", CHANNELS * joints, true);
    for (StGcnOptions.LayerShape shape : options.layers()) {
      StGcnLayer layer = new StGcnLayer("st_gcn_networks." + layers.size(), shape);
      layer.create(parameters, key);
      layers.add(layer);
    }
    for (int i = 0; i < layers.size(); i++) {
      parameters.add("edge_importance." + i, manager.ones(graph));
    }
  }

  /** Weights and running statistics. */
  public Parameters parameters() {
    return parameters;
  }

  /** Which joints the network reads. */
  public SkeletonLayout layout() {
    return layout;
  }

  /** Sizes. */
  public StGcnOptions options() {
    return options;
  }

  /** Length of the feature vector. */
  public int features() {
    return options.features();
  }

  /**
   * Features in evaluation mode: running statistics, no dropout.
   *
   * @param x (N, C, T, V, M), metres
   * @return (N, features)
   */
  public NDArray evaluate(NDArray x) {
    return evaluate(x, Set.of());
  }

  /** As {@link #evaluate(NDArray)}, with joints dropped from the graph. */
  public NDArray evaluate(NDArray x, Collection<Integer> droppedJoints) {
    try (TensorScope scope = TensorScope.open()) {
      return scope.handOut(forward(x, droppedJoints, false, null));
    }
  }

  /**
   * Features in training mode: statistics of the batch, dropout if the options say so. Call it
   * inside a {@link TensorScope}, which frees what autograd keeps.
   *
   * @param x (N, C, T, V, M), metres
   * @param droppedJoints joints taken out of the graph; empty for none
   * @param dropout begun for this step
   * @return (N, features)
   */
  public NDArray train(NDArray x, Collection<Integer> droppedJoints, Dropout dropout) {
    return forward(x, droppedJoints, true, options.dropout() ? dropout : null);
  }

  private NDArray forward(
      NDArray x, Collection<Integer> droppedJoints, boolean training, Dropout dropout) {
    checkShape(x.getShape());
    long samples = x.getShape().get(0);
    long bodies = x.getShape().get(4);
    NDArray y = normaliseInput(x, training);
    NDArray selection = null;
    if (!droppedJoints.isEmpty()) {
      selection = JointSelection.without(layout.size(), droppedJoints).matrix(x.getManager());
      y = Ops.next(y, y.matMul(selection));
    }
    for (int i = 0; i < layers.size(); i++) {
      NDArray graph = adjacency.mul(parameters.get("edge_importance." + i));
      if (selection != null) {
        graph = selection.transpose().matMul(graph).matMul(selection);
      }
      y = layers.get(i).forward(y, graph, parameters, training, i == 0 ? null : dropout);
    }
    long cells = y.getShape().get(2) * y.getShape().get(3);
    y = Ops.next(y, y.reshape(samples, bodies, features(), cells));
    y = Ops.next(y, y.sum(new int[] {1, 3})); // over bodies, and over frames and joints
    return Ops.next(y, y.div(bodies * cells));
  }

  /** (N, C, T, V, M) to (N M, C, T, V), normalised per joint and coordinate. */
  private NDArray normaliseInput(NDArray x, boolean training) {
    Shape shape = x.getShape();
    long n = shape.get(0);
    long t = shape.get(2);
    long v = shape.get(3);
    long m = shape.get(4);
    NDArray y = x.transpose(0, 4, 3, 1, 2).reshape(n * m, v * CHANNELS, t);
    y = Ops.next(y, Ops.batchNorm(y, BatchNorm.of(parameters, "data_bn"), training));
    y = Ops.next(y, y.reshape(n * m, v, CHANNELS, t));
    return Ops.next(y, y.transpose(0, 2, 3, 1));
  }

  private void checkShape(Shape shape) {
    boolean fits =
        shape.dimension() == 5
            && shape.get(1) == CHANNELS
            && shape.get(2) > 0
            && shape.get(3) == layout.size()
            && shape.get(4) > 0;
    if (!fits) {
      throw new InvalidOptionException(
          "input of ST-GCN",
          "(N, 3, T, " + layout.size() + ", M), the shape of layout " + layout.name(),
          shape);
    }
  }

  private static float[] toFloats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  @Override
  public void close() {
    parameters.close();
  }
}
