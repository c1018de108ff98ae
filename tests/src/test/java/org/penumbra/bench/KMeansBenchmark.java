package org.penumbra.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.penumbra.cluster.KMeansClustering;
import org.penumbra.cluster.KMeansOptions;
import org.penumbra.core.Draws;
import org.penumbra.core.RandomKey;
import org.penumbra.embed.Embeddings;

/**
 * As many rows as NTU-60 cross-subject has for training, of 256 features that look like those of a
 * rectified layer, in 60 clusters by k-means: processor time and inertia over five seeds, beside
 * scikit-learn.
 */
record KMeansBenchmark(int clips) implements Benchmark {
  private static final int FEATURES = 256;
  private static final int CLUSTERS = 60;
  private static final int SEEDS = 5;
  private static final double NOISE = 0.6;
  private static final double TOLERANCE = 1e-4;

  @Override
  public ResultLine run(Peer peer, PrintStream out) throws IOException {
    Path folder = Files.createTempDirectory("penumbra-bench-");
    try {
      Embeddings rows = rows();
      Float32File.write(folder.resolve("rows.f32"), rows.values());
      String version = peer.prepare(folder);
      float[] theirs = Float32File.read(folder.resolve("peer.f32"));
      double difference = check(rows, theirs);
      out.printf(
          Locale.ROOT,
          "%d clips, from the same centres both sides agree (inertia differs by %.2g)%n",
          clips,
          difference);
      double ourInertia =
          median(IntStream.range(0, SEEDS).mapToDouble(seed -> fit(rows, seed).inertia()));
      double peerInertia =
          median(IntStream.rangeClosed(1, SEEDS).mapToDouble(seed -> theirs[seed]));
      int[] next = {0};
      Comparison times =
          Comparison.measure(
              Comparison.processorTimed(() -> fit(rows, next[0]++ % SEEDS)),
              peer::processorSeconds,
              SEEDS);
      double ratio = times.ourMedian() / times.peerMedian();
      out.printf(
          Locale.ROOT,
          "median of %d seeds: ours %.3f s of processor time and inertia %.6g, %s %.3f s and %.6g,"
              + " ours / peer %.3f and %.4f%n",
          SEEDS,
          times.ourMedian(),
          ourInertia,
          version,
          times.peerMedian(),
          peerInertia,
          ratio,
          ourInertia / peerInertia);
      return new ResultLine()
          .with("bench", "kmeans")
          .with("peer", version)
          .with("clips", clips)
          .with("seeds", SEEDS)
          .with("difference", difference)
          .with("ours_s", times.ourMedian())
          .with("peer_s", times.peerMedian())
          .with("kmeans", ratio)
          .with("inertia", ourInertia / peerInertia);
    } finally {
      delete(folder);
    }
  }

  private static KMeansClustering fit(Embeddings rows, int seed) {
    return KMeansClustering.fit(rows, KMeansOptions.clusters(CLUSTERS).withSeed(seed));
  }

  private Embeddings rows() {
    Draws draws = new Draws(RandomKey.of(1).with("rows"));
    SplittableRandom random = RandomKey.of(1).with("clusters").generator();
    float[][] middles = new float[CLUSTERS][FEATURES];
    for (float[] middle : middles) {
      for (int j = 0; j < FEATURES; j++) {
        middle[j] = (float) Math.max(0, draws.normal());
      }
    }
    float[] values = new float[clips * FEATURES];
    for (int n = 0; n < clips; n++) {
      float[] middle = middles[random.nextInt(CLUSTERS)];
      for (int j = 0; j < FEATURES; j++) {
        values[n * FEATURES + j] = (float) Math.max(0, middle[j] + NOISE * draws.normal());
      }
    }
    return new Embeddings(Collections.nCopies(1, "rows"), new int[clips], FEATURES, values);
  }

  /** Both sides from the first rows as centres; returns by which share the inertias differ. */
  private static double check(Embeddings rows, float[] theirs) {
    if (theirs.length != SEEDS + 1) {
      throw new DisagreementException(
          "kmeans: expected " + (SEEDS + 1) + " inertias, the peer wrote " + theirs.length);
    }
    double[][] start = new double[CLUSTERS][FEATURES];
    for (int k = 0; k < CLUSTERS; k++) {
      for (int j = 0; j < FEATURES; j++) {
        start[k][j] = rows.values()[k * FEATURES + j];
      }
    }
    KMeansOptions options = KMeansOptions.clusters(CLUSTERS);
    double ours = KMeansClustering.fit(rows, options, start).inertia();
    double difference = Math.abs(ours / theirs[0] - 1);
    // Written so that a NaN on either side disagrees.
    if (!(difference <= TOLERANCE)) {
      throw new DisagreementException(
          "kmeans: from the same centres our inertia is " + ours + ", the peer's " + theirs[0]);
    }
    return difference;
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
