package org.penumbra.cli;

/** Something that the command line can do. */
interface Verb {
  /** What it is called and takes. */
  Manual manual();

  /**
   * Does it.
   *
   * @return the exit status: 0 if all is well, 1 if something is left to do
   */
  int run(Given given, Console console);
}
