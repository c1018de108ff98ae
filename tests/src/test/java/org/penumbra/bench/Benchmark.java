package org.penumbra.bench;

import java.io.IOException;
import java.io.PrintStream;

/** One side-by-side benchmark. */
@FunctionalInterface
interface Benchmark {
  /**
   * Checks that both sides agree, times them in turns and prints the medians.
   *
   * @param peer the running peer of this benchmark
   * @param out where progress and medians go
   * @return what was measured, for the closing line
   * @throws DisagreementException if the two sides computed different values
   */
  ResultLine run(Peer peer, PrintStream out) throws IOException;
}
