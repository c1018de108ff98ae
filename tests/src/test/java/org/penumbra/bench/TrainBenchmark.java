package org.penumbra.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.Learner;
import org.penumbra.pretrain.Pstl;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.Precision;
import org.penumbra.tensor.TensorScope;
import org.penumbra.train.TrainingLoop;

/**
 * Training steps of PSTL, SkeletonCLR and AimCLR in their published sizes beside PyTorch in the
 * published form, by processor time: 64 clips of 50 frames, 25 joints and one body, projector of
 * 6144, queue of 32,768.
 *
 * @param warmUp steps of each side that do not count
 * @param rounds steps of each side that do
 */
record TrainBenchmark(int warmUp, int rounds) implements Benchmark {
  private static final int BATCH = 64;
  private static final int FRAMES = 50;
  private static final int WIDTH = 6144;
  private static final int QUEUE = 32_768;

  /** Float32 losses of both sides may differ by this share. */
  private static final double TOLERANCE = 1e-3;

  @Override
  public ResultLine run(Peer peer, PrintStream out) throws IOException {
    out.println(Compute.describe());
    PreparedDataset clips = clips(BATCH * (warmUp + rounds), 1);
    // PSTL first: both processes have done nothing else when their peak of memory is read.
    TrainingSubject pstl = TrainingSubject.pstl(BATCH);
    Comparison ofPstl = measure(pstl, clips, peer, out);
    long ours = PeakMemory.bytes(ProcessHandle.current().pid());
    long theirs = peer.peakMemory();
    out.printf(
        Locale.ROOT, "pstl: peak memory ours %.2f GB, peer %.2f GB%n", ours / 1e9, theirs / 1e9);

    double product = productRate();
    out.printf(Locale.ROOT, "matrix product by our engine: %.1f GFLOP/s%n", product / 1e9);
    rate("pstl", StepWork.pstl(BATCH, WIDTH), ofPstl, product, out);
    double views = viewSeconds((Pstl) pstl.timed(), clips);
    out.printf(
        Locale.ROOT,
        "pstl: views and masks alone %.4f s, %.2f %% of our step%n",
        views,
        100 * views / ofPstl.ourMedian());
    try (PstlPhases phases = new PstlPhases((Pstl) pstl.timed(), clips, BATCH)) {
      phases.run(4, out);
    }

    out.println("pstl again, maps and products in bfloat16; the loss is compared in float32");
    TrainingSubject rounded = TrainingSubject.pstl(BATCH).timedWith(Precision.BFLOAT16);
    Comparison ofRounded = measure(rounded, clips, peer, out);

    Comparison ofSkeletonClr = measure(TrainingSubject.skeletonClr(BATCH), clips, peer, out);
    rate("skeletonclr", StepWork.contrast(BATCH, 1, 1, QUEUE), ofSkeletonClr, product, out);
    Comparison ofAimClr = measure(TrainingSubject.aimClr(BATCH), clips, peer, out);
    rate("aimclr", StepWork.contrast(BATCH, 2, 3, QUEUE), ofAimClr, product, out);
    return new ResultLine()
        .with("pstl", ofPstl.ratio())
        .with("pstl_memory", (double) ours / theirs)
        .with("pstl_bf16", ofRounded.ratio())
        .with("skeletonclr", ofSkeletonClr.ratio())
        .with("aimclr", ofAimClr.ratio());
  }

  private Comparison measure(
      TrainingSubject subject, PreparedDataset clips, Peer peer, PrintStream out)
      throws IOException {
    String version = agree(subject, clips, peer, out);
    System.gc(); // of what the comparison drew
    StepsInTurns turns = new StepsInTurns(peer, warmUp, rounds, out);
    try (Learner learner = subject.timed().learner(clips)) {
      try {
        new TrainingLoop(subject.timed().training(), List.of(turns)).run(learner, clips.size());
      } finally {
        learner.encoder().close(); // it outlives its learner
      }
    }
    Comparison times = turns.comparison();
    out.printf(
        Locale.ROOT,
        "%s: median of %d steps of %d clips, processor time: ours %.3f s, %s %.3f s,"
            + " ours / peer %.3f%n",
        subject.name(),
        rounds,
        BATCH,
        times.ourMedian(),
        version,
        times.peerMedian(),
        times.ratio());
    return times;
  }

