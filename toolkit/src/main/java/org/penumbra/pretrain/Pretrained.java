package org.penumbra.pretrain;

import org.penumbra.model.StGcn;
import org.penumbra.train.TrainingHistory;

/**
 * What pretraining leaves: the encoder, and how the training went. Heads and projectors are thrown
 * away. Owns the encoder; close it when done.
 *
 * @param encoder network that turns clips into features
 * @param history losses and times
 */
public record Pretrained(StGcn encoder, TrainingHistory history) implements AutoCloseable {
  @Override
  public void close() {
    encoder.close();
  }
}
