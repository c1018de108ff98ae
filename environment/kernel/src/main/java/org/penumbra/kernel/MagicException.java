package org.penumbra.kernel;

/** A magic line that is wrong or could not be done; the message says which and why. */
final class MagicException extends Exception {

  MagicException(String message) {
    super(message);
  }
}
