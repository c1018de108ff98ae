package org.penumbra.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.tensor.BatchNorm;
import org.penumbra.tensor.Dropout;
import org.penumbra.tensor.Ops;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.Precision;
import org.penumbra.tensor.TensorScope;
import org.penumbra.tensor.WeightFile;
import org.penumbra.tensor.WeightNames;

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
    double[] partitions = GraphPartition.spatial(layout, options.distances());
    this.adjacency = manager.create(partitions, graph); // float64
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
    options.start().apply(parameters, key);
  }

  /**
   * A network of the size that a file's weights have.
   *
   * @param file {@code .safetensors} or {@code .npz}, ours or of the published code; see {@link
   *     WeightFile}
   * @param layout which joints and bones the weights were learned for
   * @throws DataFormatException if the weights are of no ST-GCN, or of other joints or bones
   */
  public static StGcn open(Path file, SkeletonLayout layout) {
    return EncoderFiles.open(file, layout);
  }

  /**
   * Overwrites all weights and running statistics with those of a file; names as {@link
   * WeightNames#ofEncoderIn} finds them.
   *
   * @throws DataFormatException if the file holds another network; the message lists every
   *     difference, and nothing is overwritten
   */
  public void load(Path file) {
    WeightFile weights = WeightFile.open(file);
    EncoderFiles.load(this, weights, WeightNames.ofEncoderIn(weights.shapes().keySet()));
  }

  /** As {@link #load(Path)}, of one of several encoders, by how names in the file are read. */
  public void load(Path file, WeightNames names) {
    EncoderFiles.load(this, WeightFile.open(file), names);
  }

  /**
   * Writes weights and running statistics; layout and sizes go into the metadata of {@code
   * .safetensors}.
   */
  public void save(Path file) {
    EncoderFiles.save(this, file);
  }

  /** Adjacency before edge importance, (K, V, V) in C-order. */
  double[] graph() {
    return GraphPartition.spatial(layout);
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
      return scope.handOut(forward(x, droppedJoints, ForwardPass.EVALUATION));
    }
  }

  /**
   * Features in training mode: statistics of the batch, dropout if the options say so. Call it
   * inside a {@link TensorScope}, which frees what autograd keeps.
   *
   * @param x (N, C, T, V, M), metres
   * @param droppedJoints joints taken out of the graph; empty for none
   * @param dropout begun for this step; null drops nothing, whatever the options say
   * @return (N, features)
   */
  public NDArray train(NDArray x, Collection<Integer> droppedJoints, Dropout dropout) {
    return train(x, droppedJoints, dropout, Precision.FLOAT32);
  }

  /**
   * As {@link #train(NDArray, Collection, Dropout)}.
   *
   * @param precision of maps and products; the features are in full precision
   */
  public NDArray train(
      NDArray x, Collection<Integer> droppedJoints, Dropout dropout, Precision precision) {
    return forward(x, droppedJoints, new ForwardPass(true, dropout, precision));
  }

  /**
   * Features in evaluation mode through which gradients flow: running statistics, which do not
   * move, and no dropout; AimCLR's fine-tuning. Call it inside a {@link TensorScope}, which frees
   * what autograd keeps.
   *
   * @param x (N, C, T, V, M), metres
   * @param precision of maps and products; the features are in full precision
   * @return (N, features)
   */
  public NDArray trainWithFixedStatistics(NDArray x, Precision precision) {
    return forward(x, Set.of(), new ForwardPass(false, null, precision));
  }

  /**
   * The last layer's maps in training mode, for what looks at them before they are averaged: {@link
   * #pool} makes features of them.
   *
   * @param x (N, C, T, V, M), metres
   * @param dropout begun for this step; null drops nothing, whatever the options say
   * @param precision of the layers' maps and products; what is returned is in full precision
   * @return (N M, features, T', V), with T' a quarter of T, rounded up
   */
  public NDArray trainMaps(NDArray x, Dropout dropout, Precision precision) {
    NDArray y = maps(x, List.of(), new ForwardPass(true, dropout, precision));
    Shape shape = y.getShape();
    long joints = layout.size();
    y = Ops.next(y, y.reshape(joints, shape.get(0) / joints, features(), shape.get(3)));
    return Ops.next(y, y.transpose(1, 2, 3, 0));
  }

  /**
   * Features of maps: the mean over frames, joints and bodies. Does not close the maps.
   *
   * @param maps (N M, features, T', V)
   * @param bodies M
   * @return (N, features)
   */
  public NDArray pool(NDArray maps, long bodies) {
    Shape shape = maps.getShape();
    long cells = shape.get(2) * shape.get(3);
    NDArray y = maps.reshape(shape.get(0) / bodies, bodies, features(), cells);
    y = Ops.next(y, y.sum(new int[] {1, 3})); // over bodies, and over frames and joints
    return Ops.next(y, Ops.divide(y, (double) (bodies * cells)));
  }

  private NDArray forward(NDArray x, Collection<Integer> droppedJoints, ForwardPass pass) {
    NDArray y = maps(x, droppedJoints, pass);
    long samples = x.getShape().get(0);
    long bodies = x.getShape().get(4);
    long frames = y.getShape().get(3);
    long joints = y.getShape().get(0) / (samples * bodies);
    y = Ops.next(y, y.transpose(0, 2, 3, 1));
    y = Ops.next(y, y.reshape(joints, samples, bodies * frames, features()));
    y = Ops.next(y, y.sum(new int[] {0, 2}));
    return Ops.next(y, Ops.divide(y, (double) (joints * bodies * frames)));
  }

  /** The last layer's maps, (V N M, features, 1, T'), joints outermost, in full precision. */
  private NDArray maps(NDArray x, Collection<Integer> droppedJoints, ForwardPass pass) {
    checkShape(x.getShape());
    NDArray y = normaliseInput(x, pass.training());
    NDArray selection = null;
    if (!droppedJoints.isEmpty()) {
      selection =
          JointSelection.without(layout.size(), droppedJoints)
              .matrix(x.getManager())
              .toType(x.getDataType(), false);
    }
    y = Ops.next(y, jointsFirst(y, selection));
    NDArray links = adjacency.toType(y.getDataType(), false);
    y = pass.precision().round(y);
    for (int i = 0; i < layers.size(); i++) {
      NDArray graph = links.mul(parameters.get("edge_importance." + i));
      if (selection != null) {
        graph = selection.transpose().matMul(graph).matMul(selection);
      }
      boolean drops = options.dropout() && i > 0;
      y = layers.get(i).forward(y, graph, parameters, drops ? pass : pass.withoutDropout());
    }
    return pass.precision().widen(y);
  }

  /**
   * (N M, V, C, T) to (V N M, C, 1, T), stored with channels last; joints that the selection lacks
   * go.
   */
  private static NDArray jointsFirst(NDArray x, NDArray selection) {
    Shape shape = x.getShape();
    long clips = shape.get(0);
    long frames = shape.get(3);
    long joints = shape.get(1);
    NDArray y = x.transpose(1, 0, 3, 2);
    if (selection != null) {
      y = Ops.next(y, y.reshape(joints, clips * frames * CHANNELS));
      y = Ops.next(y, selection.transpose().matMul(y));
      joints = y.getShape().get(0);
    }
    return Ops.next(y, Ops.channelsLast(y, joints * clips, frames, CHANNELS));
  }

  /** (N, C, T, V, M) to (N M, V, C, T), normalised per joint and coordinate. */
  private NDArray normaliseInput(NDArray x, boolean training) {
    Shape shape = x.getShape();
    long n = shape.get(0);
    long t = shape.get(2);
    long v = shape.get(3);
    long m = shape.get(4);
    NDArray y = x.transpose(0, 4, 3, 1, 2).reshape(n * m, v * CHANNELS, t);
    y = Ops.next(y, Ops.batchNorm(y, BatchNorm.of(parameters, "data_bn"), training));
    return Ops.next(y, y.reshape(n * m, v, CHANNELS, t));
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

  @Override
  public void close() {
    parameters.close();
  }
}
