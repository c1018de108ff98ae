package org.penumbra.pretrain;

import org.penumbra.augment.Views;

/**
 * A method that pulls views of a clip together by {@link
 * org.penumbra.pretrain.loss.BarlowTwinsLoss}: {@link SkeletonBarlowTwins}, {@link Pstl}, {@link
 * Opstl}. They share their settings.
 *
 * @param <M> the method itself, so that {@code withX} gives it back
 */
public interface BarlowTwinsMethod<M extends BarlowTwinsMethod<M>>
    extends ConfiguredMethod<BarlowTwinsOptions, M> {
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
}
