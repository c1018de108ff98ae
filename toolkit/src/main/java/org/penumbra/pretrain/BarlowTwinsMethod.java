package org.penumbra.pretrain;

import org.penumbra.augment.Views;
import org.penumbra.model.StGcnOptions;
import org.penumbra.tensor.Precision;
import org.penumbra.train.TrainingOptions;

/**
 * A method that pulls views of a clip together by {@link
 * org.penumbra.pretrain.loss.BarlowTwinsLoss}: {@link SkeletonBarlowTwins}, {@link Pstl}, {@link
 * Opstl}. They share their settings.
 *
 * @param <M> the method itself, so that {@code withX} gives it back
 */
public interface BarlowTwinsMethod<M extends BarlowTwinsMethod<M>> extends PretrainingMethod {
  /** Settings that these methods share. */
  BarlowTwinsOptions options();

  /** This method with other shared settings. */
  M withOptions(BarlowTwinsOptions value);

  @Override
  default TrainingOptions training() {
    return options().training();
  }

  @Override
  default StGcnOptions encoderOptions() {
    return options().encoder();
  }

  @Override
  default M withTraining(TrainingOptions value) {
    return withOptions(options().withTraining(value));
  }

  @Override
  default M withSeed(long seed) {
    return withTraining(training().withSeed(seed));
  }

  /** This method with another encoder. */
  default M withEncoder(StGcnOptions value) {
    return withOptions(options().withEncoder(value));
  }

  /** This method with another projector width; lambda D stays as it is. */
  default M withEmbedding(int width) {
    return withOptions(options().withEmbedding(width));
  }

  /** This method with another lambda. */
  default M withLambda(double value) {
    return withOptions(options().withLambda(value));
  }

  /** This method with other random views. */
  default M withViews(Views value) {
    return withOptions(options().withViews(value));
  }

  @Override
  default M withPrecision(Precision value) {
    return withTraining(training().withPrecision(value));
  }
}
