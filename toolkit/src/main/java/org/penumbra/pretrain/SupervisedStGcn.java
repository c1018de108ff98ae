package org.penumbra.pretrain;

import java.util.Objects;
import java.util.function.Function;
import org.penumbra.core.Scale;
import org.penumbra.model.LinearClassifier;
import org.penumbra.model.StGcnOptions;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.train.Checkpoints;
import org.penumbra.train.LearningRate;
import org.penumbra.train.RunIdentity;
import org.penumbra.train.TrainingListener;
import org.penumbra.train.TrainingOptions;

/**
 * Supervised training from scratch, what the papers compare fine-tuning with: ST-GCN and a linear
 * classifier, cross-entropy, clips as they are. The one method that reads labels.
 *
 * <p>{@link #pretrain} leaves the encoder alone, as every method does; {@link #train} keeps the
 * classifier too:
 *
 * <pre>{@code
 * try (var trained = SupervisedStGcn.preset(scale).train(train)) {
 *   float[] features = Embedder.of(trained.encoder()).embed(test).values();
 *   Accuracy accuracy = Accuracy.of(trained.classifier().predict(features), test.labels());
 * }
 * }</pre>
 *
 * @param encoder size of the ST-GCN
 * @param training epochs, batch, rates, seed
 */
public record SupervisedStGcn(StGcnOptions encoder, TrainingOptions training)
    implements PretrainingMethod {
  /** Checks that nothing is left out. */
  public SupervisedStGcn {
    Objects.requireNonNull(encoder, "encoder");
    Objects.requireNonNull(training, "training");
  }

  /**
   * Settings of a scale. {@code PAPER}: those of PSTL's fine-tuning, of which this is the baseline
   * (the papers cite the supervised numbers and give no settings); the others take the sizes and
   * lengths of {@link BarlowTwinsOptions#preset}.
   */
  public static SupervisedStGcn preset(Scale scale) {
    BarlowTwinsOptions like = BarlowTwinsOptions.preset(scale);
    TrainingOptions training =
        scale == Scale.PAPER
            ? TrainingOptions.adam(150, 128, LearningRate.cosine(5e-3, 0, false), 0, 1)
            : like.training().withWarmUp(0, false).withWeightDecay(0);
    return new SupervisedStGcn(like.encoder(), training);
  }

  @Override
  public String name() {
    return "ST-GCN supervised";
  }

  @Override
  public String describe() {
    return name()
        + ": width "
        + encoder.width()
        + " with "
        + encoder.features()
        + " features, cross-entropy, no augmentation; "
        + training.describe();
  }

  @Override
  public StGcnOptions encoderOptions() {
    return encoder;
  }

  @Override
  public SupervisedStGcn withTraining(TrainingOptions value) {
    return new SupervisedStGcn(encoder, value);
  }

  @Override
  public SupervisedStGcn withSeed(long seed) {
    return withTraining(training.withSeed(seed));
  }

  /** This with another encoder. */
  public SupervisedStGcn withEncoder(StGcnOptions value) {
    return new SupervisedStGcn(value, training);
  }

  @Override
  public Learner learner(PreparedDataset train) {
    return new SupervisedLearner(this, train, newClassifier(train), true);
  }

  /**
   * Trains and keeps the classifier.
   *
   * @param train clips and their labels
   * @param listeners hear how it goes
   */
  public TrainedClassifier train(PreparedDataset train, TrainingListener... listeners) {
    return keep(train, method -> method.pretrain(train, listeners));
  }

  /**
   * As {@link #train(PreparedDataset, TrainingListener...)}, with checkpoints, from which it goes
   * on.
   *
   * @param checkpoints folder of this training and no other
   */
  public TrainedClassifier train(
      PreparedDataset train, Checkpoints checkpoints, TrainingListener... listeners) {
    return keep(train, method -> method.pretrain(train, checkpoints, listeners));
  }

  private TrainedClassifier keep(
      PreparedDataset train, Function<PretrainingMethod, Pretrained> training) {
    LinearClassifier classifier = newClassifier(train);
    try {
      return new TrainedClassifier(training.apply(new Keeping(this, classifier)), classifier);
    } catch (RuntimeException | Error failure) {
      classifier.close();
      throw failure;
    }
  }

  private LinearClassifier newClassifier(PreparedDataset train) {
    return new LinearClassifier(
        encoder.features(), train.classNames().size(), key().with("classifier"));
  }

  /** The same method with a classifier that outlives the training. */
  private record Keeping(SupervisedStGcn method, LinearClassifier classifier)
      implements PretrainingMethod {
    @Override
    public String name() {
      return method.name();
    }

    @Override
    public String describe() {
      return method.describe();
    }

    @Override
    public TrainingOptions training() {
      return method.training();
    }

    @Override
    public StGcnOptions encoderOptions() {
      return method.encoderOptions();
    }

    @Override
    public PretrainingMethod withTraining(TrainingOptions value) {
      return new Keeping(method.withTraining(value), classifier);
    }

    @Override
    public RunIdentity identity(PreparedDataset train) {
      return method.identity(train);
    }

    @Override
    public Learner learner(PreparedDataset train) {
      return new SupervisedLearner(method, train, classifier, false);
    }
  }
}
