package org.penumbra.pretrain;

/**
 * What the settings of every method of momentum contrast have in common.
 *
 * @param <O> the settings themselves, so that {@code withX} gives them back
 */
public interface ContrastSettings<O extends ContrastSettings<O>> extends MethodSettings<O> {
  /** One line for people: every setting. */
  String describe();

  /**
   * Checks that whole batches, and only such, go into queues and memory banks.
   *
   * @param clips number of training clips
   * @throws org.penumbra.core.InvalidOptionException if queue, batch and clips do not fit
   */
  void checkFor(int clips);
}
