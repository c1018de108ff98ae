package org.penumbra.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.model.StGcn;
import org.penumbra.model.StGcnOptions;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.skeleton.SkeletonLayout;

class CleanStatisticsTest {
  private static final SkeletonLayout LAYOUT = SkeletonLayout.KINECT_20;
  private static final int N = 8;
  private static final PreparedDataset CLIPS = clips();

  private static PreparedDataset clips() {
    SplittableRandom random = RandomKey.of(31).generator();
    float[] values = new float[N * 3 * 10 * 20];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-1, 3);
    }
    List<String> names = IntStream.range(0, N).mapToObj(i -> "c" + i).toList();
    return new PreparedDataset("noise", LAYOUT, List.of("a"), names, new int[N], 10, 1, values);
  }

  private static StGcn encoder() {
    StGcnOptions options = StGcnOptions.published().withSize(2, 4); // with dropout
    return new StGcn(LAYOUT, options, RandomKey.of(3));
  }

  /** Of the input's batch norm they are known: mean of each joint's each coordinate. */
  @Test
  void runningMeansBecomeThoseOfTheClips() {
    try (StGcn encoder = encoder()) {
      float[] weights = encoder.parameters().get("data_bn.weight").toFloatArray();
      new CleanStatistics(60, N).measure(encoder, CLIPS);
      float[] found = encoder.parameters().get("data_bn.running_mean").toFloatArray();
      for (int joint = 0; joint < 20; joint++) {
        for (int c = 0; c < 3; c++) {
          double sum = 0;
          for (int i = 0; i < N * 10; i++) {
            sum += CLIPS.values()[((i / 10 * 3 + c) * 10 + i % 10) * 20 + joint];
          }
          assertThat((double) found[joint * 3 + c]).isCloseTo(sum / (N * 10), within(5e-3));
        }
      }
      assertThat(encoder.parameters().get("data_bn.weight").toFloatArray()).isEqualTo(weights);
    }
  }

  @Test
  void sameClipsSameStatistics() {
    try (StGcn one = encoder();
        StGcn another = encoder()) {
      new CleanStatistics(2, 4).measure(one, CLIPS);
      new CleanStatistics(2, 4).measure(another, CLIPS);
      assertThat(one.parameters().fingerprint()).isEqualTo(another.parameters().fingerprint());
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    try (StGcn encoder = encoder();
        StGcn other = new StGcn(SkeletonLayout.NTU_25, encoder.options(), RandomKey.of(3))) {
      assertThatThrownBy(() -> new CleanStatistics(1, N + 1).measure(encoder, CLIPS))
          .isInstanceOf(InvalidOptionException.class)
          .hasMessageContaining("number of clips");
      assertThatThrownBy(() -> new CleanStatistics(1, 4).measure(other, CLIPS))
          .isInstanceOf(InvalidOptionException.class)
          .hasMessageContaining("layout of noise");
    }
  }
}
