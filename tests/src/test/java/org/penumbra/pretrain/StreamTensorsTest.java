package org.penumbra.pretrain;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.preprocess.StreamDerivation;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.skeleton.Stream;
import org.penumbra.tensor.Compute;

/** Without augmentation, what a network sees in training is what it sees in evaluation. */
class StreamTensorsTest {
  @ParameterizedTest
  @EnumSource(Stream.class)
  void equalTheStreamsOfPreparedClips(Stream stream) {
    for (SkeletonLayout layout : SkeletonLayout.builtIn()) {
      for (int bodies = 1; bodies <= 2; bodies++) {
        PreparedDataset clips = ContrastFixture.waves(layout, 3, 7, bodies);
        try (NDManager manager = Compute.newManager()) {
          Shape shape = new Shape(3, 3, 7, layout.size(), bodies);
          NDArray joints = manager.create(clips.values(), shape);
          NDArray derived = new StreamTensors(layout).of(joints, stream);
          assertThat(derived.getShape()).isEqualTo(shape);
          assertThat(derived.toFloatArray())
              .as(layout.name())
              .usingComparatorWithPrecision(0f) // minus zero is zero
              .containsExactly(StreamDerivation.derive(clips, stream).values());
        }
      }
    }
  }
}
