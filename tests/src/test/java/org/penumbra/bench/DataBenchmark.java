package org.penumbra.bench;

import java.io.IOException;
import java.io.PrintStream;

/** Reading data: raw skeleton files. */
final class DataBenchmark implements Benchmark {
  @Override
  public ResultLine run(Peer peer, PrintStream out) throws IOException {
    return new ParsingBenchmark().run(peer, out, new ResultLine().with("bench", "data"));
  }
}
