package org.penumbra.pretrain;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.core.Scale;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.TensorScope;
import org.penumbra.train.Batch;
import org.penumbra.train.BatchFixture;

/**
 * Gradients do not change if the garbage collector runs between loss and gradient: nothing that the
 * engine keeps may lie in a Java buffer that nobody holds.
 */
class GarbageCollectionTest {
  private static final PreparedDataset CLIPS =
      ContrastFixture.waves(SkeletonLayout.KINECT_20, 8, 24, 1);
  private static final Batch BATCH = BatchFixture.of(0, 0, 1, 2, 3, 4, 5, 6, 7);

  static List<PretrainingMethod> methods() {
    List<PretrainingMethod> methods = new ArrayList<>(ContrastMethodsTest.methods());
    methods.add(Pstl.preset(Scale.SMOKE));
    methods.add(CrossMoco.preset(Scale.SMOKE));
    return methods;
  }

  @ParameterizedTest
  @MethodSource("methods")
  void gradientsOutliveTheGarbage(PretrainingMethod method) {
    assertThat(gradients(method, true)).isEqualTo(gradients(method, false));
  }

  private static Map<String, List<Float>> gradients(PretrainingMethod method, boolean collect) {
    Learner learner = method.learner(CLIPS);
    Map<String, List<Float>> found = new TreeMap<>();
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      try (GradientCollector collector = Compute.engine().newGradientCollector()) {
        NDArray loss = learner.loss(BATCH);
        if (collect) {
          collectGarbage();
        }
        collector.backward(loss);
      }
      learner
          .trained()
          .forEach(
              (part, parameters) ->
                  parameters
                      .weights()
                      .forEach(
                          (name, weight) ->
                              found.put(part + " " + name, floats(weight.getGradient()))));
    }
    learner.encoder().close();
    learner.streams().values().forEach(StGcn::close);
    learner.close();
    return found;
  }

  private static List<Float> floats(NDArray tensor) {
    List<Float> values = new ArrayList<>();
    for (float value : tensor.toFloatArray()) {
      values.add(value);
    }
    return values;
  }

  /** Collects, and fills what was freed with something else. */
  private static void collectGarbage() {
    List<ByteBuffer> held = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      System.gc();
      for (int i = 0; i < 4000; i++) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(8).order(ByteOrder.nativeOrder());
        held.add(buffer.putDouble(0, 12345.678));
      }
    }
    assertThat(held).hasSize(12000);
  }
}
