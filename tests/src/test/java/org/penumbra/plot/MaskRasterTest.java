package org.penumbra.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;

class MaskRasterTest {
  @ParameterizedTest
  @CsvSource({"40, 1", "1, 1", "0, 1", "300, 2", "3000, 1"})
  void paintsInsideItsSize(int frames, int bodies) {
    MaskRaster raster = MaskRaster.of(Clips.clip(frames, bodies, JointState.OBSERVED));
    BufferedImage image = raster.image();
    assertThat(image.getWidth()).isEqualTo(2 * raster.width());
    assertThat(image.getHeight()).isEqualTo(2 * raster.height());
    assertThat(Pixels.whiteEdges(image)).isTrue();
    if (frames > 0) {
      assertThat(Pixels.count(image, MaskRaster.OBSERVED)).isGreaterThan(100_000);
    }
  }

  @Test
  void coloursFollowTheShares() {
    SkeletonClip plain = Clips.clip(40);
    int legend = Pixels.count(MaskRaster.of(plain).image(), Theme.ORANGE);
    double orange =
        Pixels.count(MaskRaster.of(Clips.hide(plain, 5)).image(), Theme.ORANGE) - legend;
    double blue = Pixels.count(MaskRaster.of(Clips.hide(plain, 5)).image(), MaskRaster.OBSERVED);
    assertThat(orange / (orange + blue)).isBetween(0.23, 0.27); // 5 of 20 joints
  }

  @Test
  void aBodyThatIsNeverThereIsLeftOut() {
    JointMask.Builder mask = JointMask.builder(10, 20, 2);
    for (int t = 0; t < 10; t++) {
      for (int v = 0; v < 20; v++) {
        mask.set(t, v, 1, JointState.ABSENT);
      }
    }
    SkeletonClip both = Clips.clip(10, 2, JointState.OBSERVED);
    SkeletonClip one = SkeletonClip.of(both.info(), both.layout(), both.toArray(), mask.build());
    assertThat(MaskRaster.of(one).height()).isEqualTo(MaskRaster.of(Clips.clip(10)).height());
    assertThat(MaskRaster.of(both).height()).isGreaterThan(MaskRaster.of(one).height());
    assertThat(MaskRaster.of(one).text())
        .isEqualTo("demo: 10 frames, 0 of 200 joints hidden (0 %), 200 absent");
  }

  @Test
  void textCounts() {
    assertThat(MaskRaster.of(Clips.hide(Clips.clip(54), 6)).title("Sofa").text())
        .isEqualTo("Sofa: 54 frames, 324 of 1,080 joints hidden (30 %), 0 absent");
  }
}
