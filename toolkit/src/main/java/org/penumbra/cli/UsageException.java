package org.penumbra.cli;

/** A verb was called with arguments it does not know. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
