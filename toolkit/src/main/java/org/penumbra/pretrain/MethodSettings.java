package org.penumbra.pretrain;

import org.penumbra.model.StGcnOptions;
import org.penumbra.train.TrainingOptions;

/**
 * What the settings of every method have in common.
 *
 * @param <O> the settings themselves, so that {@code withX} gives them back
 */
public interface MethodSettings<O extends MethodSettings<O>> {
  /** Size of the ST-GCN. */
  StGcnOptions encoder();

  /** Epochs, batch, rates, precision, seed. */
  TrainingOptions training();

  /** These settings with another encoder. */
  O withEncoder(StGcnOptions value);

  /** These settings with other training options. */
  O withTraining(TrainingOptions value);
}
