package org.penumbra.core;

/** A training that cannot go on, for instance because the loss is no number any more. */
public final class TrainingException extends PenumbraException {
  private static final long serialVersionUID = 1L;

  /**
   * The message says at which epoch and step it stopped, with which settings, and what to try.
   *
   * @param message the whole message
   */
  public TrainingException(String message) {
    super(message);
  }
}
