package org.penumbra.cli;

/** The command line is wrong: an unknown verb or option, a value of the wrong form. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
