package org.penumbra.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Clips of (L, 25, 3) with L from 20 to 200 resized to 50 frames, beside NumPy. */
record ResizeBenchmark(TemporalResize ours) implements Benchmark {
  private static final int CLIPS = 64;
  private static final int WIDTH = 25 * 3;
  private static final int TARGET = 50;
  private static final int ROUNDS = 15;
  private static final double TOLERANCE = 1e-5;

  @Override
  public ResultLine run(Peer peer, PrintStream out) throws IOException {
    List<float[]> clips = clips(1);
    Path folder = Files.createTempDirectory("penumbra-bench-");
    try {
      writeInputs(folder, clips);
      String version = peer.prepare(folder);
      double difference = largestDifference(clips, Float32File.read(folder.resolve("peer.f32")));
      out.printf(
          Locale.ROOT, "%d clips, both sides agree (largest difference %.2g)%n", CLIPS, difference);
      Comparison times =
          Comparison.measure(
              Comparison.timed(() -> clips.forEach(clip -> ours.resize(clip, WIDTH, TARGET))),
              peer::seconds,
              ROUNDS);
      out.printf(
          Locale.ROOT,
          "median of %d rounds: ours %.3f ms, %s %.3f ms, ours / peer %.3f%n",
          ROUNDS,
          times.ourMedian() * 1e3,
          version,
          times.peerMedian() * 1e3,
          times.ratio());
      return new ResultLine()
          .with("bench", "resize")
          .with("peer", version)
          .with("clips", CLIPS)
          .with("rounds", ROUNDS)
          .with("difference", difference)
          .with("ours_ms", times.ourMedian() * 1e3)
          .with("peer_ms", times.peerMedian() * 1e3)
          .with("ours_over_peer", times.ratio());
    } finally {
      delete(folder);
    }
  }

  private static List<float[]> clips(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return random
        .ints(CLIPS, 20, 201)
        .mapToObj(
            length -> {
              float[] clip = new float[length * WIDTH];
              for (int i = 0; i < clip.length; i++) {
                clip[i] = (float) random.nextDouble(-2, 2);
              }
              return clip;
            })
        .toList();
  }

  private static void writeInputs(Path folder, List<float[]> clips) throws IOException {
    String lengths =
        clips.stream()
            .map(c -> Integer.toString(c.length / WIDTH))
            .collect(Collectors.joining(" "));
    Files.writeString(folder.resolve("lengths.txt"), lengths);
    float[] all = new float[clips.stream().mapToInt(clip -> clip.length).sum()];
    int at = 0;
    for (float[] clip : clips) {
      System.arraycopy(clip, 0, all, at, clip.length);
      at += clip.length;
    }
    Float32File.write(folder.resolve("clips.f32"), all);
  }

  private double largestDifference(List<float[]> clips, float[] theirs) {
    int size = TARGET * WIDTH;
    if (theirs.length != clips.size() * size) {
      throw new DisagreementException(
          "resize: expected " + clips.size() * size + " values, the peer wrote " + theirs.length);
    }
    double largest = 0;
    for (int clip = 0; clip < clips.size(); clip++) {
      float[] mine = ours.resize(clips.get(clip), WIDTH, TARGET);
      for (int i = 0; i < size; i++) {
        double difference = Math.abs(mine[i] - (double) theirs[clip * size + i]);
        // Written so that a NaN on either side disagrees.
        if (!(difference <= TOLERANCE)) {
          throw new DisagreementException(
              String.format(
                  Locale.ROOT,
                  "resize: clip %d, frame %d, value %d: ours %s, the peer's %s",
                  clip,
                  i / WIDTH,
                  i % WIDTH,
                  mine[i],
                  theirs[clip * size + i]));
        }
        largest = Math.max(largest, difference);
      }
    }
    return largest;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
