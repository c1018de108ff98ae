package org.penumbra.pretrain;

import org.penumbra.model.StGcnOptions;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.tensor.Precision;
import org.penumbra.train.TrainingOptions;

/**
 * A method of momentum contrast: a query network, a key network that follows it slowly, and a queue
 * of earlier keys. {@link SkeletonClr}, {@link CrosSclr}, {@link AimClr}, {@link CrossMoco}. What
 * they do with them is theirs; how their settings are read and changed is said here.
 *
 * @param <O> their settings
 * @param <M> the method itself, so that {@code withX} gives it back
 */
public interface ContrastMethod<O extends ContrastSettings<O>, M extends ContrastMethod<O, M>>
    extends PretrainingMethod {
  /** All settings. */
  O options();

  /** This method with other settings. */
  M withOptions(O value);

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

  @Override
  default M withPrecision(Precision value) {
    return withTraining(training().withPrecision(value));
  }

  /** This method with another encoder. */
  default M withEncoder(StGcnOptions value) {
    return withOptions(options().withEncoder(value));
  }
}
