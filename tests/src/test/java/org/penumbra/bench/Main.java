package org.penumbra.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs one benchmark: {@code Main NAME PYTHON PEER_SCRIPT}, or {@code Main NAME} without Python.
 */
final class Main {
  private static final Map<String, Benchmark> KNOWN =
      new TreeMap<>(
          Map.of(
              "arrays", new MappedArrayBenchmark(MappedArrayBenchmark.NTU_60),
              "data", new DataBenchmark(),
              "kmeans", new KMeansBenchmark(MappedArrayBenchmark.NTU_60),
              "impute", new ImputeBenchmark(950, 50, 3, 40_091),
              "resize", new ResizeBenchmark(TemporalResize::toolkit),
              "train", new TrainBenchmark(2, 7)));

  private static final Map<String, LocalBenchmark> LOCAL =
      new TreeMap<>(Map.of("occlusion", new OcclusionBenchmark(3, 5)));

  private Main() {}

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (arguments.length == 1 && LOCAL.containsKey(arguments[0])) {
      System.exit(run(LOCAL.get(arguments[0]), out));
    }
    Benchmark benchmark = arguments.length == 3 ? KNOWN.get(arguments[0]) : null;
    if (benchmark == null) {
      System.err.println(
          "bench: expected NAME PYTHON PEER_SCRIPT with NAME one of "
              + KNOWN.keySet()
              + ", or only NAME of "
              + LOCAL.keySet());
      System.exit(2);
      return;
    }
    try (Peer peer = Peer.start(arguments[1], Path.of(arguments[2]))) {
      out.println(benchmark.run(peer, out));
    } catch (DisagreementException | IOException e) {
      System.err.println("bench: " + e.getMessage());
      System.exit(1);
    }
  }

  private static int run(LocalBenchmark benchmark, PrintStream out) {
    try {
      out.println(benchmark.run(out));
      return 0;
    } catch (DisagreementException | IOException e) {
      System.err.println("bench: " + e.getMessage());
      return 1;
    }
  }
}
