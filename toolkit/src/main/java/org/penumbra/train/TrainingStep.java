package org.penumbra.train;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.penumbra.tensor.Parameters;

/**
 * What a method gives the loop: the loss of a batch, the weights to move, and all that it keeps.
 */
public interface TrainingStep {
  /**
   * Loss of a batch, a scalar. Called inside a gradient collector and a {@link
   * org.penumbra.tensor.TensorScope} that frees every temporary afterwards.
   */
  NDArray loss(Batch batch);

  /**
   * What follows the update of the weights: momentum encoders, queues. Called inside the scope of
   * the step and outside its gradient collector, so tensors that {@link #loss} kept are still
   * there. Called after every batch, also after one whose gradients wait for those of others
   * ({@link TrainingOptions#accumulation()}), because a queue takes the keys of each.
   */
  default void afterUpdate(Batch batch) {}

  /**
   * Weights that the optimiser moves, by a name that stays the same between versions, for instance
   * {@code encoder} and {@code projector}.
   */
  Map<String, Parameters> trained();

  /**
   * Everything that a checkpoint must hold to go on as if nothing had happened, {@link #trained}
   * included: momentum encoders and queues too. Everything random comes from the batch's keys, so
   * nothing else is remembered.
   */
  default Map<String, Parameters> state() {
    return trained();
  }

  /** All trained weights, in order of their names: sums over them are then the same every time. */
  default List<Parameters> parameters() {
    return List.copyOf(new TreeMap<>(trained()).values());
  }

  /**
   * Loss of networks that give every clip the same answer, if the method knows it: {@code 2 D (D -
   * 1) lambda} for two Barlow Twins terms, {@code log(1 + K)} for a contrast with K negatives. A
   * loss that stays there is no progress.
   */
  default OptionalDouble collapseLoss() {
    return OptionalDouble.empty();
  }
}