  /** Both sides compute the loss of the same views by the same weights; the peer's version. */
  private static String agree(
      TrainingSubject subject, PreparedDataset clips, Peer peer, PrintStream out)
      throws IOException {
    Path parent = Files.createTempDirectory("penumbra-bench-");
    Path folder = Files.createDirectory(parent.resolve(subject.name()));
    try {
      double ours = subject.prepare(folder, clips);
      String version = peer.prepare(folder);
      double theirs = Float32File.read(folder.resolve("peer.f32"))[0];
      String both =
          String.format(
              Locale.ROOT,
              "%s: loss of the same views by the same weights without dropout: ours %.6f, the"
                  + " peer's %.6f",
              subject.name(),
              ours,
              theirs);
      // Written so that a NaN on either side disagrees.
      if (!(Math.abs(ours - theirs) <= TOLERANCE * Math.abs(theirs))) {
        throw new DisagreementException(both);
      }
      out.println(both);
      return version;
    } finally {
      delete(folder);
      Files.delete(parent);
    }
  }

  private static void rate(
      String name, double operations, Comparison times, double product, PrintStream out) {
    double rate = operations / times.ourMedian();
    out.printf(
        Locale.ROOT,
        "%s: %.1f GFLOP in a step as published, ours %.1f GFLOP/s, %.2f of a matrix product,"
            + " %.1f samples/s; peer %.1f GFLOP/s%n",
        name,
        operations / 1e9,
        rate / 1e9,
        rate / product,
        BATCH / times.ourMedian(),
        operations / times.peerMedian() / 1e9);
  }

  /** Floating-point operations per second of the engine's matrix product, by processor time. */
  private static double productRate() {
    int side = 1024;
    int repeats = 50;
    try (NDManager manager = Compute.newManager();
        TensorScope scope = TensorScope.open()) {
      scope.holds();
      NDArray a = manager.randomUniform(-1, 1, new Shape(side, side));
      double best = 0;
      for (int round = 0; round < 4; round++) {
        long start = Comparison.processorNanos();
        for (int i = 0; i < repeats; i++) {
          a.matMul(a).close();
        }
        double seconds = (Comparison.processorNanos() - start) * 1e-9;
        best = Math.max(best, 2.0 * side * side * side * repeats / seconds);
      }
      return best;
    }
  }

  /** Seconds of processor time that three views of a batch and their masks take. */
  private static double viewSeconds(Pstl method, PreparedDataset clips) {
    PstlViews views = new PstlViews(method, clips, BATCH);
    SplittableRandom random = new SplittableRandom(7);
    Runnable step = () -> views.draw(random);
    int repeats = 100; // the processor clock has steps of ten milliseconds
    IntStream.range(0, repeats).forEach(i -> step.run());
    long start = Comparison.processorNanos();
    IntStream.range(0, repeats).forEach(i -> step.run());
    return (Comparison.processorNanos() - start) * 1e-9 / repeats;
  }

  /** Waves of different speeds, with noise, in metres. */
  private static PreparedDataset clips(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int joints = SkeletonLayout.NTU_25.size();
    int length = 3 * FRAMES * joints;
    float[] values = new float[count * length];
    for (int i = 0; i < values.length; i++) {
      int clip = i / length;
      int frame = i / joints % FRAMES;
      double wave = Math.sin(frame * (0.1 + 0.01 * (clip % 60)) + i % joints + clip);
      values[i] = (float) (0.5 * wave + random.nextDouble(-0.1, 0.1));
    }
    List<String> names = IntStream.range(0, count).mapToObj(i -> "c" + i).toList();
    return new PreparedDataset(
        "waves", SkeletonLayout.NTU_25, List.of("wave"), names, new int[count], FRAMES, 1, values);
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
