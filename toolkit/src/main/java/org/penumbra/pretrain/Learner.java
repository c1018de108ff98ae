package org.penumbra.pretrain;

import java.util.Map;
import org.penumbra.model.StGcn;
import org.penumbra.skeleton.Stream;
import org.penumbra.train.TrainingStep;

/**
 * A method at work on one data set: its networks, and the loss of a batch. {@link
 * PretrainingMethod#learner} makes it; the training loop drives it.
 *
 * <p>Closing frees everything but the encoders, which outlive the training.
 */
public interface Learner extends TrainingStep, AutoCloseable {
  /** The encoder that the training is for; of several streams that of the joints. */
  StGcn encoder();

  /** Encoders by stream, of methods that train several together; empty for the others. */
  default Map<Stream, StGcn> streams() {
    return Map.of();
  }

  /** Frees heads, projectors, momentum encoders and queues. */
  @Override
  void close();
}
