package org.penumbra.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.penumbra.data.format.ArrayLabels;
import org.penumbra.data.format.numpy.NpyBlocks;
import org.penumbra.data.format.numpy.NpyType;
import org.penumbra.data.format.numpy.NpyWriter;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.preprocess.PreparedFiles;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * A prepared set of the size of NTU-60 cross-subject training at 50 frames (40,091 samples, 1.2
 * GB), opened by mapping; batches of 128 random samples into one direct buffer, beside NumPy's
 * memmap with the same indices.
 */
record MappedArrayBenchmark(int samples) implements Benchmark {
  /** As many samples as NTU-60 cross-subject has for training. */
  static final int NTU_60 = 40_091;

  private static final int FRAMES = 50;
  private static final int BODIES = 2;
  private static final int BATCH = 128;
  private static final int BATCHES = 64;
  private static final int CLASSES = 60;
  private static final int ROUNDS = 9;
  private static final String PART = "train";

  @Override
  public ResultLine run(Peer peer, PrintStream out) throws IOException {
    Path folder = Files.createTempDirectory("penumbra-bench-");
    try {
      writeInputs(folder);
      long heap = usedHeap();
      long start = System.nanoTime();
      PreparedDataset data = open(folder);
      double openSeconds = (System.nanoTime() - start) * 1e-9;
      long heapGrowth = usedHeap() - heap;
      int[] order = order();
      int length = data.sampleLength();
      FloatBuffer buffer =
          ByteBuffer.allocateDirect(BATCH * length * Float.BYTES)
              .order(ByteOrder.nativeOrder())
              .asFloatBuffer();
      String version = peer.prepare(folder);
      copy(data, order, 0, buffer);
      checkFirstBatch(buffer, Float32File.read(folder.resolve("peer.f32")), length);
      int[] next = {0};
      Comparison times =
          Comparison.measure(
              Comparison.timed(() -> copy(data, order, next[0]++ % BATCHES, buffer)),
              peer::seconds,
              ROUNDS);
      double bytes = allocatedPerBatch(data, order, buffer);
      out.printf(
          Locale.ROOT,
          "%d samples, %.2f GB: opened in %.0f ms, heap grew by %.1f MB (names and labels)%n",
          samples,
          samples * (double) length * Float.BYTES * 1e-9,
          openSeconds * 1e3,
          heapGrowth * 1e-6);
      out.printf(
          Locale.ROOT,
          "batch of %d, median of %d rounds: ours %.3f ms and %.0f bytes of garbage, %s memmap"
              + " %.3f ms, ours / peer %.3f%n",
          BATCH,
          ROUNDS,
          times.ourMedian() * 1e3,
          bytes,
          version,
          times.peerMedian() * 1e3,
          times.ratio());
      return new ResultLine()
          .with("bench", "arrays")
          .with("peer", version)
          .with("samples", samples)
          .with("open_ms", openSeconds * 1e3)
          .with("heap_mb", heapGrowth * 1e-6)
          .with("batch_ms", times.ourMedian() * 1e3)
          .with("batch_bytes", bytes)
          .with("batch_ratio", times.ratio());
    } finally {
      delete(folder);
    }
  }

  private static PreparedDataset open(Path folder) {
    List<String> classes = IntStream.range(0, CLASSES).mapToObj(k -> "A" + k).toList();
    return PreparedFiles.open(folder, PART, "bench", SkeletonLayout.NTU_25, classes);
  }

  private void writeInputs(Path folder) throws IOException {
    int length = 3 * FRAMES * SkeletonLayout.NTU_25.size() * BODIES;
    NpyWriter.write(
        folder.resolve(PART + "_position.npy"),
        NpyType.FLOAT32,
        new long[] {samples, 3, FRAMES, SkeletonLayout.NTU_25.size(), BODIES},
        new NpyBlocks(
            samples,
            length,
            (n, target, offset) -> {
              SplittableRandom random = new SplittableRandom(n);
              for (int i = 0; i < length; i++) {
                target[offset + i] = random.nextInt(1 << 24) * 0x1p-23f - 1;
              }
            }));
    new ArrayLabels(
            IntStream.range(0, samples).mapToObj(n -> "clip-" + n).toList(),
            IntStream.range(0, samples).mapToObj(n -> n % CLASSES).toList())
        .write(folder, PART);
    String numbers =
        IntStream.of(order()).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    Files.writeString(folder.resolve("order.txt"), numbers);
  }

  private int[] order() {
    return new SplittableRandom(1).ints((long) BATCH * BATCHES, 0, samples).toArray();
  }

  private static void copy(PreparedDataset data, int[] order, int batch, FloatBuffer buffer) {
    int length = data.sampleLength();
    for (int i = 0; i < BATCH; i++) {
      data.copyTo(order[batch * BATCH + i], buffer, i * length);
    }
  }

  private static void checkFirstBatch(FloatBuffer ours, float[] theirs, int length) {
    if (theirs.length != BATCH * length) {
      throw new DisagreementException(
          "arrays: expected " + BATCH * length + " values, the peer wrote " + theirs.length);
    }
    for (int i = 0; i < theirs.length; i++) {
      if (ours.get(i) != theirs[i]) {
        throw new DisagreementException(
            "arrays: value " + i + ": ours " + ours.get(i) + ", the peer's " + theirs[i]);
      }
    }
  }

  private static double allocatedPerBatch(PreparedDataset data, int[] order, FloatBuffer buffer) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int batch = 0; batch < BATCHES; batch++) {
      copy(data, order, batch, buffer);
    }
    return (threads.getCurrentThreadAllocatedBytes() - before) / (double) BATCHES;
  }

  private static long usedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
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
