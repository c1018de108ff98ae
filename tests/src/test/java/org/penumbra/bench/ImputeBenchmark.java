package org.penumbra.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.penumbra.impute.knn.KnnOptions;
import org.penumbra.impute.knn.MaskedRows;
import org.penumbra.impute.knn.NanEuclideanSearch;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.TensorScope;

/**
 * The KNN imputer on one cluster of occluded clips beside scikit-learn, in processor time of the
 * whole process on both sides; then what ten clusters of unequal sizes and a block of the whole of
 * NTU RGB+D 60 cost.
 *
 * @param rows clips of the cluster
 * @param frames of a clip, with two bodies of 25 joints
 * @param rounds that are timed
 * @param global donors of the block without clusters; 0 leaves it out
 */
record ImputeBenchmark(int rows, int frames, int rounds, int global) implements Benchmark {
  private static final double TOLERANCE = 1e-6; // metres
  private static final int NTU_60 = 40_091; // clips to train on, cross-subject
  private static final int BLOCK = 2048;

  /** A data set is some sixty clusters, so the time of the compiler is not that of a cluster. */
  private static final int WARM_UP = 20;

  private static final int PARTS =
      5; // numbers of a cell in a product: three coordinates, norm, 0/1

  /** Clusters of k-means are unequal: of 668 clips in the mean, as 60 of NTU RGB+D 60 are. */
  private static final int[] CLUSTERS = {150, 250, 350, 430, 520, 620, 740, 900, 1150, 1570};

  @Override
  public ResultLine run(Peer peer, PrintStream out) throws IOException {
    out.println(Compute.describe());
    OccludedWaves clips = OccludedWaves.inMemory(rows, frames, 1);
    long cells = impute(clips);
    long ours = PeakMemory.bytes(ProcessHandle.current().pid());
    out.printf(
        Locale.ROOT,
        "%d clips of %d values, %d joints hidden (%.0f %%)%n",
        rows,
        MaskedRows.CHANNELS * clips.cells(),
        cells,
        100.0 * cells / rows / clips.cells());
    Path folder = Files.createTempDirectory("penumbra-bench-");
    try {
      write(folder, clips);
      String version = peer.prepare(folder);
      long theirs = peer.peakMemory();
      double difference = difference(folder, clips);
      String agreement =
          String.format(Locale.ROOT, "largest difference to %s %.2g m", version, difference);
      if (!(difference <= TOLERANCE)) { // written so that NaN disagrees
        throw new DisagreementException(agreement);
      }
      out.println(agreement);
      out.printf(Locale.ROOT, "peak memory ours %.3f GB, peer %.3f GB%n", ours / 1e9, theirs / 1e9);
      for (int i = 0; i < WARM_UP; i++) {
        impute(clips);
      }
      Comparison times =
          Comparison.measure(
              Comparison.processorTimed(() -> impute(clips)), peer::processorSeconds, rounds);
      report(times, clips.cells(), version, out);
      clusters(out);
      if (global > 0) {
        block(out);
      }
      return new ResultLine()
          .with("ratio", 1 / times.ratio())
          .with("max_diff", difference)
          .with("memory", (double) ours / theirs);
    } finally {
      for (String name : new String[] {"rows.f32", "rows.txt", "peer.f32", "peer.f64"}) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.delete(folder);
    }
  }

  /** Fits and fills the clips by themselves; how many joints were filled. */
  private static long impute(MaskedRows clips) {
    LongAdder count = new LongAdder();
    int[] self = IntStream.range(0, clips.size()).toArray();
    NanEuclideanSearch.fit(clips, KnnOptions.neighbours(5))
        .fill(clips, self, (row, cell, x, y, z, donors, distance, reason) -> count.increment());
    return count.sum();
  }

  private void report(Comparison times, int cells, String version, PrintStream out) {
    double work = (double) rows * (rows + 1) * PARTS * cells; // half of all pairs
    double product = productRate(PARTS * cells);
    out.printf(
        Locale.ROOT,
        "median of %d rounds, processor time: ours %.3f s, %s %.2f s, %.1f times as fast%n",
        rounds,
        times.ourMedian(),
        version,
        times.peerMedian(),
        1 / times.ratio());
    out.printf(
        Locale.ROOT,
        "%.1f GFLOP of products in all: %.1f GFLOP/s, %.2f of a matrix product (%.1f)%n",
        work / 1e9,
        work / times.ourMedian() / 1e9,
        work / times.ourMedian() / product,
        product / 1e9);
  }

