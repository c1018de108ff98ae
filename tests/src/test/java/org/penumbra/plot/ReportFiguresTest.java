package org.penumbra.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.report.DatasetReport;
import org.penumbra.data.report.ReportClips;
import org.penumbra.skeleton.SkeletonLayout;

class ReportFiguresTest {
  @Test
  void lengthsAreCounted() {
    DatasetReport report = ReportClips.set(ReportClips.clean()).report();
    String text = ReportFigures.lengths(report).text();
    assertThat(text).startsWith("Lengths of made in frames (clips)\n  20: 1\n  21: 1");
    assertThat(text.lines().count()).isEqualTo(13);
    assertThat(ReportFigures.missing(report)).isEmpty();
  }

  @Test
  void theJointsThatGoMissingMostComeFirst() {
    SkeletonLayout layout = SkeletonLayout.KINECT_20;
    int frames = 10;
    BitSet inferred = new BitSet();
    JointMask.Builder mask = JointMask.builder(frames, layout.size(), 1);
    for (int v = 0; v < layout.size(); v++) {
      for (int t = 0; t < v / 4; t++) {
        mask.set(t, v, 0, JointState.OCCLUDED);
      }
      if (v < 2) {
        inferred.set(v);
      }
    }
    SkeletonClip clip =
        SkeletonClip.of(
            ReportClips.info("a", 0, 1, 1),
            layout,
            ReportClips.walk("a", frames),
            mask.build(),
            inferred);
    BarGroups figure = ReportFigures.missing(ReportClips.set(clip).report()).orElseThrow();
    assertThat(figure.text().lines().toList().subList(0, 3))
        .containsExactly(
            "Joints of made that go missing most: occluded, inferred (% of the joint's frames)",
            "  right hip, occluded: 40", "  right hip, inferred: 0");
    assertThat(figure.text().lines().count()).as("12 joints, 2 kinds").isEqualTo(25);
  }
}
