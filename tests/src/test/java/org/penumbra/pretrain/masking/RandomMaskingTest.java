package org.penumbra.pretrain.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.core.RandomKey;
import org.penumbra.skeleton.SkeletonLayout;

/** PSTL's random rivals: joints and frames that go with equal chance. */
class RandomMaskingTest {
  private static final int DRAWS = 5000;

  private static void assertEqualChances(int[] counts, double share) {
    double deviation = Math.sqrt(DRAWS * share * (1 - share));
    for (int i = 0; i < counts.length; i++) {
      assertThat((double) counts[i]).as("%d", i).isCloseTo(DRAWS * share, within(4.5 * deviation));
    }
  }

  static Stream<SkeletonLayout> layouts() {
    return SkeletonLayout.builtIn().stream();
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void everyJointGoesEquallyOften(SkeletonLayout layout) {
    SplittableRandom random = RandomKey.of(11).generator();
    int[] counts = new int[layout.size()];
    for (int draw = 0; draw < DRAWS; draw++) {
      var masked = RandomSpatialMasking.published().draw(layout, random);
      assertThat(masked).hasSize(9).doesNotHaveDuplicates().isSorted();
      masked.forEach(v -> counts[v]++);
    }
    assertEqualChances(counts, 9.0 / layout.size());
  }

  /** Values are their own places, so what comes out says where it was. */
  @Test
  void everyFrameGoesEquallyOftenTheSameOfAllSamples() {
    int samples = 3;
    int length = 12;
    int row = 4;
    float[] source = new float[samples * 3 * length * row];
    for (int i = 0; i < source.length; i++) {
      source[i] = i;
    }
    RandomTemporalMasking masking = new RandomTemporalMasking(5);
    assertThat(masking.remaining(length)).isEqualTo(7);
    SplittableRandom random = RandomKey.of(12).generator();
    int[] gone = new int[length];
    for (int draw = 0; draw < DRAWS; draw++) {
      FloatBuffer target = FloatBuffer.allocate(samples * 3 * 7 * row);
      masking.apply(FloatBuffer.wrap(source), samples, length, row, random, target);
      int[] kept = new int[7];
      Arrays.setAll(kept, t -> (int) target.get(t * row) / row);
      assertThat(kept).isSorted().doesNotHaveDuplicates();
      for (int i = 0; i < target.capacity(); i++) {
        int expected = (i / row / 7 * length + kept[i / row % 7]) * row + i % row;
        assertThat((int) target.get(i)).isEqualTo(expected);
      }
      boolean[] stays = new boolean[length];
      Arrays.stream(kept).forEach(t -> stays[t] = true);
      for (int t = 0; t < length; t++) {
        gone[t] += stays[t] ? 0 : 1;
      }
    }
    assertEqualChances(gone, 5.0 / length);
  }

  @Test
  void asManyFramesStayAsOfMotionAttention() {
    assertThat(RandomTemporalMasking.published().remaining(50))
        .isEqualTo(MotionAttentionTemporalMasking.published().remaining(50));
  }

  @Test
  void maskingEverythingIsRefused() {
    SplittableRandom random = RandomKey.of(13).generator();
    assertThatThrownBy(() -> new RandomSpatialMasking(25).draw(SkeletonLayout.NTU_25, random))
        .hasMessage("masked joints must be between 0 and 24, found 25.");
    assertThatThrownBy(() -> new RandomTemporalMasking(50).remaining(50))
        .hasMessage("masked frames must be between 0 and 49, found 50.");
  }
}
