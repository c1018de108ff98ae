package org.penumbra.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TemporalResizeTest {
  @Test
  void doublingHoldsTheEdgesAndCentresThePixels() {
    assertThat(TemporalResize.toolkit(new float[] {0, 4}, 1, 4)).containsExactly(0, 1, 3, 4);
  }

  @Test
  void halvingAveragesNeighbours() {
    assertThat(TemporalResize.toolkit(new float[] {0, 2, 4, 8}, 1, 2)).containsExactly(1, 6);
  }

  @Test
  void sameLengthChangesNothing() {
    float[] clip = {1, 2, 3, 4, 5, 6};

    assertThat(TemporalResize.toolkit(clip, 2, 3)).containsExactly(clip);
  }
}
