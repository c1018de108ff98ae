package org.penumbra.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.penumbra.core.Scale;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.AimClr;
import org.penumbra.pretrain.AimClrOptions;
import org.penumbra.pretrain.BarlowTwinsOptions;
import org.penumbra.pretrain.Learner;
import org.penumbra.pretrain.PretrainingMethod;
import org.penumbra.pretrain.Pstl;
import org.penumbra.pretrain.SkeletonClr;
import org.penumbra.pretrain.SkeletonClrOptions;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.Precision;
import org.penumbra.tensor.TensorScope;
import org.penumbra.train.BatchFixture;
import org.penumbra.train.TrainingOptions;

/**
 * A method that is timed: as it is trained, and as it is compared with the peer, without dropout
 * and with its views written down.
 *
 * @param name lower case, of the peer's folder and the closing line
 * @param timed the method that the loop drives
 * @param compared the same, for the comparison
 * @param views what the comparison drew
 */
record TrainingSubject(
    String name, PretrainingMethod timed, PretrainingMethod compared, RecordedViews views) {

  /** PSTL as published, with another batch size. */
  static TrainingSubject pstl(int batch) {
    RecordedViews views = new RecordedViews();
    Pstl method = Pstl.preset(Scale.PAPER);
    method = method.withTraining(oneEpoch(method.training(), batch));
    BarlowTwinsOptions options = method.options();
    BarlowTwinsOptions compared =
        options
            .withEncoder(options.encoder().withDropout(false))
            .withViews(views.of(options.views()));
    return new TrainingSubject(
        "pstl",
        method,
        method
            .withOptions(compared)
            .withSpatial(views.of(method.spatial()))
            .withTemporal(views.of(method.temporal())),
        views);
  }

  /** The same method, timed in another precision; compared as it was. */
  TrainingSubject timedWith(Precision precision) {
    return new TrainingSubject(name, timed.withPrecision(precision), compared, views);
  }

  /** SkeletonCLR as published; the key network starts differently, so that the loss shows both. */
  static TrainingSubject skeletonClr(int batch) {
    RecordedViews views = new RecordedViews();
    SkeletonClrOptions options = SkeletonClrOptions.preset(Scale.PAPER);
    options =
        options
            .withContrast(options.contrast().withInitKeyFromQuery(false))
            .withTraining(oneEpoch(options.training(), batch));
    SkeletonClrOptions compared =
        options
            .withEncoder(options.encoder().withDropout(false))
            .withViews(views.of(options.views()));
    return new TrainingSubject(
        "skeletonclr", new SkeletonClr(options), new SkeletonClr(compared), views);
  }

  /** AimCLR as published before mining begins, with a key network that starts differently. */
  static TrainingSubject aimClr(int batch) {
    RecordedViews views = new RecordedViews();
    AimClrOptions options = AimClrOptions.preset(Scale.PAPER);
    options =
        options
            .withContrast(options.contrast().withInitKeyFromQuery(false))
            .withTraining(oneEpoch(options.training(), batch));
    AimClrOptions compared =
        options
            .withEncoder(options.encoder().withDropout(false))
            .withViews(views.of(options.views()), views.of(options.extremeViews()));
    return new TrainingSubject("aimclr", new AimClr(options), new AimClr(compared), views);
  }

  /** The first epoch, at its full rate. */
  private static TrainingOptions oneEpoch(TrainingOptions training, int batch) {
    return training.withEpochs(1).withBatchSize(batch).withDropLast(true);
  }

  /**
   * Writes weights, clips and views into a folder for the peer.
   *
   * @return the loss of these views without dropout, before any update
   */
  double prepare(Path folder, PreparedDataset clips) throws IOException {
    int batch = timed.training().batchSize();
    try (Learner learner = compared.learner(clips)) {
      try (TensorScope scope = TensorScope.open()) {
        scope.holds();
        return write(folder, learner, clips, batch);
      } finally {
        learner.encoder().close(); // it outlives its learner
      }
    }
  }

  private double write(Path folder, Learner learner, PreparedDataset clips, int batch)
      throws IOException {
    Float32File.write(folder.resolve("clips.f32"), clips.values());
    for (Map.Entry<String, Parameters> part : learner.state().entrySet()) {
      if (part.getKey().equals("queue")) {
        WeightExport.buffer(folder.resolve("queue.f32"), part.getValue().get("queue"));
      } else {
        WeightExport.learned(folder, part.getKey(), part.getValue());
      }
    }
    int[] first = IntStream.range(0, batch).toArray();
    double loss = learner.loss(BatchFixture.of(0, first)).getFloat();
    writeViews(folder, batch);
    return loss;
  }

  private void writeViews(Path folder, int batch) throws IOException {
    for (int i = 0; i < views.batches(batch); i++) {
      Float32File.write(folder.resolve("view" + i + ".f32"), views.batch(i, batch));
    }
    Float32File.write(folder.resolve("temporal.f32"), views.fewerFrames());
    Files.writeString(folder.resolve("joints.txt"), words(views.joints()));
  }

  private static String words(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}
