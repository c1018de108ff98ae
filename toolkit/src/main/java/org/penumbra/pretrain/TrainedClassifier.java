package org.penumbra.pretrain;

import org.penumbra.model.LinearClassifier;
import org.penumbra.model.StGcn;

/**
 * What supervised training leaves: an encoder, a classifier of its features, and how the training
 * went. Owns both networks; close it when done.
 *
 * @param pretrained encoder and history
 * @param classifier reads the encoder's features
 */
public record TrainedClassifier(Pretrained pretrained, LinearClassifier classifier)
    implements AutoCloseable {
  /** The encoder. */
  public StGcn encoder() {
    return pretrained.encoder();
  }

  @Override
  public void close() {
    pretrained.close();
    classifier.close();
  }
}
