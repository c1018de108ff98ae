package org.penumbra.impute.knn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.penumbra.core.ComputeException;

class SearchPlanTest {
  private static final SearchPlan.Need NTU_60 = new SearchPlan.Need(40_091, 2500);
  private static final long GIB = 1L << 30;

  @Test
  void donorsAreKeptIfTheyFit() {
    SearchPlan plan = SearchPlan.of(NTU_60, 4 * GIB, 4 * GIB, 2);
    assertThat(plan.keepDonors()).isTrue();
    assertThat(plan.receivers()).isEqualTo(2048);
    assertThat(NTU_60.heap(plan.receivers(), true)).isLessThan(4 * GIB);
  }

  @Test
  void donorsLargerThanMemoryAreReadAgain() {
    SearchPlan plan = SearchPlan.of(NTU_60, GIB / 2, GIB / 16, 2);
    assertThat(plan.keepDonors()).isFalse();
    assertThat(NTU_60.heap(plan.receivers(), false)).isLessThan(GIB / 2);
    assertThat(NTU_60.engine(plan.donorBlock(), plan.strip())).isLessThan(GIB / 16);
  }

  @Test
  void aClusterIsSearchedSymmetrically() {
    SearchPlan.Need cluster = new SearchPlan.Need(950, 2500);
    assertThat(SearchPlan.of(cluster, GIB, GIB, 1).receivers()).isGreaterThanOrEqualTo(950);
  }

  @Test
  void tooLittleMemoryIsSaidBeforeAnythingIsRead() {
    assertThatThrownBy(() -> SearchPlan.of(NTU_60, 10 << 20, GIB, 1))
        .isInstanceOf(ComputeException.class)
        .hasMessageContaining("40091 clips of 2500 joints")
        .hasMessageContaining("-Xmx")
        .hasMessageContaining("8 MiB");
    assertThatThrownBy(() -> SearchPlan.of(NTU_60, GIB, 1 << 20, 1))
        .isInstanceOf(ComputeException.class)
        .hasMessageContaining("memory for tensors");
  }
}
