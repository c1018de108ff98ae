package org.penumbra.core;

/** A file or array that does not have the form it should have. */
public final class DataFormatException extends PenumbraException {
  private static final long serialVersionUID = 1L;

  /**
   * Names the place and the difference.
   *
   * @param place file, and line, byte or index inside it where that is known
   * @param problem what was expected and found, and what to do about it
   */
  public DataFormatException(String place, String problem) {
    super(place + ": " + problem);
  }

  /** As {@link #DataFormatException(String, String)}, keeping the cause. */
  public DataFormatException(String place, String problem, Throwable cause) {
    super(place + ": " + problem, cause);
  }
}
