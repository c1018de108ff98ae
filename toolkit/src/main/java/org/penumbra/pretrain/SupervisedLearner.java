package org.penumbra.pretrain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.penumbra.augment.DrawUnit;
import org.penumbra.model.LinearClassifier;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.tensor.Dropout;
import org.penumbra.tensor.Ops;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.Precision;
import org.penumbra.train.Batch;

/** Supervised training at work: clips, encoder, classifier, cross-entropy. */
final class SupervisedLearner implements Learner {
  private final StGcn encoder;
  private final LinearClassifier classifier;
  private final boolean ownsClassifier;
  private final Precision precision;
  private final BatchViews views;
  private final int[] labels;
  private final Dropout dropout = new Dropout();

  /**
   * A fresh encoder and a classifier.
   *
   * @param ownsClassifier whether closing this closes the classifier
   */
  SupervisedLearner(
      SupervisedStGcn method,
      PreparedDataset train,
      LinearClassifier classifier,
      boolean ownsClassifier) {
    this.encoder = method.randomEncoder(train.layout());
    this.classifier = classifier;
    this.ownsClassifier = ownsClassifier;
    this.precision = method.training().precision();
    this.views = new BatchViews(train, DrawUnit.BATCH, encoder.parameters().manager());
    this.labels = train.labels();
  }

  @Override
  public NDArray loss(Batch batch) {
    dropout.begin(batch.key().with("dropout"));
    DataType type = classifier.parameters().get("weight").getDataType();
    NDArray clips = views.draw(batch, "clips", (view, random) -> {}).toType(type, false);
    NDArray features = encoder.train(clips, List.of(), dropout, precision);
    int[] truth = Arrays.stream(batch.samples()).map(sample -> labels[sample]).toArray();
    NDManager manager = encoder.parameters().manager();
    return Ops.crossEntropy(classifier.logits(features), manager.create(truth));
  }

  @Override
  public StGcn encoder() {
    return encoder;
  }

  @Override
  public Map<String, Parameters> trained() {
    return Map.of("encoder", encoder.parameters(), "classifier", classifier.parameters());
  }

  @Override
  public void close() {
    if (ownsClassifier) {
      classifier.close();
    }
  }
}
