package org.penumbra.evaluate;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.penumbra.core.Draws;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.core.Require;
import org.penumbra.core.Scale;
import org.penumbra.core.TrainingException;
import org.penumbra.embed.Embeddings;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.Ops;
import org.penumbra.tensor.Optimiser;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.Schedule;
import org.penumbra.tensor.TensorScope;

/**
 * Linear evaluation: one softmax layer learned on frozen features. Features are computed once: with
 * a frozen encoder in evaluation mode and no augmentation this is exactly what the published codes
 * repeat in every epoch.
 *
 * <p>The published classifiers read features as they are and under-read weak ones; {@code
 * standardise} gives every feature zero mean and unit variance over the training clips first.
 *
 * @param epochs passes over the training features; 150 in PSTL, 100 in SkeletonCLR
 * @param batchSize clips per step; 128 in the papers
 * @param recipe how the layer learns
 * @param standardise whether features are standardised first; false in the papers
 * @param seed of start values and batch order
 */
public record LinearEvaluation(
    int epochs, int batchSize, LinearRecipe recipe, boolean standardise, long seed) {

  /** Checks every option. */
  public LinearEvaluation {
    Require.atLeast("epochs", epochs, 1);
    Require.atLeast("batch size", batchSize, 1);
    Objects.requireNonNull(recipe, "recipe");
  }

  /** PSTL's and OPSTL's published settings. */
  public static LinearEvaluation published() {
    return new LinearEvaluation(150, 128, LinearRecipe.pstl(), false, 1);
  }

  /**
   * The published settings of SkeletonCLR, CrosSCLR and AimCLR. Their code looks at the test clips
   * after every fifth epoch, this after every epoch, so that its best epoch is of more.
   */
  public static LinearEvaluation skeletonClr() {
    return new LinearEvaluation(100, 128, LinearRecipe.skeletonClr(), false, 1);
  }

  /** Settings of a scale: PSTL's published ones, but 60 epochs at smoke scale. */
  public static LinearEvaluation preset(Scale scale) {
    return scale == Scale.SMOKE ? published().withEpochs(60) : published();
  }

  /** One line for people: every setting. */
  public String describe() {
    return epochs
        + " epochs of batch "
        + batchSize
        + ", "
        + recipe.describe()
        + (standardise ? ", standardised features" : ", features as they are")
        + ", seed "
        + seed;
  }

  /** These settings with another number of epochs. */
  public LinearEvaluation withEpochs(int value) {
    return new LinearEvaluation(value, batchSize, recipe, standardise, seed);
  }

  /** These settings with another batch size. */
  public LinearEvaluation withBatchSize(int value) {
    return new LinearEvaluation(epochs, value, recipe, standardise, seed);
  }

  /** These settings with another way to learn. */
  public LinearEvaluation withRecipe(LinearRecipe value) {
    return new LinearEvaluation(epochs, batchSize, value, standardise, seed);
  }

  /** These settings with another highest learning rate. */
  public LinearEvaluation withLearningRate(double value) {
    return withRecipe(recipe.withLearningRate(value));
  }

  /** These settings with or without standardised features. */
  public LinearEvaluation withStandardise(boolean value) {
    return new LinearEvaluation(epochs, batchSize, recipe, value, seed);
  }

  /** These settings with another seed. */
  public LinearEvaluation withSeed(long value) {
    return new LinearEvaluation(epochs, batchSize, recipe, standardise, value);
  }

  /**
   * Learns on the training features and judges on the test features after every epoch.
   *
   * @throws InvalidOptionException if the two differ in features or classes
   */
  public LinearResult evaluate(Embeddings train, Embeddings test) {
    return evaluate(train, List.of(test)).get(0);
  }

  /**
   * As {@link #evaluate(Embeddings, Embeddings)}, with one classifier that is judged on several
   * sets of test features.
   *
   * @return one result for each of the test sets, in their order
   */
  public List<LinearResult> evaluate(Embeddings train, List<Embeddings> tests) {
    Require.notEmpty("test sets", tests).forEach(test -> check(train, test));
    checkBatch(train);
    Standardisation scaling =
        standardise ? Standardisation.fit(train) : Standardisation.none(train.features());
    try (NDManager manager = Compute.newManager();
        Parameters classifier = classifier(train)) {
      NDArray x = matrix(manager, scaling.apply(train), train);
      NDArray y = manager.create(train.labels());
      List<FeatureJudge> judges = new ArrayList<>();
      for (Embeddings test : tests) {
        judges.add(new FeatureJudge(matrix(manager, scaling.apply(test), test), test));
      }
      run(x, y, judges, classifier);
      return judges.stream().map(FeatureJudge::result).toList();
    }
  }

  private void checkBatch(Embeddings train) {
    if (recipe.dropLast() && train.size() < batchSize) {
      throw new InvalidOptionException(
          "batch size", "at most the " + train.size() + " training clips", batchSize);
    }
  }

  static void check(Embeddings train, Embeddings test) {
    Require.atLeast("training clips", train.size(), 1);
    Require.atLeast("test clips", test.size(), 1);
    if (train.features() != test.features()) {
      throw new InvalidOptionException(
          "features of the test embeddings",
          train.features() + ", as in training",
          test.features());
    }
    if (!train.classNames().equals(test.classNames())) {
      throw new InvalidOptionException(
          "classes of the test embeddings",
          train.classNames() + ", as in training",
          test.classNames());
    }
  }

  private void run(NDArray x, NDArray y, List<FeatureJudge> judges, Parameters classifier) {
    Schedule schedule = recipe.rate().schedule(epochs);
    int samples = (int) x.getShape().get(0);
    int used = recipe.dropLast() ? samples / batchSize * batchSize : samples;
    try (Optimiser optimiser = recipe.optimiser().create(classifier, 0)) {
      for (int epoch = 0; epoch < epochs; epoch++) {
        int[] order = shuffled(samples, epoch);
        for (int from = 0; from < used; from += batchSize) {
          int to = Math.min(from + batchSize, used);
          int[] rows = Arrays.copyOfRange(order, from, to);
          step(x, y, rows, classifier, optimiser, schedule.rate(epoch));
        }
        checkFinite(classifier);
        judges.forEach(judge -> judge.judge(classifier));
      }
    }
  }

  private void checkFinite(Parameters classifier) {
    if (classifier.firstNotFinite().isPresent()) {
      throw new TrainingException(
          "Linear evaluation: the classifier's weights became infinite or no number at learning rate "
              + recipe.rate().peak()
              + ". Lower the rate or standardise the features.");
    }
  }

  private static void step(
      NDArray x, NDArray y, int[] rows, Parameters classifier, Optimiser optimiser, double rate) {
    Engine engine = Compute.engine();
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      NDArray index = x.getManager().create(rows);
      NDArray batch = x.get(index);
      NDArray labels = y.get(index);
      try (GradientCollector collector = engine.newGradientCollector()) {
        collector.backward(Ops.crossEntropy(logits(batch, classifier), labels));
      }
      optimiser.step(rate);
      classifier.zeroGradients();
    }
  }

  /** Class scores, (N, classes). */
  static NDArray logits(NDArray x, Parameters classifier) {
    return Ops.linear(x, classifier.get("weight"), classifier.get("bias"));
  }

  private Parameters classifier(Embeddings train) {
    RandomKey key = RandomKey.of(seed).with("linear evaluation");
    return recipe.classifier(train.features(), train.classNames().size(), key);
  }

  private int[] shuffled(int samples, int epoch) {
    RandomKey key = RandomKey.of(seed).with("linear evaluation batches").with(epoch);
    return Draws.choose(samples, samples, key.generator());
  }

  private static NDArray matrix(NDManager manager, float[] values, Embeddings embeddings) {
    return manager.create(values, new Shape(embeddings.size(), embeddings.features()));
  }
}
