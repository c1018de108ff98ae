package org.penumbra.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.penumbra.skeleton.SkeletonLayout;

/** Counts and sums of the reference's matrices for 25 joints. */
class GraphPartitionTest {
  private static final int V = 25;
  private static final double[] A = GraphPartition.spatial(SkeletonLayout.NTU_25);

  @Test
  void nonZerosAndSumsPerPartition() {
    int[] nonZeros = {25, 40, 8};
    double[] sums = {8.95, 13.30, 2.75};
    for (int k = 0; k < 3; k++) {
      int count = 0;
      double sum = 0;
      for (int i = k * V * V; i < (k + 1) * V * V; i++) {
        count += A[i] != 0 ? 1 : 0;
        sum += A[i];
      }
      assertThat(count).isEqualTo(nonZeros[k]);
      assertThat(sum).isCloseTo(sums[k], within(1e-9));
    }
  }

  @Test
  void columnsOfTheSumAreOne() {
    for (int w = 0; w < V; w++) {
      double sum = 0;
      for (int row = 0; row < 3 * V; row++) {
        sum += A[row * V + w];
      }
      assertThat(sum).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void furtherPartitionHoldsOnlyLinksFromTheCentreAndItsNeighbours() {
    assertThat(further(2, 1)).isCloseTo(0.25, within(1e-12));
    assertThat(further(3, 4)).isCloseTo(0.5, within(1e-12));
    assertThat(further(21, 9)).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(further(1, 2)).isZero();
  }

  /** Entry of the third matrix, joints counted from 1 as the reference does. */
  private static double further(int from, int to) {
    return A[(2 * V + from - 1) * V + to - 1];
  }
}
