package org.penumbra.pretrain;

import org.penumbra.model.StGcnOptions;
import org.penumbra.train.TrainingOptions;

/**
 * What the settings of every method of momentum contrast have in common.
 *
 * @param <O> the settings themselves, so that {@code withX} gives them back
 */
public interface ContrastSettings<O extends ContrastSettings<O>> {
  /** Size of the ST-GCN. */
  StGcnOptions encoder();

  /** Epochs, batch, rates, seed. */
  TrainingOptions training();

  /** One line for people: every setting. */
  String describe();

  /** These settings with another encoder. */
  O withEncoder(StGcnOptions value);

  /** These settings with other training options. */
  O withTraining(TrainingOptions value);

  /**
   * Checks that whole batches, and only such, go into queues and memory banks.
   *
   * @param clips number of training clips
   * @throws org.penumbra.core.InvalidOptionException if queue, batch and clips do not fit
   */
  void checkFor(int clips);
}
