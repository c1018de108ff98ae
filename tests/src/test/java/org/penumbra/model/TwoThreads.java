package org.penumbra.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Set;
import org.penumbra.core.RandomKey;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.Precision;
import org.penumbra.tensor.TensorScope;

/**
 * Some steps forward and back through a small ST-GCN. Arguments: number of clips, precision, and if
 * wanted width and features of the network.
 */
public final class TwoThreads {
  private static final int STEPS = 12;

  private TwoThreads() {}

  public static void main(String[] arguments) {
    int clips = Integer.parseInt(arguments[0]);
    Precision precision = Precision.valueOf(arguments[1]);
    int width = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 8;
    int size = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 64;
    StGcnOptions options = StGcnOptions.published().withSize(width, size).withDropout(false);
    boolean finite = true;
    try (StGcn encoder = new StGcn(SkeletonLayout.NTU_25, options, RandomKey.of(1));
        NDManager manager = Compute.newManager()) {
      NDArray x = manager.randomNormal(new Shape(clips, 3, 50, 25, 1));
      for (int step = 0; step < STEPS; step++) {
        try (TensorScope scope = TensorScope.open()) {
          scope.holds();
          try (GradientCollector collector = Compute.engine().newGradientCollector()) {
            NDArray features = encoder.train(x, Set.of(), null, precision);
            collector.backward(features.square().sum());
            finite &= Float.isFinite(features.sum().getFloat());
          }
          encoder.parameters().zeroGradients();
        }
      }
    }
    System.out.println(Compute.threads() + " threads, " + (finite ? "finite" : "not finite"));
  }
}
