package org.penumbra.pretrain;

import org.penumbra.model.StGcnOptions;
import org.penumbra.tensor.Precision;
import org.penumbra.train.TrainingOptions;

/**
 * A method that is read and changed through its settings.
 *
 * @param <O> its settings
 * @param <M> the method itself, so that {@code withX} gives it back
 */
public interface ConfiguredMethod<O extends MethodSettings<O>, M extends ConfiguredMethod<O, M>>
    extends PretrainingMethod {
  /** All settings that methods of its kind share. */
  O options();

  /** This method with other settings. */
  M withOptions(O value);

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
