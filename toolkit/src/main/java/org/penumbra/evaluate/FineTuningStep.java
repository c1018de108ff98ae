package org.penumbra.evaluate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import org.penumbra.data.SkeletonClip;
import org.penumbra.model.LinearClassifier;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.Learner;
import org.penumbra.tensor.Dropout;
import org.penumbra.tensor.Ops;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.Precision;
import org.penumbra.train.Batch;

/** Fine-tuning at work: clips, encoder, classifier, cross-entropy. Owns nothing. */
final class FineTuningStep implements Learner {
  private final StGcn encoder;
  private final LinearClassifier classifier;
  private final PreparedDataset train;
  private final FineTuning settings;
  private final int[] labels;
  private final Dropout dropout = new Dropout();

  FineTuningStep(
      StGcn encoder, LinearClassifier classifier, PreparedDataset train, FineTuning settings) {
    this.encoder = encoder;
    this.classifier = classifier;
    this.train = train;
    this.settings = settings;
    this.labels = train.labels();
  }

  @Override
  public NDArray loss(Batch batch) {
    int[] samples = batch.samples();
    int[] truth = new int[samples.length];
    float[] values = new float[samples.length * train.sampleLength()];
    for (int n = 0; n < samples.length; n++) {
      truth[n] = labels[samples[n]];
      train.copyTo(samples[n], values, n * train.sampleLength());
    }
    NDManager manager = encoder.parameters().manager();
    Shape shape =
        new Shape(
            samples.length,
            SkeletonClip.CHANNELS,
            train.frames(),
            train.layout().size(),
            train.bodies());
    NDArray features = features(manager.create(values, shape), batch);
    return Ops.crossEntropy(classifier.logits(features), manager.create(truth));
  }

  private NDArray features(NDArray clips, Batch batch) {
    Precision precision = settings.training().precision();
    if (settings.mode() == EncoderMode.EVALUATION) {
      return encoder.trainWithFixedStatistics(clips, precision);
    }
    dropout.begin(batch.key().with("dropout"));
    return encoder.train(clips, List.of(), dropout, precision);
  }

  @Override
  public Map<String, Parameters> trained() {
    return Map.of("encoder", encoder.parameters(), "classifier", classifier.parameters());
  }

  @Override
  public StGcn encoder() {
    return encoder;
  }

  @Override
  public void close() {
    // Both networks outlive the training.
  }
}
