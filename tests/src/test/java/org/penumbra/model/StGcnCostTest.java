package org.penumbra.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.skeleton.SkeletonLayout;

class StGcnCostTest {
  private static final StGcnCost PUBLISHED = new StGcnCost(StGcnOptions.published(), 25);

  /** Counted for the published network: 306.2 million, of which the graph takes 22.8. */
  @Test
  void thePublishedEncoderTakesWhatWasCounted() {
    assertThat(PUBLISHED.multiplyAdds(50, 25)).isEqualTo(306_192_800L);
    long narrow = new StGcnCost(StGcnOptions.published().withSize(16, 64), 25).multiplyAdds(50, 25);
    assertThat(Math.round(narrow / 1e5)).isBetween(1030L, 1050L); // about 104.5 million
  }

  /**
   * Fewer frames cost in proportion, but for strides that round up; fewer joints more than that.
   */
  @Test
  void maskedViewsCostLess() {
    double whole = PUBLISHED.multiplyAdds(50, 25);
    assertThat(PUBLISHED.multiplyAdds(30, 25) / whole).isBetween(0.59, 0.63);
    assertThat(PUBLISHED.multiplyAdds(50, 17) / whole).isBetween(0.62, 17 / 25.0);
    assertThat(PUBLISHED.keptBytes(30, 25)).isLessThan(PUBLISHED.keptBytes(50, 25));
  }

  @ParameterizedTest
  @CsvSource({"16, 256, true", "16, 64, true", "3, 7, false"})
  void weightsAreThoseOfTheNetwork(int width, int features, boolean dropout) {
    StGcnOptions options = StGcnOptions.published().withSize(width, features).withDropout(dropout);
    for (SkeletonLayout layout :
        new SkeletonLayout[] {SkeletonLayout.NTU_25, SkeletonLayout.KINECT_20}) {
      try (StGcn network = new StGcn(layout, options, RandomKey.of(1))) {
        assertThat(new StGcnCost(options, layout.size()).weights())
            .isEqualTo(network.parameters().count());
      }
    }
    assertThat(PUBLISHED.weights()).isEqualTo(821_380);
  }

  @Test
  void moreJointsThanThereAreAreRefused() {
    assertThatThrownBy(() -> PUBLISHED.multiplyAdds(50, 26))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("joints in the graph must be between 1 and 25, found 26.");
  }
}
