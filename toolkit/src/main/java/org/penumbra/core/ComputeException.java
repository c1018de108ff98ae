package org.penumbra.core;

/** A numeric engine that cannot be used on this machine, for instance for want of its library. */
public final class ComputeException extends PenumbraException {
  private static final long serialVersionUID = 1L;

  /**
   * The message says what cannot be used, why, and how to find the remedy.
   *
   * @param message the whole message
   * @param cause what the engine or the linker threw
   */
  public ComputeException(String message, Throwable cause) {
    super(message, cause);
  }
}
