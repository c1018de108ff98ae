package org.penumbra.core;

/** An option, argument or setting outside its allowed range. */
public final class InvalidOptionException extends PenumbraException {
  private static final long serialVersionUID = 1L;

  /**
   * Names the option, what is allowed and what was found.
   *
   * @param option the option as the user wrote it, for instance {@code rate}
   * @param allowed what would have been accepted, for instance {@code between 0 and 1}
   * @param found the value given
   */
  public InvalidOptionException(String option, String allowed, Object found) {
    super(option + " must be " + allowed + ", found " + quoted(found) + ".");
  }

  private static String quoted(Object value) {
    return value instanceof CharSequence ? "'" + value + "'" : String.valueOf(value);
  }
}
