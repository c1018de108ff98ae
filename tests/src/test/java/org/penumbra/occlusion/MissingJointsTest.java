package org.penumbra.occlusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.Datasets;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.skeleton.SkeletonLayout;

class MissingJointsTest {
  private static final SkeletonLayout LAYOUT = SkeletonLayout.KINECT_20;

  private static boolean[] row(int... hidden) {
    boolean[] row = new boolean[20];
    for (int v : hidden) {
      row[v] = true;
    }
    return row;
  }

  private static final MissingJoints OWN =
      MissingJoints.of(
          "own", LAYOUT, List.of("a", "b", "c"), new boolean[][] {row(1), row(2, 3), row()});

  @Test
  void rowsFollowTheNamesOfTheClips() {
    assertThat(OWN.rows("some of them", LAYOUT, List.of("c", "b")))
        .isDeepEqualTo(new boolean[][] {row(), row(2, 3)});
    assertThat(OWN.share()).isCloseTo(3 / 60.0, within(1e-12));
    assertThat(OWN.toString())
        .startsWith(
            "missing joints of own: 3 clips, 5.0 % of their joints hidden at some time, content ");
  }

  /** A checkpoint of OPSTL must not be taken for one with another matrix. */
  @Test
  void theFingerprintFollowsTheContentNotTheOrder() {
    boolean[][] other = {row(), row(1), row(2, 3)};
    assertThat(MissingJoints.of("own", LAYOUT, List.of("c", "a", "b"), other).fingerprint())
        .isEqualTo(OWN.fingerprint())
        .hasSize(16);
    assertThat(MissingJoints.of("own", LAYOUT, List.of("a", "b", "c"), other).fingerprint())
        .as("as many, in other clips")
        .isNotEqualTo(OWN.fingerprint());
  }

  @Test
  void rowsAreCopies() {
    OWN.rows("all", LAYOUT, List.of("a"))[0][5] = true;
    assertThat(OWN.rows("all", LAYOUT, List.of("a"))[0]).isEqualTo(row(1));
  }

  /** Against a look at every cell of every mask. */
  @Test
  void aSetSaysWhatItsMasksSay() {
    SkeletonDataset data = Occlusions.named("markov-0.2-8").apply(Datasets.open("synthetic-small"));
    MissingJoints missing = MissingJoints.of(data);
    assertThat(missing.clips()).isEqualTo(data.size());
    for (SkeletonClip clip : data.clips().subList(0, 20)) {
      boolean[] found = missing.rows("x", data.layout(), List.of(clip.name()))[0];
      for (int v = 0; v < found.length; v++) {
        boolean hidden = false;
        for (int t = 0; t < clip.mask().frames(); t++) {
          for (int m = 0; m < clip.mask().bodies(); m++) {
            hidden |= clip.mask().state(t, v, m) == JointState.OCCLUDED;
          }
        }
        assertThat(found[v]).as("%s, joint %d", clip.name(), v).isEqualTo(hidden);
      }
    }
  }

  @Test
  void mistakesAreNamed() {
    assertThatThrownBy(() -> OWN.rows("train", LAYOUT, List.of("a", "z")))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("missing joints of own for the clips of train")
        .hasMessageContaining("a row for clip z")
        .hasMessageContaining("rows of 3 other clips");
    assertThatThrownBy(() -> OWN.rows("train", SkeletonLayout.NTU_25, List.of("a")))
        .hasMessageContaining("layout of the missing joints of own must be ntu-25")
        .hasMessageContaining("found 'kinect-20'");
    assertThatThrownBy(
            () -> MissingJoints.of("own", LAYOUT, List.of("a"), new boolean[][] {new boolean[3]}))
        .hasMessageContaining("missing joints of clip a must be 20 values");
    assertThatThrownBy(() -> MissingJoints.of("own", LAYOUT, List.of("a"), new boolean[0][]))
        .hasMessageContaining("rows of missing joints of own must be 1");
    assertThatThrownBy(
            () ->
                MissingJoints.of("own", LAYOUT, List.of("a", "a"), new boolean[][] {row(), row()}))
        .hasMessageContaining("a twice");
  }
}
