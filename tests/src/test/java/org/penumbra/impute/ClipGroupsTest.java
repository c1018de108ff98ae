package org.penumbra.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.penumbra.impute.KnnScenes.LAYOUT;
import static org.penumbra.impute.KnnScenes.clip;
import static org.penumbra.impute.KnnScenes.hide;
import static org.penumbra.impute.KnnScenes.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.Split;
import org.penumbra.data.TrainTest;
import org.penumbra.synthetic.SyntheticActions;

class ClipGroupsTest {
  /** Clips of ten frames of which this many are hidden, one joint each. */
  private static SkeletonDataset hidden(String prefix, int... frames) {
    List<SkeletonClip> clips = new ArrayList<>();
    for (int i = 0; i < frames.length; i++) {
      SkeletonClip whole = clip(prefix + i, 10, (t, v) -> home(v));
      clips.add(frames[i] == 0 ? whole : hide(whole, 0, 0, frames[i]));
    }
    return KnnScenes.set(clips);
  }

  @Test
  void theAmountHiddenIsDividedByTheTrainingHalf() {
    SkeletonDataset train = hidden("train", 9, 0, 1, 2, 7, 8);
    SkeletonDataset test = hidden("test", 0, 5, 10, 2);
    TrainTest data = new TrainTest(Split.CROSS_VIEW, train, test, List.of());
    ClipGroups groups = ClipGroups.ofHiddenShare(3, data);
    assertThat(groups.count()).isEqualTo(3);
    assertThat(groups.numbers(train)).containsExactly(2, 0, 0, 1, 1, 2);
    assertThat(groups.numbers(test)).containsExactly(0, 1, 2, 1);
    assertThat(ClipGroups.ofHiddenShare(1, data).numbers(test)).containsOnly(0);
  }

  @Test
  void clipsHiddenAlikeAreInOneGroup() {
    TrainTest data =
        new TrainTest(
            Split.CROSS_VIEW, hidden("train", 3, 3, 3, 3), hidden("test", 2, 3), List.of());
    assertThat(ClipGroups.ofHiddenShare(4, data).numbers(data.train())).containsOnly(3);
    assertThat(ClipGroups.ofHiddenShare(4, data).numbers(data.test())).containsExactly(0, 3);
  }

  @Test
  void actionsAreGroups() {
    SkeletonDataset data =
        SyntheticActions.standard().withSubjects(1).withCameras(1).withActions(3).generate();
    ClipGroups groups = ClipGroups.ofActions(data);
    assertThat(groups.count()).isEqualTo(data.classNames().size());
    assertThat(groups.numbers(data)).isEqualTo(data.labels());
  }

  @Test
  void aClipWithoutAGroupIsRefused() {
    SkeletonDataset data = hidden("a", 0, 1);
    assertThat(data.layout()).isEqualTo(LAYOUT);
    assertThatThrownBy(() -> new ClipGroups(1, Map.of("a0", 0)).numbers(data))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("a1");
  }
}
