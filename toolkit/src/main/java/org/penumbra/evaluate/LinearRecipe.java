package org.penumbra.evaluate;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Objects;
import org.penumbra.core.RandomKey;
import org.penumbra.model.StartingWeights;
import org.penumbra.tensor.Initialisation;
import org.penumbra.tensor.Parameters;
import org.penumbra.train.LearningRate;
import org.penumbra.train.OptimiserKind;

/**
 * How the linear layer of {@link LinearEvaluation} learns; the released codes differ in all of it.
 *
 * @param optimiser rule that moves the weights, without weight decay
 * @param rate learning rate of each epoch
 * @param start {@code UNIFORM}: PSTL's, Xavier's normal distribution; {@code NORMAL}: standard
 *     deviation 0.02. The bias starts at 0
 * @param dropLast whether a last batch that is not full is left out of each epoch
 */
public record LinearRecipe(
    OptimiserKind optimiser, LearningRate rate, StartingWeights start, boolean dropLast) {
  /** Checks that all is there. */
  public LinearRecipe {
    Objects.requireNonNull(optimiser, "optimiser");
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(start, "start");
  }

  /** PSTL's and OPSTL's: Adam at 0.01, cosine, Xavier start. */
  public static LinearRecipe pstl() {
    return new LinearRecipe(
        OptimiserKind.ADAM, LearningRate.cosine(0.01, 0, false), StartingWeights.UNIFORM, false);
  }

  /**
   * That of SkeletonCLR, CrosSCLR and AimCLR: SGD with momentum at 3.0, a tenth after epoch 80,
   * start with standard deviation 0.02, whole batches only.
   */
  public static LinearRecipe skeletonClr() {
    return new LinearRecipe(
        OptimiserKind.SGD, LearningRate.steps(3.0, 80), StartingWeights.NORMAL, true);
  }

  /** This recipe with another highest learning rate. */
  public LinearRecipe withLearningRate(double value) {
    return new LinearRecipe(optimiser, rate.withPeak(value), start, dropLast);
  }

  /** For people. */
  String describe() {
    return optimiser.label()
        + ", "
        + rate.describe()
        + (start == StartingWeights.NORMAL ? ", start of deviation 0.02" : ", Xavier start")
        + (dropLast ? ", whole batches only" : "");
  }

  /** Fresh weights of a layer. */
  Parameters classifier(int features, int classes, RandomKey key) {
    Parameters parameters = Parameters.create();
    NDManager manager = parameters.manager();
    parameters.add(
        "weight", Initialisation.xavierNormal(manager, new Shape(classes, features), key));
    parameters.add("bias", manager.zeros(new Shape(classes)));
    start.apply(parameters, key);
    return parameters;
  }
}
