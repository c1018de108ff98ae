package org.penumbra.pretrain;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.penumbra.model.StGcn;
import org.penumbra.skeleton.Stream;
import org.penumbra.train.TrainingHistory;

/**
 * What pretraining leaves: the encoder, and how the training went. Heads and projectors are thrown
 * away. Owns the encoders; close it when done.
 *
 * @param encoder network that turns clips into features; of several streams that of the joints
 * @param streams encoders by stream, {@code encoder} among them, of methods that train several
 *     together; empty for the others
 * @param history losses and times
 */
public record Pretrained(StGcn encoder, Map<Stream, StGcn> streams, TrainingHistory history)
    implements AutoCloseable {
  /** Keeps an unmodifiable copy. */
  public Pretrained {
    Map<Stream, StGcn> ordered = new EnumMap<>(Stream.class); // the same order in every process
    ordered.putAll(streams);
    streams = Collections.unmodifiableMap(ordered);
  }

  @Override
  public void close() {
    encoder.close();
    streams.values().stream().filter(each -> each != encoder).forEach(StGcn::close);
  }
}
