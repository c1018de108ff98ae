package org.penumbra.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.occlusion.OcclusionReport;
import org.penumbra.skeleton.LayoutJson;
import org.penumbra.skeleton.SkeletonLayout;

class BodySharesTest {
  private static double[] shares(int joints, double value) {
    double[] shares = new double[joints];
    shares[2] = value;
    return shares;
  }

  @Test
  void paintsBothLayoutsInsideTheirSize() {
    for (SkeletonLayout layout : List.of(SkeletonLayout.NTU_25, SkeletonLayout.KINECT_20)) {
      BodyShares figure = BodyShares.of("Shares", layout, shares(layout.size(), 1));
      BufferedImage image = figure.image();
      assertThat(image.getWidth()).isEqualTo(2 * figure.width());
      assertThat(image.getHeight()).isEqualTo(2 * figure.height());
      assertThat(Pixels.whiteEdges(image)).isTrue();
    }
  }

  @Test
  void aJointHasTheColourOfItsShare() {
    SkeletonLayout layout = SkeletonLayout.KINECT_20;
    BufferedImage none = BodyShares.of("Shares", layout, new double[20]).image();
    BufferedImage one = BodyShares.of("Shares", layout, shares(20, 1)).image();
    Color full = Shades.of(1);
    // The disc and the bar.
    assertThat(Pixels.count(one, full) - Pixels.count(none, full)).isGreaterThan(5000);
  }

  @Test
  void shadesDarkenWithTheShare() {
    int former = 766;
    for (int i = 0; i <= 20; i++) {
      Color shade = Shades.of(i / 20.0);
      int light = shade.getRed() + shade.getGreen() + shade.getBlue();
      assertThat(light).isLessThan(former);
      former = light;
    }
  }

  @Test
  void aReportAndItsText() {
    SkeletonDataset data =
        new SkeletonDataset(
            "demo set",
            Clips.LAYOUT,
            List.of("a"),
            List.of(Clips.hide(Clips.clip(10), 1)),
            List.of());
    assertThat(BodyShares.of(OcclusionReport.of(data)).text())
        .startsWith("Hidden in demo set: 5.0 % of the joints\n  left arm: left shoulder 0.0 %,")
        .endsWith("torso: hip centre 100.0 %, spine 0.0 %, shoulder centre 0.0 %, head 0.0 %");
  }

  @Test
  void otherLayoutsTakeAPose() {
    SkeletonLayout stick =
        LayoutJson.read(
            "stick",
            new StringReader(
                """
                {"name": "stick", "joints": ["top", "end"], "bones": [["end", "top"]],
                 "centre": "top", "shoulders": ["top", "end"], "mirror": [],
                 "parts": {"all": ["top", "end"]}}
                """));
    BodyShares figure = BodyShares.of("Stick", stick, new double[] {0, 1});
    assertThatThrownBy(figure::image)
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("pose(clip, frame)")
        .hasMessageContaining("found 'top'");
    BodyShares body = BodyShares.of("Body", Clips.LAYOUT, new double[20]);
    assertThat(Pixels.whiteEdges(body.pose(Clips.clip(3), 2).image())).isTrue();
    assertThatThrownBy(() -> body.pose(Clips.clip(3), 3))
        .hasMessage("frame must be between 0 and 2, found 3.");
    assertThatThrownBy(() -> body.pose(Clips.clip(3, 1, JointState.ABSENT), 1))
        .hasMessageStartingWith("frame must be one with joints");
  }

  @Test
  void sharesAreChecked() {
    assertThatThrownBy(() -> BodyShares.of("x", Clips.LAYOUT, new double[3]))
        .hasMessage("number of shares must be 20, found 3.");
    assertThatThrownBy(() -> BodyShares.of("x", Clips.LAYOUT, shares(20, Double.NaN)))
        .hasMessage("share of shoulder centre must be between 0.0 and 1.0, found NaN.");
  }
}
