package org.penumbra.tensor;

/** Moves weights along their gradients. Owns its state; close it when done. */
public interface Optimiser extends AutoCloseable {
  /**
   * One update from the gradients that are there; call outside a gradient collector and inside a
   * {@link TensorScope}.
   *
   * @param rate learning rate; with 0 the state moves and the weights do not
   */
  void step(double rate);

  /** Everything it remembers between steps, as buffers, so that a checkpoint can hold it. */
  Parameters state();

  @Override
  void close();
}
