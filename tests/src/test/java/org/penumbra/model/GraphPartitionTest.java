package org.penumbra.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.penumbra.model.HopDistances.AS_RELEASED;
import static org.penumbra.model.HopDistances.BREADTH_FIRST;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * Counts and sums of the matrices, those of 25 joints with the quirk from the released code, the
 * others by hand: an entry is 1 / (bones at the joint it leads to + 1).
 */
class GraphPartitionTest {
  private static final SkeletonLayout NTU = SkeletonLayout.NTU_25;
  private static final SkeletonLayout KINECT = SkeletonLayout.KINECT_20;

  static Stream<Arguments> layouts() {
    return Stream.of(
        Arguments.of(NTU, AS_RELEASED, new int[] {25, 40, 8}, new double[] {8.95, 13.30, 2.75}),
        // Ends of a bone are never equally far: 24 links inwards, 24 outwards. Outwards leads to
        // every joint but the centre, which has 4 bones: 8.95 - 1 / 5. The rest of 25 is inwards.
        Arguments.of(NTU, BREADTH_FIRST, new int[] {25, 24, 24}, new double[] {8.95, 7.30, 8.75}),
        // Degrees 3 2 4 1, and 2 2 2 1 for each limb: loops 1/4 + 1/3 + 1/5 + 1/2 + 4 (3/3 + 1/2).
        // Outwards with the quirk: to spine, head, both shoulders, hip centre, both elbows.
        Arguments.of(
            KINECT,
            AS_RELEASED,
            new int[] {20, 31, 7},
            new double[] {437 / 60.0, 10.3, 5 / 3.0 + 1 / 2.0 + 1 / 4.0}),
        Arguments.of(
            KINECT,
            BREADTH_FIRST,
            new int[] {20, 19, 19},
            new double[] {437 / 60.0, 338 / 60.0, 425 / 60.0}));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void nonZerosAndSumsPerPartition(
      SkeletonLayout layout, HopDistances distances, int[] nonZeros, double... sums) {
    double[] a = GraphPartition.spatial(layout, distances);
    int size = layout.size() * layout.size();
    for (int k = 0; k < 3; k++) {
      int count = 0;
      double sum = 0;
      for (int i = k * size; i < (k + 1) * size; i++) {
        count += a[i] != 0 ? 1 : 0;
        sum += a[i];
      }
      assertThat(count).as("non-zeros of partition %d", k).isEqualTo(nonZeros[k]);
      assertThat(sum).as("sum of partition %d", k).isCloseTo(sums[k], within(1e-9));
    }
  }

  @ParameterizedTest
  @EnumSource
  void columnsOfTheSumAreOne(HopDistances distances) {
    for (SkeletonLayout layout : SkeletonLayout.builtIn()) {
      double[] a = GraphPartition.spatial(layout, distances);
      int joints = layout.size();
      for (int w = 0; w < joints; w++) {
        double sum = 0;
        for (int row = 0; row < 3 * joints; row++) {
          sum += a[row * joints + w];
        }
        assertThat(sum).as("%s, column %d", layout.name(), w).isCloseTo(1, within(1e-12));
      }
    }
  }

  @Test
  void furtherPartitionHoldsOnlyLinksFromTheCentreAndItsNeighbours() {
    assertThat(further(AS_RELEASED, 2, 1)).isCloseTo(0.25, within(1e-12));
    assertThat(further(AS_RELEASED, 3, 4)).isCloseTo(0.5, within(1e-12));
    assertThat(further(AS_RELEASED, 5, 6)).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(further(AS_RELEASED, 9, 10)).isCloseTo(1 / 3.0, within(1e-12));
    for (int neighbour : new int[] {2, 3, 5, 9}) {
      assertThat(further(AS_RELEASED, 21, neighbour)).isCloseTo(1 / 3.0, within(1e-12));
    }
    assertThat(further(AS_RELEASED, 1, 2)).isZero();
  }

  /** From the right knee to the right ankle, and back. */
  @Test
  void trueDistancesSendEveryOutwardLinkToTheLastPartition() {
    assertThat(further(BREADTH_FIRST, 18, 19)).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(further(AS_RELEASED, 18, 19)).isZero();
    assertThat(further(BREADTH_FIRST, 19, 18)).isZero();
    assertThat(further(BREADTH_FIRST, 21, 9)).isCloseTo(1 / 3.0, within(1e-12));
  }

  /** By hand along the bones, joints in array order. */
  @Test
  void hopsFromTheCentre() {
    assertThat(BREADTH_FIRST.of(NTU))
        .containsExactly(2, 1, 1, 2, 1, 2, 3, 4, 1, 2, 3, 4, 3, 4, 5, 6, 3, 4, 5, 6, 0, 6, 5, 6, 5);
    assertThat(BREADTH_FIRST.of(KINECT))
        .containsExactly(2, 1, 0, 1, 1, 2, 3, 4, 1, 2, 3, 4, 3, 4, 5, 6, 3, 4, 5, 6);
    int far = Integer.MAX_VALUE;
    assertThat(AS_RELEASED.of(KINECT))
        .containsExactly(
            far, 1, 0, 1, 1, far, far, far, 1, far, far, far, far, far, far, far, far, far, far,
            far);
  }

  @Test
  void theQuirkIsTheDefaultAndTheOtherIsSaid() {
    assertThat(GraphPartition.spatial(NTU)).isEqualTo(GraphPartition.spatial(NTU, AS_RELEASED));
    assertThat(StGcnOptions.published().distances()).isEqualTo(AS_RELEASED);
    assertThat(StGcnOptions.published().describe())
        .isEqualTo("ST-GCN of width 16 with 256 features");
    assertThat(StGcnOptions.published().withDistances(BREADTH_FIRST).withDropout(false).describe())
        .isEqualTo("ST-GCN of width 16 with 256 features, no dropout, graph by true distances");
  }

  /** Entry of the third matrix of 25 joints, counted from 1 as the reference does. */
  private static double further(HopDistances distances, int from, int to) {
    return GraphPartition.spatial(NTU, distances)[(2 * 25 + from - 1) * 25 + to - 1];
  }
}
