package org.penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
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

  private static SkeletonClip clip(String name, int label) {
    return Clips.random(name, label, LAYOUT, 2, 1);
  }

  private static SkeletonDataset set(SkeletonClip... clips) {
    return new SkeletonDataset(
        "small",
        LAYOUT,
        List.of("zero", "one", "two"),
        List.of(clips),
        Map.of(Split.CROSS_SUBJECT, info -> info.subject() % 2 == 1));
  }
}
