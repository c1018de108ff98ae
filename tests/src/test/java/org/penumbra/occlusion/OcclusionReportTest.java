package org.penumbra.occlusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.Clips;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.skeleton.SkeletonLayout;
import tech.tablesaw.api.Table;

class OcclusionReportTest {
  private static final SkeletonLayout LAYOUT = SkeletonLayout.KINECT_20;

  /** Four clips counted by hand. */
  private static SkeletonDataset data() {
    SkeletonClip plain = Clips.random("plain", 0, LAYOUT, 4, 1);
    JointMask.Builder hands = JointMask.builder(10, 20, 2);
    for (int t = 0; t < 10; t++) {
      for (int v = 0; v < 20; v++) {
        hands.set(t, v, 1, JointState.ABSENT);
      }
      if (t < 3 || t == 5 || t > 7) {
        hands.set(t, 7, 0, JointState.OCCLUDED); // runs of 3, 1, 2
      }
    }
    hands.set(4, 0, 0, JointState.OCCLUDED); // a run of 1
    return new SkeletonDataset(
        "four",
        LAYOUT,
        List.of("a"),
        List.of(
            plain,
            Clips.of("hands", 0, LAYOUT, hands.build()),
            Clips.of("gone", 0, LAYOUT, JointMask.filled(2, 20, 1, JointState.OCCLUDED)),
            Clips.of("nobody", 0, LAYOUT, JointMask.filled(3, 20, 1, JointState.ABSENT))),
        List.of());
  }

  private final OcclusionReport report = OcclusionReport.of(data());

  @Test
  void sharesAreOfWhatIsThere() {
    // Present: 4 * 20 + 10 * 20 + 2 * 20 = 320; hidden: 6 + 1 + 40.
    assertThat(report.share()).isEqualTo(47 / 320.0);
    assertThat(report.shareByJoint()[7]).isEqualTo(8 / 16.0);
    assertThat(report.shareByJoint()[0]).isEqualTo(3 / 16.0);
    assertThat(report.shareByJoint()[5]).isEqualTo(2 / 16.0);
    assertThat(report.shareOf(LAYOUT.part("left arm"))).isEqualTo(14 / 64.0);
    assertThat(report.shareByFrame()).hasSize(10);
    assertThat(report.shareByFrame()[0]).isEqualTo(21 / 60.0);
    assertThat(report.shareByFrame()[4]).isEqualTo(1 / 20.0);
  }

  @Test
  void runsAreCountedByJointAndBody() {
    assertThat(report.runs().counts()).isEqualTo(Map.of(1, 2L, 2, 21L, 3, 1L));
    assertThat(report.runs().quantile(0.5)).isEqualTo(2);
    assertThat(report.runs().quantile(0.95)).isEqualTo(2);
    assertThat(report.runs().quantile(1)).isEqualTo(3);
    assertThat(report.runs().longest()).isEqualTo(3);
    assertThat(report.runs().mean()).isCloseTo(47 / 24.0, within(1e-12));
    Table runs = report.runTable();
    assertThat(runs.intColumn("to (frames)").asList()).containsExactly(1, 3);
    assertThat(runs.longColumn("runs").asList()).containsExactly(2L, 22L);
  }

  @Test
  void clipsAreSorted() {
    assertThat(report.untouched()).containsExactly("plain");
    assertThat(report.whollyHidden()).containsExactly("gone");
    assertThat(report.empty()).isEqualTo(1);
  }

  @Test
  void theMatrixSaysWhetherAJointIsHiddenAnywhere() {
    boolean[][] b = report.anyHidden();
    assertThat(b.length).isEqualTo(4);
    boolean[] hands = new boolean[20];
    hands[0] = true;
    hands[7] = true;
    assertThat(report.anyHidden("hands")).isEqualTo(hands);
    assertThat(report.anyHidden("gone")).containsOnly(true);
    assertThat(report.anyHidden("nobody")).containsOnly(false);
    List<String> names = List.of("gone", "hands", "nobody", "plain");
    for (int n = 0; n < 4; n++) {
      assertThat(b[n]).isEqualTo(report.anyHidden(names.get(n)));
    }
    Arrays.fill(b[0], false);
    assertThat(report.anyHidden()[0]).as("a copy").containsOnly(true);
    assertThatThrownBy(() -> report.anyHidden("other"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("clip must be one of the names in four, found 'other'.");
  }

  @Test
  void readsAsText() {
    assertThat(report.toString())
        .isEqualTo(
            """
            four: 14.7 % of the joints of 4 clips are hidden
              left arm    21.9 %
              right arm   12.5 %
              left leg    12.5 %
              right leg   12.5 %
              torso       14.1 %
            runs: 24; median 2 frames, 95 % up to 2, longest 3
            clips: 1 untouched, 1 wholly hidden, 1 without anybody""");
  }

  @Test
  void tablesHoldTheSame() {
    Table joints = report.joints();
    assertThat(joints.rowCount()).isEqualTo(20);
    assertThat(joints.doubleColumn("hidden (%)").getDouble(7)).isEqualTo(50.0);
    assertThat(joints.doubleColumn("in clips (%)").getDouble(7)).isEqualTo(50.0);
    assertThat(joints.stringColumn("part").get(7)).isEqualTo("left arm");
    assertThat(report.parts().stringColumn("part").asList()).endsWith("torso", "all");
    assertThat(report.parts().doubleColumn("hidden (%)").getDouble(5)).isEqualTo(14.7);
    assertThat(report.frames().rowCount()).isEqualTo(10);
    assertThat(report.summary().rowCount()).isEqualTo(9);
  }

  @Test
  void nothingHiddenAndNoClips() {
    SkeletonDataset none = new SkeletonDataset("none", LAYOUT, List.of("a"), List.of(), List.of());
    OcclusionReport empty = OcclusionReport.of(none);
    assertThat(empty.share()).isZero();
    assertThat(empty.runs().longest()).isZero();
    assertThat(empty.runTable().rowCount()).isZero();
    assertThat(empty.joints().rowCount()).isEqualTo(20);
    assertThat(empty.toString()).contains("0.0 % of the joints of 0 clips").contains("runs: 0;");
  }
}
