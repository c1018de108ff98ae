package org.penumbra.pretrain.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.skeleton.SkeletonLayout;

class AdaptiveSpatialMaskingTest {
  private static final SkeletonLayout NTU = SkeletonLayout.NTU_25;
  private static final AdaptiveSpatialMasking PUBLISHED = AdaptiveSpatialMasking.published();
  private static final int DRAWS = 20_000;

  /** Golden: batch 128, one joint never and one always missing; the borders are 42/43 and 85/86. */
  @Test
  void frequencyDegreesOfABatchOf128() {
    int[] missing = new int[25];
    missing[24] = 128;
    for (int count = 0; count <= 128; count++) {
      missing[7] = count;
      int expected = count <= 42 ? 1 : count <= 85 ? 2 : 3;
      assertThat(PUBLISHED.degrees(NTU, missing).get(7)).as("F = %d", count).isEqualTo(expected);
    }
    assertThat(PUBLISHED.degrees(NTU, missing).get(24)).isEqualTo(3);
    assertThat(PUBLISHED.degrees(NTU, missing).get(0)).isEqualTo(1);
  }

  /** Counts from 10 to 13: thirds of the range above the smallest. */
  @Test
  void degreesAreRelativeToTheSmallestCount() {
    int[] missing = new int[25];
    Arrays.setAll(missing, v -> 10 + v % 4);
    assertThat(PUBLISHED.degrees(NTU, missing).subList(0, 4)).containsExactly(1, 1, 2, 3);
  }

  @Test
  void nothingMissingIsCentralMasking() {
    for (long seed = 0; seed < 50; seed++) {
      RandomKey key = RandomKey.of(seed);
      assertThat(PUBLISHED.draw(NTU, new int[25], key.generator()))
          .as("seed %d", seed)
          .isEqualTo(CentralSpatialMasking.published().draw(NTU, key.generator()))
          .isEqualTo(PUBLISHED.draw(NTU, key.generator()));
    }
  }

  @Test
  void allMissingEquallyOftenIsUniform() {
    int[] missing = new int[25];
    Arrays.fill(missing, 128);
    assertThat(PUBLISHED.degrees(NTU, missing)).isEqualTo(Collections.nCopies(25, 1));
  }

  /** Direction: what is missing more often is masked more often. */
  @Test
  void firstDrawIsProportionalToTheFrequencyDegree() {
    int[] missing = new int[25];
    Arrays.setAll(missing, v -> v * 5);
    List<Integer> degrees = PUBLISHED.degrees(NTU, missing);
    int sum = degrees.stream().mapToInt(Integer::intValue).sum();
    AdaptiveSpatialMasking one = new AdaptiveSpatialMasking(1, 0.001, true);
    SplittableRandom random = RandomKey.of(2).generator();
    int[] counts = new int[25];
    for (int draw = 0; draw < DRAWS; draw++) {
      counts[one.draw(NTU, missing, random).get(0)]++;
    }
    for (int v = 0; v < 25; v++) {
      double expected = degrees.get(v) / (double) sum;
      double deviation = Math.sqrt(expected * (1 - expected) / DRAWS);
      assertThat(counts[v] / (double) DRAWS)
          .as("joint %d", v)
          .isCloseTo(expected, within(4.5 * deviation));
    }
    assertThat(counts[24]).isGreaterThan(2 * counts[0]);
  }

  @Test
  void theReleasedForkDrawsJointsTwice() {
    int[] missing = new int[25];
    missing[3] = 128; // three entries, all others one: 27 entries
    AdaptiveSpatialMasking multiset = new AdaptiveSpatialMasking(9, 0.001, false);
    SplittableRandom random = RandomKey.of(5).generator();
    long sum = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      sum += multiset.draw(NTU, missing, random).size();
    }
    // Hypergeometric: every copy of joint 3 beyond the first is lost.
    double copies = 9 * 3 / 27.0;
    double none = 18.0 * 17 * 16 / (27.0 * 26 * 25);
    double expected = 9 - (copies - (1 - none));
    assertThat(sum / (double) DRAWS).isCloseTo(expected, within(0.02));
    assertThat(PUBLISHED.draw(NTU, missing, random)).hasSize(9).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void mistakesAreNamed() {
    SplittableRandom random = RandomKey.of(3).generator();
    assertThatThrownBy(() -> PUBLISHED.draw(NTU, new int[20], random))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("counts of missing joints must be 25, one for each joint, found 20.");
    assertThatThrownBy(
            () -> new AdaptiveSpatialMasking(25, 0.001, true).draw(NTU, new int[25], random))
        .hasMessage("masked joints must be between 0 and 24, found 25.");
    assertThatThrownBy(() -> new AdaptiveSpatialMasking(9, 0, true))
        .hasMessageContaining("epsilon of the frequency degree");
  }
}
