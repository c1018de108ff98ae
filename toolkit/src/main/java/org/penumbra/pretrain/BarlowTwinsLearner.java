package org.penumbra.pretrain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.penumbra.augment.Augmentation;
import org.penumbra.model.Projector;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.masking.TemporalMasking;
import org.penumbra.tensor.Dropout;
import org.penumbra.tensor.Parameters;
import org.penumbra.train.Batch;

/**
 * The networks of a Barlow Twins method at work: encoder and projector, and features of whole and
 * of masked views. A method says which views it makes and which it compares.
 */
abstract class BarlowTwinsLearner implements Learner {
  private final BarlowTwinsOptions options;
  private final int terms;
  private final StGcn encoder;
  private final Projector projector;
  private final BatchViews views;
  private final Augmentation augmentation;
  private final Dropout dropout = new Dropout();

  /**
   * Fresh networks.
   *
   * @param terms how many pairs of views the loss compares
   */
  BarlowTwinsLearner(BarlowTwinsMethod<?> method, int terms, PreparedDataset train) {
    this.terms = terms;
    options = method.options();
    encoder = method.randomEncoder(train.layout());
    projector =
        new Projector(
            encoder.features(),
            options.embedding(),
            options.training().precision(),
            method.key().with("projector"));
    augmentation = options.views().augmentation();
    views = new BatchViews(train, options.views().unit(), encoder.parameters().manager());
  }

  /** The loss of a batch; the views' purposes name their random draws. */
  abstract NDArray step(Batch batch);

  @Override
  public final NDArray loss(Batch batch) {
    dropout.begin(batch.key().with("dropout"));
    return step(batch);
  }

  /** Features of a view with all joints and frames, (N, features). */
  final NDArray whole(Batch batch, String purpose) {
    return withoutJoints(batch, purpose, List.of());
  }

  /** Features of a view with joints dropped from the graph, (N, features). */
  final NDArray withoutJoints(Batch batch, String purpose, List<Integer> joints) {
    return features(views.draw(batch, purpose, augmentation), joints);
  }

  /** Features of a view with frames taken out, (N, features). */
  final NDArray withoutFrames(Batch batch, String purpose, TemporalMasking masking) {
    return features(views.drawMasked(batch, purpose, augmentation, masking), List.of());
  }

  /** In the number type of the weights: float64 ones make the whole step float64. */
  private NDArray features(NDArray view, List<Integer> droppedJoints) {
    DataType type = encoder.parameters().get("data_bn.weight").getDataType();
    NDArray typed = view.toType(type, false);
    return encoder.train(typed, droppedJoints, dropout, options.training().precision());
  }

  /**
   * Barlow Twins of the anchor with each other view, added up.
   *
   * @param anchor features, closed
   * @param others features, closed
   * @return a scalar
   */
  final NDArray compare(NDArray anchor, List<NDArray> others) {
    List<NDArray> all = new ArrayList<>();
    all.add(anchor);
    all.addAll(others);
    List<NDArray> embeddings = projector.train(all);
    NDArray sum = options.loss().of(embeddings.get(0), embeddings.get(1));
    for (int i = 2; i < embeddings.size(); i++) {
      sum = sum.add(options.loss().of(embeddings.get(0), embeddings.get(i)));
    }
    return sum;
  }

  /** Every dimension equal to every other: each term has a matrix C of ones. */
  @Override
  public final OptionalDouble collapseLoss() {
    double width = options.embedding();
    return OptionalDouble.of(terms * width * (width - 1) * options.loss().lambda());
  }

  @Override
  public final StGcn encoder() {
    return encoder;
  }

  @Override
  public final Map<String, Parameters> trained() {
    return Map.of("encoder", encoder.parameters(), "projector", projector.parameters());
  }

  @Override
  public final void close() {
    projector.close();
  }
}
