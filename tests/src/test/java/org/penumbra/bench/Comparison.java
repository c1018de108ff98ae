package org.penumbra.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Times of two sides that were measured in turns. */
final class Comparison {
  /** A block of operations shorter than this is lost in the clock's grain. */
  private static final double BLOCK_SECONDS = 0.05;

  /** The JIT compiler needs a while until our side runs as it will. */
  private static final double WARM_UP_SECONDS = 3;

  private final double[] ours;
  private final double[] peer;

  /**
   * Of times taken elsewhere.
   *
   * @param ours seconds of one operation on our side, per round
   * @param peer seconds of one operation on the peer's side, in the same rounds
   */
  Comparison(double[] ours, double[] peer) {
    if (ours.length != peer.length || ours.length == 0) {
      throw new IllegalArgumentException(
          "Both sides need the same rounds, at least one, found "
              + ours.length
              + " and "
              + peer.length);
    }
    this.ours = ours.clone();
    this.peer = peer.clone();
  }

  /** Runs an operation a number of times. */
  @FunctionalInterface
  interface Side {
    /** Seconds that {@code repeats} operations took. */
    double seconds(int repeats) throws IOException;
  }

  /** Times an operation of our own. */
  static Side timed(Runnable operation) {
    return repeats -> {
      long start = System.nanoTime();
      for (int i = 0; i < repeats; i++) {
        operation.run();
      }
      return (System.nanoTime() - start) * 1e-9;
    };
  }

  /** Times an operation of our own by the processor time of the whole process. */
  static Side processorTimed(Runnable operation) {
    return repeats -> {
      long start = processorNanos();
      for (int i = 0; i < repeats; i++) {
        operation.run();
      }
      return (processorNanos() - start) * 1e-9;
    };
  }

  /** Processor time of this process so far, all threads, in nanoseconds. */
  static long processorNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Warms both sides up, then times them in turns; who begins changes from round to round. */
  static Comparison measure(Side ours, Side peer, int rounds) throws IOException {
    int ourRepeats = warmUp(ours);
    int peerRepeats = warmUp(peer);
    double[] ourTimes = new double[rounds];
    double[] peerTimes = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      boolean weBegin = round % 2 == 0;
      if (weBegin) {
        ourTimes[round] = ours.seconds(ourRepeats) / ourRepeats;
      }
      peerTimes[round] = peer.seconds(peerRepeats) / peerRepeats;
      if (!weBegin) {
        ourTimes[round] = ours.seconds(ourRepeats) / ourRepeats;
      }
    }
    return new Comparison(ourTimes, peerTimes);
  }

  /** Runs a side until it is warm; returns how many operations make a block long enough to time. */
  private static int warmUp(Side side) throws IOException {
    double total = 0;
    int repeats = 1;
    double last = 0;
    while (total < WARM_UP_SECONDS) {
      last = side.seconds(repeats);
      total += last;
      if (last < BLOCK_SECONDS) {
        repeats *= 2;
      }
    }
    return Math.max(1, (int) Math.ceil(repeats * BLOCK_SECONDS / Math.max(last, BLOCK_SECONDS)));
  }

  double ourMedian() {
    return median(ours);
  }

  double peerMedian() {
    return median(peer);
  }

  /** Median over the rounds of our time divided by the peer's: below 1, ours is faster. */
  double ratio() {
    double[] ratios = new double[ours.length];
    Arrays.setAll(ratios, i -> ours[i] / peer[i]);
    return median(ratios);
  }

  /**
   * Shortest of our times divided by the shortest of the peer's. For threads by the clock: other
   * processes on the machine only ever lengthen a round, and two threads more than one.
   */
  double bestRatio() {
    return Arrays.stream(ours).min().orElseThrow() / Arrays.stream(peer).min().orElseThrow();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
