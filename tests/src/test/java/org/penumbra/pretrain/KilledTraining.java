package org.penumbra.pretrain;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.penumbra.core.Scale;
import org.penumbra.model.StGcnOptions;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.train.Checkpoints;
import org.penumbra.train.LearningRate;
import org.penumbra.train.OptimiserKind;
import org.penumbra.train.TrainingListener;
import org.penumbra.train.TrainingOptions;
import org.penumbra.train.TrainingStart;

/**
 * A training that says each of its steps, for a test that kills it: arguments are the name of a
 * method below and a folder of checkpoints.
 */
public final class KilledTraining {
  private static final TrainingOptions TRAINING =
      TrainingOptions.adam(6, 4, LearningRate.cosine(2e-3, 1, false), 1e-5, 7);

  private KilledTraining() {}

  /** What is trained, by name. */
  static Map<String, PretrainingMethod> methods() {
    Pstl tiny =
        Pstl.preset(Scale.SMOKE)
            .withEncoder(StGcnOptions.published().withSize(2, 8))
            .withEmbedding(16)
            .withTraining(TRAINING);
    return Map.of(
        "adam",
        tiny,
        "sgd",
        tiny.withTraining(
            TRAINING.withOptimiser(OptimiserKind.SGD).withClipNorm(5).withAccumulation(2)),
        // A checkpoint of 13 MB: writing takes about as long as a step.
        "wide",
        tiny.withEmbedding(600),
        "skeletonclr",
        queued(SkeletonClr.preset(Scale.SMOKE), (o, queue) -> o.withContrast(queue)),
        "crossclr",
        queued(CrosSclr.preset(Scale.SMOKE), (o, queue) -> o.withContrast(queue)),
        "aimclr",
        queued(AimClr.preset(Scale.SMOKE), (o, queue) -> o.withContrast(queue)),
        "crossmoco",
        queued(
            CrossMoco.preset(Scale.SMOKE),
            (o, queue) -> o.withContrast(o.contrast().withBankSize(queue.queue()))));
  }

  /** A tiny one with a queue of three batches; what begins later begins in its third epoch. */
  private static <O extends ContrastSettings<O>, M extends ContrastMethod<O, M>> M queued(
      M method, BiFunction<O, ContrastOptions, O> withQueue) {
    ContrastOptions queue = SkeletonClrOptions.preset(Scale.SMOKE).contrast();
    return method
        .withOptions(withQueue.apply(method.options(), queue.withQueue(12).withEmbedding(4)))
        .withEncoder(method.encoderOptions().withSize(2, 8))
        .withTraining(TRAINING.withDropLast(true));
  }

  /** Two classes of waves. */
  static PreparedDataset data() {
    int samples = 11;
    int length = 3 * 50 * 20;
    float[] values = new float[samples * length];
    for (int i = 0; i < values.length; i++) {
      int sample = i / length;
      int frame = i / 20 % 50;
      values[i] = (float) Math.sin(frame * (0.1 + 0.05 * (sample % 2)) + i % 20 + sample);
    }
    return new PreparedDataset(
        "waves",
        SkeletonLayout.KINECT_20,
        List.of("slow", "fast"),
        IntStream.range(0, samples).mapToObj(i -> "c" + i).toList(),
        IntStream.range(0, samples).map(i -> i % 2).toArray(),
        50,
        1,
        values);
  }

  /** Of the encoders of all streams. */
  static String fingerprint(Pretrained result) {
    StringBuilder prints = new StringBuilder(result.encoder().parameters().fingerprint());
    result.streams().values().forEach(each -> prints.append(each.parameters().fingerprint()));
    return prints.toString();
  }

  /** Trains, and says the fingerprint of the encoders at the end. */
  public static void main(String[] args) {
    TrainingListener talk =
        new TrainingListener() {
          @Override
          public void trainingStarted(TrainingStart start) {
            say("from " + start.from().describe());
          }

          @Override
          public void stepEnded(int epoch, int step, int steps, int epochs, double loss) {
            say("step");
          }
        };
    Checkpoints checkpoints = Checkpoints.in(Path.of(args[1])).everySteps(1);
    try (Pretrained result = methods().get(args[0]).pretrain(data(), checkpoints, talk)) {
      result.history().notices().forEach(KilledTraining::say);
      say("done " + fingerprint(result));
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
