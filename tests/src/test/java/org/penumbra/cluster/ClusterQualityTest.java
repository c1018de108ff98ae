package org.penumbra.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;

class ClusterQualityTest {
  @Test
  void equalGroupsUnderOtherNumbersAgreeFully() {
    ClusterQuality quality =
        ClusterQuality.of(new int[] {2, 2, 0, 0, 1, 1}, new int[] {0, 0, 1, 1, 2, 2});
    assertThat(quality.nmi()).isCloseTo(1, within(1e-12));
    assertThat(quality.ami()).isCloseTo(1, within(1e-12));
    assertThat(quality.ari()).isCloseTo(1, within(1e-12));
  }

  /** Groups 0,0,1,1 against 0,0,1,2: ARI 4/7; information ln 2 over the larger entropy 1.5 ln 2. */
  @Test
  void aKnownCase() {
    ClusterQuality quality = ClusterQuality.of(new int[] {0, 0, 1, 1}, new int[] {0, 0, 1, 2});
    assertThat(quality.ari()).isCloseTo(4 / 7.0, within(1e-9));
    assertThat(quality.nmi()).isCloseTo(2 / 3.0, within(1e-9));
  }

  @Test
  void lengthsThatDifferAreRefused() {
    assertThatThrownBy(() -> ClusterQuality.of(new int[2], new int[3]))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("groups");
  }
}
