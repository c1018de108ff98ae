package org.penumbra.bench;

import java.io.IOException;
import java.io.PrintStream;

/** A benchmark whose peers are Java too. */
@FunctionalInterface
interface LocalBenchmark {
  /**
   * Checks that all sides agree, times them in turns and prints the medians.
   *
   * @param out where progress and medians go
   * @return what was measured, for the closing line
   * @throws DisagreementException if the sides computed different values
   */
  ResultLine run(PrintStream out) throws IOException;
}
