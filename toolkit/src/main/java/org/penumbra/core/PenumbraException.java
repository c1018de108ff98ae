package org.penumbra.core;

/**
 * Parent of every exception that tells a user what to do. The message is one or a few plain
 * sentences: what was wrong, where, what was expected and found, and the remedy.
 */
public abstract class PenumbraException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PenumbraException(String message) {
    super(message);
  }

  PenumbraException(String message, Throwable cause) {
    super(message, cause);
  }
}
