package org.penumbra.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Values of {@code cv2.resize} with {@code INTER_LINEAR} along one axis. */
class ResizeTest {
  @Test
  void longerSeries() {
    assertThat(Resize.resize(new double[] {0, 1, 4}, 5))
        .containsExactly(new double[] {0, 0.4, 1, 2.8, 4}, within(1e-12));
  }

  @Test
  void shorterSeries() {
    assertThat(Resize.resize(new double[] {0, 1, 4, 9, 16, 25, 36}, 4))
        .containsExactly(new double[] {0.375, 4.625, 15.125, 31.875}, within(1e-12));
  }

  @Test
  void sameLengthIsIdentity() {
    double[] series = {3, -1, 4, 1, -5};
    assertThat(Resize.resize(series, 5)).isEqualTo(series);
  }

  @Test
  void oneFrameIsRepeated() {
    assertThat(Resize.resize(new double[] {7}, 3)).containsExactly(7, 7, 7);
  }
}
