package org.penumbra.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.core.InvalidOptionException;

class ClusterQualityTest {
  /** In the order of the reference. */
  private static final List<InformationMean> MEANS =
      List.of(
          InformationMean.ARITHMETIC,
          InformationMean.GEOMETRIC,
          InformationMean.MAX,
          InformationMean.MIN);

  static List<ScikitLearn.Agreement> agreements() {
    return ScikitLearn.read().agreements;
  }

  @ParameterizedTest
  @MethodSource("agreements")
  void itIsScikitLearns(ScikitLearn.Agreement expected) {
    for (int m = 0; m < MEANS.size(); m++) {
      InformationMean mean = MEANS.get(m);
      ClusterQuality found = ClusterQuality.of(expected.groups, expected.labels, mean);
      assertThat(found.nmi()).as("NMI").isCloseTo(expected.nmi[m], within(1e-9));
      if (!expected.isSingles()) {
        assertThat(found.ami()).as("AMI").isCloseTo(expected.ami[m], within(1e-9));
      }
      assertThat(found.ari()).as("ARI").isCloseTo(expected.ari, within(1e-9));
      assertThat(found.purity()).as("purity").isCloseTo(expected.purity, within(1e-12));
    }
  }

  @Test
  void equalGroupsUnderOtherNumbersAgreeFully() {
    ClusterQuality quality =
        ClusterQuality.of(new int[] {2, 2, 0, 0, 1, 1}, new int[] {0, 0, 1, 1, 2, 2});
    assertThat(quality.nmi()).isCloseTo(1, within(1e-12));
    assertThat(quality.ami()).isCloseTo(1, within(1e-12));
    assertThat(quality.ari()).isCloseTo(1, within(1e-12));
    assertThat(quality.purity()).isEqualTo(1);
    assertThat(quality.sizes()).containsExactly(2, 2, 2);
  }

  /**
   * Groups 0,0,1,1 against 0,0,1,2: ARI 4/7; information ln 2, over the entropies ln 2 and 1.5 ln
   * 2.
   */
  @Test
  void aKnownCaseByTheArithmeticMeanUnlessAnotherIsNamed() {
    int[] groups = {0, 0, 1, 1};
    int[] labels = {0, 0, 1, 2};
    ClusterQuality quality = ClusterQuality.of(groups, labels);
    assertThat(quality.ari()).isCloseTo(4 / 7.0, within(1e-9));
    assertThat(quality.nmi()).isCloseTo(4 / 5.0, within(1e-9));
    assertThat(quality.purity()).isEqualTo(3 / 4.0);
    assertThat(quality.describe()).contains("NMI 0.800", "arithmetic mean", "2 groups of 2 to 2");
    assertThat(ClusterQuality.of(groups, labels, InformationMean.MAX).nmi())
        .isCloseTo(2 / 3.0, within(1e-9));
  }

  @Test
  void lengthsThatDifferAreRefused() {
    assertThatThrownBy(() -> ClusterQuality.of(new int[2], new int[3]))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("groups");
  }
}
