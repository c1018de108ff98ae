package org.penumbra.evaluate;

import org.penumbra.model.LinearClassifier;
import org.penumbra.model.StGcn;
import org.penumbra.train.TrainingHistory;

/**
 * What fine-tuning leaves. Owns both networks; close it when done.
 *
 * @param encoder the tuned copy
 * @param classifier reads the copy's features
 * @param result accuracies and predictions on the test clips
 * @param history losses and times
 */
public record FineTuned(
    StGcn encoder, LinearClassifier classifier, LinearResult result, TrainingHistory history)
    implements AutoCloseable {
  /** Learned numbers: all of the encoder and of the classifier. */
  public long trainedParameters() {
    return encoder.parameters().count() + classifier.parameters().count();
  }

  @Override
  public void close() {
    encoder.close();
    classifier.close();
  }
}
