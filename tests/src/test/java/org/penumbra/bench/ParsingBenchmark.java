package org.penumbra.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.penumbra.data.BodySelection;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.format.JointMarker;
import org.penumbra.data.format.NtuSkeletonFile;

/**
 * Raw skeleton files from disk (or rather its cache) to arrays, beside a Python loop that makes a
 * dict of each joint, as public scripts do; and two threads beside one.
 *
 * <p>The ratio compares processor time, collector and compiler included; both sides use one thread.
 */
final class ParsingBenchmark {
  private static final int FILES = 128;
  private static final int FRAMES = 100;
  private static final int JOINTS = 25;
  private static final int BODIES = 2;
  private static final int ROUNDS = 7;
  private static final int SCALING_ROUNDS = 15;
  private static final int PASSES = 4;

  /** Measures and adds what was measured. */
  ResultLine run(Peer peer, PrintStream out, ResultLine result) throws IOException {
    Path folder = Files.createTempDirectory("penumbra-bench-");
    Path skeletons = Files.createDirectory(folder.resolve("skeletons"));
    try {
      List<Path> files = SkeletonTexts.write(skeletons, FILES, FRAMES);
      long bytes = 0;
      for (Path file : files) {
        bytes += Files.size(file);
      }
      String version = peer.prepare(folder);
      compare(files, Float32File.read(folder.resolve("peer.f32")));
      out.printf(
          Locale.ROOT,
          "%d skeleton files of %d frames, %.1f MB: both sides read the same bits%n",
          FILES,
          FRAMES,
          bytes * 1e-6);
      Comparison cost =
          Comparison.measure(
              Comparison.processorTimed(() -> files.forEach(ParsingBenchmark::read)),
              peer::processorSeconds,
              ROUNDS);
      double ratio = 1 / cost.ratio();
      out.printf(
          Locale.ROOT,
          "median of %d rounds, processor time: ours %.1f MB/s (%.3f ms a file), %s %.1f MB/s"
              + " (%.3f ms), %.1f times%n",
          ROUNDS,
          bytes * 1e-6 / cost.ourMedian(),
          cost.ourMedian() * 1e3 / FILES,
          version,
          bytes * 1e-6 / cost.peerMedian(),
          cost.peerMedian() * 1e3 / FILES,
          ratio);
      Comparison threads = Comparison.measure(threads(files, 2), threads(files, 1), SCALING_ROUNDS);
      double scaling = 1 / threads.ratio();
      out.printf(
          Locale.ROOT,
          "median of %d rounds, wall clock: one thread %.1f ms, two threads %.1f ms, %.2f times%n",
          SCALING_ROUNDS,
          threads.peerMedian() * 1e3,
          threads.ourMedian() * 1e3,
          scaling);
      return result
          .with("peer", version)
          .with("parse_mb_per_s", bytes * 1e-6 / cost.ourMedian())
          .with("parse_ratio", ratio)
          .with("parse_scaling", scaling);
    } finally {
      delete(folder);
    }
  }

  private static SkeletonClip read(Path file) {
    return NtuSkeletonFile.read(file, BodySelection.FIRST_IN_FILE, JointMarker.TRACKING_STATE);
  }

  /** All files some times over, each taken by the thread that is free. */
  private static Comparison.Side threads(List<Path> files, int count) {
    return repeats -> {
      ExecutorService pool = Executors.newFixedThreadPool(count);
      try {
        AtomicInteger next = new AtomicInteger();
        int all = repeats * PASSES * files.size();
        long start = System.nanoTime();
        List<Future<?>> running =
            IntStream.range(0, count)
                .<Future<?>>mapToObj(
                    thread ->
                        pool.submit(
                            () -> {
                              for (int i = next.getAndIncrement();
                                  i < all;
                                  i = next.getAndIncrement()) {
                                read(files.get(i % files.size()));
                              }
                            }))
                .toList();
        for (Future<?> thread : running) {
          thread.get();
        }
        return (System.nanoTime() - start) * 1e-9;
      } catch (ExecutionException failure) {
        throw new IllegalStateException(failure.getCause());
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      } finally {
        pool.shutdownNow();
      }
    };
  }

  /** Theirs is (C, T, V, 2) for each file, zero where nobody is. */
  private static void compare(List<Path> files, float[] theirs) {
    int size = SkeletonClip.CHANNELS * FRAMES * JOINTS * BODIES;
    if (theirs.length != files.size() * size) {
      throw new DisagreementException(
          "data: expected " + files.size() * size + " values, the peer wrote " + theirs.length);
    }
    for (int n = 0; n < files.size(); n++) {
      SkeletonClip clip = read(files.get(n));
      for (int i = 0; i < size; i++) {
        int m = i % BODIES;
        int v = i / BODIES % JOINTS;
        int t = i / BODIES / JOINTS % FRAMES;
        int c = i / BODIES / JOINTS / FRAMES;
        boolean there = m < clip.bodies() && clip.mask().state(t, v, m) != JointState.ABSENT;
        float mine = there ? clip.at(c, t, v, m) : 0;
        if (Float.floatToRawIntBits(mine) != Float.floatToRawIntBits(theirs[n * size + i])) {
          throw new DisagreementException(
              "data: %s, frame %d, joint %d, body %d: ours %s, the peer's %s"
                  .formatted(files.get(n).getFileName(), t, v, m, mine, theirs[n * size + i]));
        }
      }
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
