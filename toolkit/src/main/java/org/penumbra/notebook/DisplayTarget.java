package org.penumbra.notebook;

/** Where displays go: a Jupyter kernel of some family, or plain text. */
interface DisplayTarget {
  /** Name for people, for instance {@code IJava}. */
  String name();

  /** Whether {@link #update} replaces what {@link #display} showed. */
  boolean canUpdate();

  /**
   * Shows an output.
   *
   * @param id name under which it can be replaced later
   */
  void display(String id, Output output);

  /** Replaces the output shown under an id. */
  void update(String id, Output output);
}
