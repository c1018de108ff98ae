package org.penumbra.train;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.penumbra.tensor.Parameters;

/** What a method gives the loop: the loss of a batch, and the weights to move. */
public interface TrainingStep {
  /**
   * Loss of a batch, a scalar. Called inside a gradient collector and an {@link TensorScope} that
   * frees every temporary afterwards.
   */
  NDArray loss(Batch batch);

  /** Weights that the optimiser moves. */
  List<Parameters> parameters();
}
