package org.penumbra.pretrain;

import ai.djl.ndarray.NDArray;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.penumbra.model.StGcn;
import org.penumbra.skeleton.Stream;
import org.penumbra.tensor.Dropout;
import org.penumbra.tensor.Parameters;
import org.penumbra.train.Batch;

/**
 * A method of momentum contrast at work on one stream or on several, each with networks of its own.
 * The method says which views it makes and what it compares: its algorithm is {@link #step}.
 *
 * @param <N> networks of a stream
 */
abstract class StreamLearner<N extends StreamNetworks> implements Learner {
  private final Map<Stream, N> networks = new EnumMap<>(Stream.class);
  private final Dropout dropout = new Dropout();

  /** Takes over the networks of a stream. */
  final N add(Stream stream, N own) {
    networks.put(stream, own);
    return own;
  }

  /** Networks by stream, always in the same order. */
  final Map<Stream, N> networks() {
    return networks;
  }

  /**
   * The loss of a batch.
   *
   * @param dropout of the query networks, begun for this step
   * @return a scalar
   */
  abstract NDArray step(Batch batch, Dropout dropout);

  @Override
  public final NDArray loss(Batch batch) {
    dropout.begin(batch.key().with("dropout"));
    return step(batch, dropout);
  }

  @Override
  public final void afterUpdate(Batch batch) {
    networks.values().forEach(StreamNetworks::afterUpdate);
  }

  @Override
  public final StGcn encoder() {
    N first = networks.values().iterator().next();
    return networks.getOrDefault(Stream.JOINT, first).encoder();
  }

  @Override
  public final Map<Stream, StGcn> streams() {
    Map<Stream, StGcn> encoders = new EnumMap<>(Stream.class);
    networks.forEach((stream, own) -> encoders.put(stream, own.encoder()));
    return encoders.size() > 1 ? encoders : Map.of();
  }

  @Override
  public final Map<String, Parameters> trained() {
    Map<String, Parameters> all = new LinkedHashMap<>();
    networks.forEach((stream, own) -> all.putAll(own.trained(suffix(stream))));
    return all;
  }

  @Override
  public final Map<String, Parameters> state() {
    Map<String, Parameters> all = new LinkedHashMap<>();
    networks.forEach((stream, own) -> all.putAll(own.state(suffix(stream))));
    return all;
  }

  private String suffix(Stream stream) {
    return networks.size() == 1 ? "" : "-" + stream.label();
  }

  @Override
  public final void close() {
    networks.values().forEach(StreamNetworks::close);
  }
}