  private void clusters(PrintStream out) {
    double total = 0;
    int clipsInAll = 0;
    for (int size : CLUSTERS) {
      int part = Math.max(1, size * rows / 950); // a smaller benchmark has smaller clusters
      OccludedWaves clips = OccludedWaves.inMemory(part, frames, size);
      long start = Comparison.processorNanos();
      impute(clips);
      double seconds = (Comparison.processorNanos() - start) * 1e-9;
      total += seconds;
      clipsInAll += part;
      out.printf(Locale.ROOT, "  cluster of %d clips: %.3f s%n", part, seconds);
    }
    out.printf(
        Locale.ROOT,
        "ten clusters of %d clips: %.2f s; NTU RGB+D 60 in 60 such clusters (%d clips): %.0f s%n",
        clipsInAll,
        total,
        NTU_60,
        total * NTU_60 / clipsInAll);
  }

  private void block(PrintStream out) {
    OccludedWaves donors = OccludedWaves.lazy(global, frames, 7);
    long start = Comparison.processorNanos();
    NanEuclideanSearch search = NanEuclideanSearch.fit(donors, KnnOptions.neighbours(5));
    double fit = (Comparison.processorNanos() - start) * 1e-9;
    OccludedWaves receivers =
        OccludedWaves.inMemory(Math.min(BLOCK, global), frames, 8); // others than the donors
    int[] self = new int[receivers.size()];
    Arrays.fill(self, -1);
    start = Comparison.processorNanos();
    search.fill(receivers, self, (row, cell, x, y, z, count, distance, reason) -> {});
    double fill = (Comparison.processorNanos() - start) * 1e-9;
    out.printf(
        Locale.ROOT,
        "without clusters, a block of %d clips filled from %d: %.1f s (fit, with making the clips,"
            + " %.1f s); all %d clips: %.0f s%n",
        receivers.size(),
        global,
        fill,
        fit,
        global,
        fill * global / receivers.size());
  }

  private static double productRate(int depth) {
    int side = 512;
    try (NDManager manager = Compute.newManager();
        TensorScope scope = TensorScope.open()) {
      scope.holds();
      NDArray a = manager.randomUniform(-1, 1, new Shape(side, depth));
      NDArray b = a.transpose();
      double best = 0;
      for (int round = 0; round < 5; round++) {
        long start = Comparison.processorNanos();
        int repeats = 8;
        for (int i = 0; i < repeats; i++) {
          a.matMul(b).close();
        }
        double seconds = (Comparison.processorNanos() - start) * 1e-9;
        best = Math.max(best, 2.0 * side * side * depth * repeats / seconds);
      }
      return best;
    }
  }

  private static void write(Path folder, MaskedRows clips) throws IOException {
    Files.writeString(folder.resolve("rows.txt"), Integer.toString(clips.size()));
    int cells = clips.cells();
    float[] values = new float[MaskedRows.CHANNELS * cells];
    long[] present = new long[(cells + 63) / 64];
    long[] wanted = new long[present.length];
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    try (OutputStream file =
        new BufferedOutputStream(Files.newOutputStream(folder.resolve("rows.f32")))) {
      for (int row = 0; row < clips.size(); row++) {
        clips.read(row, values, present, wanted);
        for (int i = 0; i < values.length; i++) {
          int cell = i % cells;
          boolean seen = (present[cell / 64] >>> (cell % 64) & 1) != 0;
          bytes.putFloat(i * Float.BYTES, seen ? values[i] : Float.NaN);
        }
        file.write(bytes.array());
      }
    }
  }

  /** Largest difference over all that was filled; NaN if one side left something. */
  private static double difference(Path folder, MaskedRows clips) throws IOException {
    int cells = clips.cells();
    int width = MaskedRows.CHANNELS * cells;
    double[][] filled = new double[clips.size()][width];
    int[] self = IntStream.range(0, clips.size()).toArray();
    NanEuclideanSearch.fit(clips, KnnOptions.neighbours(5))
        .fill(
            clips,
            self,
            (row, cell, x, y, z, donors, distance, reason) -> {
              filled[row][cell] = x;
              filled[row][cells + cell] = y;
              filled[row][2 * cells + cell] = z;
            });
    float[] values = new float[width];
    long[] present = new long[(cells + 63) / 64];
    double worst = 0;
    try (DataInputStream file =
        new DataInputStream(
            new BufferedInputStream(Files.newInputStream(folder.resolve("peer.f64"))))) {
      for (int row = 0; row < clips.size(); row++) {
        clips.read(row, values, present, new long[present.length]);
        for (int i = 0; i < width; i++) {
          double theirs = Double.longBitsToDouble(Long.reverseBytes(file.readLong()));
          int cell = i % cells;
          boolean seen = (present[cell / 64] >>> (cell % 64) & 1) != 0;
          worst = Math.max(worst, Math.abs(theirs - (seen ? values[i] : filled[row][i])));
        }
      }
    }
    return worst;
  }
}
