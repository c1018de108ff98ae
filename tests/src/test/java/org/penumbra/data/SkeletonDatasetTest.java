package org.penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.skeleton.SkeletonLayout;

class SkeletonDatasetTest {
  private static final SkeletonLayout LAYOUT = SkeletonLayout.KINECT_20;

  @Test
  void clipsAreInOrderOfNamesWhateverTheyCameIn() {
    SkeletonDataset data = set(clip("c", 0), clip("a", 1), clip("b", 2));
    assertThat(data.clips()).extracting(SkeletonClip::name).containsExactly("a", "b", "c");
    assertThat(data.labels()).containsExactly(1, 2, 0);
    assertThat(data.clip("b").info().label()).isEqualTo(2);
  }

  @Test
  void aSplitDividesWithoutLossOrOverlap() {
    SkeletonDataset data = set(clip("a", 0), clip("b", 1), clip("c", 2));
    TrainTest halves = data.split(Split.CROSS_SUBJECT);
    assertThat(halves.train().clips()).extracting(SkeletonClip::name).containsExactly("a", "c");
    assertThat(halves.test().clips()).extracting(SkeletonClip::name).containsExactly("b");
    assertThat(halves.test().classNames()).isEqualTo(data.classNames());
  }

  @Test
  void aTestClipThatCopiesATrainingClipIsSaidAloud() {
    SkeletonClip original = clip("a", 0);
    SkeletonClip copy =
        SkeletonClip.of(
            new ClipInfo("b", 1, 2, 1, 0, 0), LAYOUT, original.toArray(), original.mask());
    TrainTest copied = set(original, copy).split(Split.CROSS_SUBJECT);
    assertThat(copied.copiedTestClips()).containsExactly("b");
    assertThat(copied.toString()).contains("WARNING: 1 of the test clips are exact copies");
    TrainTest clean = set(original, clip("b", 1)).split(Split.CROSS_SUBJECT);
    assertThat(clean.copiedTestClips()).isEmpty();
    assertThat(clean.toString()).doesNotContain("WARNING");
  }

  @Test
  void mistakesAreNamed() {
    SkeletonDataset data = set(clip("a", 0), clip("b", 1));
    assertThatThrownBy(() -> data.split(Split.CROSS_SETUP))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("CROSS_SUBJECT");
    assertThatThrownBy(() -> data.clip("z")).hasMessageContaining("'z'");
    assertThatThrownBy(() -> set(clip("a", 0), clip("a", 1)))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("two clips have the name a");
    assertThatThrownBy(() -> set(clip("a", 3))).hasMessageContaining("label of clip a");
    assertThatThrownBy(() -> set(Clips.random("a", 0, SkeletonLayout.NTU_25, 2, 1)))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("ntu-25");
    assertThatThrownBy(() -> set(clip("a", 0)).split(Split.CROSS_SUBJECT))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("1 training and 0 test clips");
  }

  @Test
  void aLazySetEqualsTheSameSetInMemoryAndKeepsNothing() {
    SkeletonDataset held = set(clip("c", 2), clip("a", 0), clip("b", 1));
    AtomicInteger reads = new AtomicInteger();
    SkeletonDataset lazy =
        SkeletonDataset.lazy(
            "small",
            LAYOUT,
            held.classNames(),
            List.of(held.infos().get(2), held.infos().get(0), held.infos().get(1)),
            1,
            info -> {
              reads.incrementAndGet();
              return held.clip(info.name());
            },
            held.splits());
    assertThat(lazy.infos()).isEqualTo(held.infos());
    assertThat(lazy.labels()).isEqualTo(held.labels());
    SkeletonDataset selected = lazy.select(info -> info.label() > 0);
    assertThat(selected.size()).isEqualTo(2);
    assertThat(reads).as("entries alone read no clip").hasValue(0);
    assertThat(lazy.clips()).isEqualTo(held.clips());
    assertThat(lazy.clips().get(1)).isEqualTo(held.clips().get(1));
    assertThat(reads).hasValue(4);
    assertThat(lazy.inMemory().clips()).isEqualTo(held.clips());
    assertThat(lazy.where(clip -> clip.name().equals("b")).clips())
        .isEqualTo(held.where(clip -> clip.name().equals("b")).clips());
    JointMask hidden = JointMask.filled(2, LAYOUT.size(), 1, JointState.OCCLUDED);
    ClipInfo other = new ClipInfo("z", 0, 1, 1, 0, 0);
    assertThatThrownBy(() -> lazy.map(clip -> clip.withInfo(other)).clips().get(0))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("use inMemory() first");
    assertThat(held.select(info -> info.name().equals("a")).map(c -> c.withInfo(other)).infos())
        .containsExactly(other);
    assertThat(lazy.map(clip -> clip.hide(hidden)).clips())
        .isEqualTo(held.map(clip -> clip.hide(hidden)).clips());
  }

  @Test
  void aLazySetRefusesAClipOfAnotherLayoutWhenItIsRead() {
    SkeletonClip other = Clips.random("a", 0, SkeletonLayout.NTU_25, 2, 1);
    SkeletonDataset lazy =
        SkeletonDataset.lazy(
            "small", LAYOUT, List.of("zero"), List.of(other.info()), 1, info -> other, List.of());
    assertThatThrownBy(() -> lazy.clips().get(0))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("expected layout kinect-20")
        .hasMessageContaining("found ntu-25");
  }

  @Test
  void bothHalvesHaveTheBodiesOfTheWhole() {
    SkeletonClip two = Clips.random("a", 0, LAYOUT, 2, 2);
    SkeletonClip alone =
        Clips.random("b", 1, LAYOUT, 2, 1).withInfo(new ClipInfo("b", 1, 2, 1, 0, 0));
    TrainTest halves = set(two, alone).split(Split.CROSS_SUBJECT);
    assertThat(halves.test().clips().get(0).bodies()).isEqualTo(1);
    assertThat(halves.test().bodies()).as("as the training half, or arrays differ").isEqualTo(2);
    assertThat(halves.test().map(clip -> clip).bodies()).isEqualTo(2);
  }

  @Test
  void copiesCanBeLeftOut() {
    SkeletonClip original = clip("a", 0);
    SkeletonClip copy = original.withInfo(new ClipInfo("b", 0, 2, 1, 0, 0));
    SkeletonClip own = Clips.random("c", 1, LAYOUT, 3, 1);
    TrainTest halves =
        set(original, copy, own.withInfo(new ClipInfo("c", 1, 2, 1, 0, 0)))
            .split(Split.CROSS_SUBJECT);
    assertThat(halves.copiedTestClips()).containsExactly("b");
    TrainTest without = halves.withoutCopiedTestClips();
    assertThat(without.test().infos()).extracting(ClipInfo::name).containsExactly("c");
    assertThat(without.train().clips()).isEqualTo(halves.train().clips());
  }

  private static SkeletonClip clip(String name, int label) {
    return Clips.random(name, label, LAYOUT, 2, 1);
  }

  private static SkeletonDataset set(SkeletonClip... clips) {
    return new SkeletonDataset(
        "small",
        LAYOUT,
        List.of("zero", "one", "two"),
        List.of(clips),
        List.of(SplitRule.of(Split.CROSS_SUBJECT, SplitField.SUBJECT, List.of(1, 3, 5))));
  }
}
