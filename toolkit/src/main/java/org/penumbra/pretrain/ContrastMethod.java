package org.penumbra.pretrain;

import org.penumbra.preprocess.PreparedDataset;

/**
 * A method of momentum contrast: a query network, a key network that follows it slowly, and a queue
 * of earlier keys. {@link SkeletonClr}, {@link CrosSclr}, {@link AimClr}, {@link CrossMoco}.
 *
 * @param <O> their settings
 * @param <M> the method itself, so that {@code withX} gives it back
 */
public interface ContrastMethod<O extends ContrastSettings<O>, M extends ContrastMethod<O, M>>
    extends ConfiguredMethod<O, M> {
  /**
   * {@inheritDoc}
   *
   * @param train joints, from which other streams are derived
   * @throws org.penumbra.core.InvalidOptionException if queue, batch and clips do not fit
   */
  @Override
  Learner learner(PreparedDataset train);

  @Override
  default String describe() {
    return options().describe();
  }
}
