package org.penumbra.pretrain;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.penumbra.core.Scale;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.MemoryReport;
import org.penumbra.train.LearningRate;
import org.penumbra.train.TrainingListener;
import org.penumbra.train.TrainingOptions;

/**
 * A training of many tiny steps that says how much memory it gained on the way: arguments are the
 * name of a method below, how many steps it may take to settle, how many steps there are, and the
 * numbers in a tensor that each step loses on purpose, 0 for none. In a process of its own, because
 * the memory of a process is that of everything in it.
 */
public final class SteadyTraining {
  private static final int STEPS_PER_EPOCH = 10;
  private static final int BATCH = 4;
  private static final PreparedDataset CLIPS =
      ContrastFixture.waves(SkeletonLayout.KINECT_20, STEPS_PER_EPOCH * BATCH, 24, 1);

  private static final NDManager NEVER_CLOSED = Compute.newManager();

  private SteadyTraining() {}

  /** Training goes on for an epoch after the last look, which then sees nothing of its end. */
  private static PretrainingMethod method(String name, int steps) {
    TrainingOptions training =
        TrainingOptions.adam(
            steps / STEPS_PER_EPOCH + 1, BATCH, LearningRate.cosine(1e-3, 1, false), 1e-5, 1);
    if (name.equals("pstl")) {
      Pstl pstl = Pstl.preset(Scale.SMOKE).withEmbedding(16);
      return pstl.withEncoder(pstl.encoderOptions().withSize(2, 8)).withTraining(training);
    }
    SkeletonClr clr = SkeletonClr.preset(Scale.SMOKE);
    return clr.withOptions(clr.options().withContrast(clr.options().contrast().withQueue(16)))
        .withEncoder(clr.encoderOptions().withSize(2, 8))
        .withTraining(training.withDropLast(true));
  }

  /** Prints what the process and the heap gained between the two steps, in bytes. */
  public static void main(String[] args) {
    int settled = Integer.parseInt(args[1]);
    int steps = Integer.parseInt(args[2]);
    List<long[]> found = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          private int done;

          @Override
          public void stepEnded(int epoch, int step, int all, int epochs, double loss) {
            done++;
            lose(Integer.parseInt(args[3]));
            if (done == settled / 2) {
              memory(); // the first look frees what starting the process left behind
            } else if (done == settled || done == steps) {
              found.add(memory());
            }
          }
        };
    method(args[0], steps).pretrain(CLIPS, listener).close();
    System.out.printf(
        Locale.ROOT,
        "gained %d %d%n",
        found.get(1)[0] - found.get(0)[0],
        found.get(1)[1] - found.get(0)[1]);
  }

  /** What code does whose result hangs on a manager that outlives the step. */
  private static void lose(int numbers) {
    if (numbers > 0) {
      NEVER_CLOSED.ones(new Shape(numbers));
    }
  }

  /** Bytes of the process and of the heap, once garbage is gone. */
  private static long[] memory() {
    for (int round = 0; round < 3; round++) {
      System.gc();
      System
          .runFinalization(); // the engine's tensors have finalizers, and live until these have run
    }
    MemoryReport now = MemoryReport.now();
    return new long[] {now.process().orElseThrow(), now.heap()};
  }
}
