package org.penumbra.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.impute.ImputationComparison;
import org.penumbra.impute.InterpolationImputer;
import org.penumbra.impute.LastSeenImputer;
import org.penumbra.impute.RandomImputer;
import org.penumbra.skeleton.SkeletonLayout;

class ImputationFigureTest {
  private static final Color RED = new Color(0xC8102E);
  private static final Color GREY = new Color(0xA0A0A0);

  private static final SkeletonClip TRUE =
      org.penumbra.data.Clips.random("walk", 0, SkeletonLayout.NTU_25, 12, 1);

  private static SkeletonClip hidden() {
    JointMask.Builder mask = JointMask.builder(12, 25, 1);
    for (int t = 3; t < 9; t++) {
      mask.set(t, 5, 0, JointState.OCCLUDED);
      mask.set(t, 6, 0, JointState.OCCLUDED);
    }
    return TRUE.hide(mask.build());
  }

  @Test
  void trueImputedAndRandomBodiesHaveTheirColours() {
    SkeletonClip imputed = InterpolationImputer.linear().impute(hidden()).clip();
    ImputationFigure figure = ImputationFigure.of(imputed).frames(3);
    BufferedImage plain = figure.image();
    assertThat(plain.getWidth()).isEqualTo(Figure.PIXEL_RATIO * figure.width());
    assertThat(plain.getHeight()).isEqualTo(Figure.PIXEL_RATIO * figure.height());
    assertThat(Pixels.count(plain, RED)).isGreaterThan(1000);
    assertThat(Pixels.count(plain, Theme.BLUE)).isGreaterThan(300);
    ImputationFigure both = figure.random(RandomImputer.of().impute(hidden()).clip());
    assertThat(Pixels.count(both.image(), GREY)).isGreaterThan(Pixels.count(plain, GREY) + 300);
    assertThat(both.title("Walking").text())
        .startsWith("Walking\n3 of 12 frames of walk: 12 joints imputed, ")
        .endsWith(" mm from the truth in the mean");
  }

  @Test
  void clipsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> ImputationFigure.of(TRUE))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("one whose truth is known");
    ImputationFigure figure = ImputationFigure.of(hidden());
    SkeletonClip other = org.penumbra.data.Clips.random("run", 0, SkeletonLayout.NTU_25, 12, 1);
    assertThatThrownBy(() -> figure.random(other))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("walk, as the imputed one, found 'run'");
  }

  @Test
  void chartsShowAComparison() {
    SkeletonDataset data =
        new SkeletonDataset(
            "one", SkeletonLayout.NTU_25, List.of("a"), List.of(hidden()), List.of());
    ImputationComparison comparison =
        ImputationComparison.empty()
            .judge(new LastSeenImputer(), data)
            .judge(InterpolationImputer.linear(), data);
    assertThat(ImputationCharts.errors(comparison).text()).contains("last-seen: ", "linear: ");
    assertThat(ImputationCharts.gaps(comparison).text())
        .contains("6 to 10, last-seen: ", "6 to 10, linear: ")
        .doesNotContain("1 to 5, ");
  }
}
