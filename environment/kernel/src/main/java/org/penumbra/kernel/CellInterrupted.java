package org.penumbra.kernel;

/** The user interrupted the cell. */
final class CellInterrupted extends Exception {

  /**
   * An interrupt.
   *
   * @param how when it struck, or why the code goes on; completes the sentence "interrupted ..."
   * @param cause what the code threw because of it, or null
   * @param where the stack of the code at that moment, possibly empty
   */
  CellInterrupted(String how, Throwable cause, StackTraceElement[] where) {
    super("the cell was interrupted " + how, cause);
    setStackTrace(where);
  }
}
