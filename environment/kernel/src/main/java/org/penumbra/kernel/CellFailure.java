package org.penumbra.kernel;

import java.util.List;
import java.util.Objects;

/** A cell that did not end well, in the three parts in which Jupyter shows an error. */
public final class CellFailure extends Exception {

  private final String errorName;
  private final List<String> report;

  /**
   * A failure.
   *
   * @param errorName short name of the error, in general the simple name of the exception's class
   * @param message what happened, in one line where possible
   * @param report the lines to show, with ANSI colours
   */
  CellFailure(String errorName, String message, List<String> report) {
    super(Objects.requireNonNull(message, "message"));
    this.errorName = Objects.requireNonNull(errorName, "errorName");
    this.report = List.copyOf(report);
  }

  /** Short name of the error: the {@code ename} of the Jupyter protocol. */
  public String errorName() {
    return errorName;
  }

  /** The lines to show, with ANSI colours: the {@code traceback} of the Jupyter protocol. */
  public List<String> report() {
    return report;
  }

  /** The report as plain text, one line per entry, without colours. */
  public String plainReport() {
    return Ansi.strip(String.join("\n", report));
  }
}
