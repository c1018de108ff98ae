package org.penumbra.core;

/** A data set, file or resource that is not where it was looked for. */
public final class DataNotFoundException extends PenumbraException {
  private static final long serialVersionUID = 1L;

  /**
   * The message says what is missing, where it was looked for and how to get it.
   *
   * @param message the whole message
   */
  public DataNotFoundException(String message) {
    super(message);
  }
}
