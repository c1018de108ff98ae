package org.penumbra.pretrain;

import java.nio.file.Path;
import java.util.List;
import org.penumbra.core.RandomKey;
import org.penumbra.model.StGcn;
import org.penumbra.model.StGcnOptions;
import org.penumbra.occlusion.MissingJoints;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.tensor.Precision;
import org.penumbra.train.Checkpoint;
import org.penumbra.train.CheckpointFolder;
import org.penumbra.train.Checkpoints;
import org.penumbra.train.RunIdentity;
import org.penumbra.train.TrainingListener;
import org.penumbra.train.TrainingLoop;
import org.penumbra.train.TrainingOptions;

/**
 * A way to train an encoder. Immutable; every run of it with the same data gives the same weights.
 *
 * <pre>{@code
 * Pretrained pstl = Pstl.preset(Scale.COURSE).withSeed(2).pretrain(train);
 * }</pre>
 */
public interface PretrainingMethod {
  /** Name as the papers write it, for instance {@code PSTL}. */
  String name();

  /** One line for people: every setting. */
  String describe();

  /** How long and how fast it trains. */
  TrainingOptions training();

  /** Size of the encoder. */
  StGcnOptions encoderOptions();

  /** This method with other training options. */
  PretrainingMethod withTraining(TrainingOptions training);

  /**
   * This method knowing which joints are missing in which clip. {@link Opstl} needs it; the others
   * make no use of it and give themselves back, so that code for any method may always say it.
   *
   * @param missing of the occluded training clips, also where imputed ones are trained on
   */
  default PretrainingMethod withMissing(MissingJoints missing) {
    return this;
  }

  /**
   * This method as the first stage, on occluded clips, or the second, on imputed ones. {@link
   * Opstl} says it in its name; the others train alike and give themselves back.
   *
   * @param stage 1 or 2
   */
  default PretrainingMethod withStage(int stage) {
    return this;
  }

  /**
   * Networks with fresh weights, ready to learn from these clips; the caller closes them.
   *
   * @param train clips; but for supervised training their labels are not looked at
   */
  Learner learner(PreparedDataset train);

  /** This method with another seed, of weights, batches and views alike. */
  default PretrainingMethod withSeed(long seed) {
    return withTraining(training().withSeed(seed));
  }

  /**
   * This method computing maps and products in another precision while it trains. Weights, losses
   * and updates are float32 in any, and so is the encoder that comes out.
   */
  default PretrainingMethod withPrecision(Precision value) {
    return withTraining(training().withPrecision(value));
  }

  /** What all its draws derive from: method and seed. */
  default RandomKey key() {
    return RandomKey.of(training().seed()).with(name());
  }

  /** The encoder before any training: the baseline that pretraining must beat. */
  default StGcn randomEncoder(SkeletonLayout layout) {
    return new StGcn(layout, encoderOptions(), key().with("encoder"));
  }

  /**
   * Which training a checkpoint belongs to: this method with all its settings, and the content of
   * the data. Reads all of the data.
   */
  default RunIdentity identity(PreparedDataset train) {
    Object settings = this instanceof Record ? this : describe();
    return RunIdentity.of(name(), settings, train);
  }

  /**
   * Trains.
   *
   * @param train clips
   * @param listeners hear how it goes
   * @return the encoder and the history; if interrupted, the encoder as far as it came
   */
  default Pretrained pretrain(PreparedDataset train, TrainingListener... listeners) {
    TrainingLoop.check(training(), train.size());
    return Training.run(this, train, null, List.of(listeners));
  }

  /**
   * Trains with checkpoints: goes on where the last good one stands, so that a training that was
   * interrupted or killed ends with the same weights as one that was not (bit by bit on one compute
   * thread). A training that had ended is loaded and not done again.
   *
   * @param train clips
   * @param checkpoints folder of this training and no other
   * @param listeners hear how it goes
   * @return the encoder and the whole history; if interrupted, the encoder as far as it came
   * @throws org.penumbra.core.InvalidOptionException if the folder cannot be written
   * @throws org.penumbra.core.TrainingException if the folder holds checkpoints of other settings
   *     or data; the message lists what differs
   */
  default Pretrained pretrain(
      PreparedDataset train, Checkpoints checkpoints, TrainingListener... listeners) {
    TrainingLoop.check(training(), train.size());
    try (CheckpointFolder folder = checkpoints.open(identity(train))) {
      return Training.run(this, train, folder, List.of(listeners));
    }
  }

  /**
   * As {@link #pretrain(PreparedDataset, Checkpoints, TrainingListener...)}, keeping the last two.
   */
  default Pretrained pretrain(
      PreparedDataset train, Path checkpoints, TrainingListener... listeners) {
    return pretrain(train, Checkpoints.in(checkpoints), listeners);
  }

  /**
   * The encoder of a checkpoint, for instance that of the best epoch if it was kept:
   *
   * <pre>{@code
   * int epoch = pretrained.history().lowestLoss().get().epoch();
   * Pretrained best = method.restore(train, checkpoints.ofEpoch(epoch));
   * }</pre>
   *
   * @param train the clips that it was trained on
   * @param checkpoint of this method with these settings and clips
   * @return the encoder, and the history until then
   * @throws org.penumbra.core.TrainingException if it belongs to another training
   */
  default Pretrained restore(PreparedDataset train, Checkpoint checkpoint) {
    return Training.restore(this, train, checkpoint);
  }
}
