package org.penumbra.bench;

/** Our side and the peer computed different values, so their times cannot be compared. */
final class DisagreementException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DisagreementException(String message) {
    super(message);
  }
}
