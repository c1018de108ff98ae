package org.penumbra.results;

/**
 * The computation of a run that is not there yet.
 *
 * @param <T> the result
 */
@FunctionalInterface
public interface RunWork<T> {
  /**
   * Computes the result.
   *
   * @param progress a folder for work that an interruption must not lose
   */
  T compute(RunProgress progress);
}
