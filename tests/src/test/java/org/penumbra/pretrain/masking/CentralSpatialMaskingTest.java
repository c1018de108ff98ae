package org.penumbra.pretrain.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.skeleton.SkeletonLayout;

class CentralSpatialMaskingTest {
  private static final int DRAWS = 20_000;

  /** Mean number of different joints that the released sampler masks, from simulation. */
  @ParameterizedTest
  @CsvSource({"5, 4.76", "7, 6.51", "8, 7.34", "9, 8.17", "11, 9.73"})
  void releasedSamplerMasksFewerThanAsked(int joints, double expected) {
    assertThat(meanMasked(new CentralSpatialMasking(joints, false)))
        .isCloseTo(expected, within(0.03));
  }

  @Test
  void describedSamplerMasksExactlyAsMany() {
    SplittableRandom random = RandomKey.of(1).generator();
    for (int draw = 0; draw < 1000; draw++) {
      assertThat(CentralSpatialMasking.published().draw(SkeletonLayout.NTU_25, random))
          .hasSize(9)
          .doesNotHaveDuplicates()
          .isSorted();
    }
  }

  static Stream<SkeletonLayout> layouts() {
    return SkeletonLayout.builtIn().stream();
  }

  /** A tree of V joints has V - 1 bones, so the degrees sum to 2 (V - 1): 48 of 25 joints. */
  @ParameterizedTest
  @MethodSource("layouts")
  void firstDrawIsProportionalToDegree(SkeletonLayout layout) {
    CentralSpatialMasking one = new CentralSpatialMasking(1, true);
    SplittableRandom random = RandomKey.of(2).generator();
    int[] counts = new int[layout.size()];
    for (int draw = 0; draw < DRAWS; draw++) {
      counts[one.draw(layout, random).get(0)]++;
    }
    List<Integer> degrees = layout.degrees();
    for (int v = 0; v < counts.length; v++) {
      double expected = degrees.get(v) / (2.0 * (layout.size() - 1));
      double deviation = Math.sqrt(expected * (1 - expected) / DRAWS);
      assertThat(counts[v] / (double) DRAWS).isCloseTo(expected, within(5 * deviation));
    }
  }

  @Test
  void maskingEveryJointIsRefused() {
    SplittableRandom random = RandomKey.of(3).generator();
    assertThatThrownBy(
            () -> new CentralSpatialMasking(20, true).draw(SkeletonLayout.KINECT_20, random))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("masked joints must be between 0 and 19, found 20.");
  }

  private static double meanMasked(CentralSpatialMasking masking) {
    SplittableRandom random = RandomKey.of(4).generator();
    long sum = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      sum += masking.draw(SkeletonLayout.NTU_25, random).size();
    }
    return sum / (double) DRAWS;
  }
}
