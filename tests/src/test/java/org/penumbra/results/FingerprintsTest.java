package org.penumbra.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.Clips;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.embed.Embeddings;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.skeleton.SkeletonLayout;

class FingerprintsTest {
  private static final SkeletonLayout LAYOUT = SkeletonLayout.KINECT_20;
  private static final SkeletonDataset DATA = Tiny.clips(6, 0);

  private static SkeletonDataset set(String name, List<SkeletonClip> clips, String... classes) {
    return new SkeletonDataset(name, LAYOUT, List.of(classes), clips, List.of());
  }

  private static SkeletonDataset changed(UnaryOperator<SkeletonClip> change) {
    List<SkeletonClip> clips = new ArrayList<>(DATA.clips());
    clips.set(4, change.apply(clips.get(4)));
    return set("tiny", clips, "a", "b");
  }

  private static SkeletonClip rebuilt(SkeletonClip clip, float[] coordinates) {
    return SkeletonClip.of(clip.info(), LAYOUT, coordinates, clip.mask());
  }

  private static ClipInfo info(SkeletonClip clip, int label, int subject) {
    return new ClipInfo(clip.name(), label, subject, clip.info().camera(), 0, 0);
  }

  private static float[] nudged(SkeletonClip clip) {
    float[] values = clip.toArray();
    int last = values.length - 1;
    values[last] = Math.nextUp(values[last]);
    return values;
  }

  private static JointMask hiding(SkeletonClip clip) {
    JointMask.Builder mask = JointMask.builder(clip.mask().frames(), LAYOUT.size(), 2);
    return mask.set(0, 19, 1, JointState.OCCLUDED).build();
  }

  @Test
  void aSetChangesWithEverythingThatCanBeSeenOfIt() {
    SkeletonClip clip = DATA.clips().get(4);
    BitSet guessed = new BitSet();
    guessed.set(39);
    SkeletonClip tracked =
        SkeletonClip.of(clip.info(), LAYOUT, clip.toArray(), clip.mask(), new BitSet());
    List<SkeletonDataset> others =
        List.of(
            DATA,
            set("other", DATA.clips(), "a", "b"),
            set("tiny", DATA.clips(), "a", "c"),
            set("tiny", DATA.clips().subList(0, 5), "a", "b"),
            changed(each -> rebuilt(each, each.toArray())), // without the truth behind it
            changed(each -> rebuilt(each, nudged(each))),
            changed(each -> each.hide(hiding(each))),
            changed(each -> each.complete(new float[each.toArray().length])),
            changed(each -> each.withInfo(info(each, 1, each.info().subject()))),
            changed(each -> each.withInfo(info(each, each.info().label(), 77))),
            changed(each -> tracked),
            changed(
                each ->
                    SkeletonClip.of(each.info(), LAYOUT, each.toArray(), each.mask(), guessed)));
    assertThat(others.stream().map(Fingerprints::of)).doesNotHaveDuplicates();
    assertThat(Fingerprints.of(changed(each -> each))).isEqualTo(Fingerprints.of(DATA));
    List<SkeletonClip> turned = new ArrayList<>(DATA.clips());
    Collections.reverse(turned);
    assertThat(Fingerprints.of(set("tiny", turned, "a", "b"))).isEqualTo(Fingerprints.of(DATA));
  }

  @Test
  void whatWasHiddenCountsEvenIfItsTruthIsTheSame() {
    SkeletonClip whole = Clips.random("c", 0, LAYOUT, 4, 2);
    SkeletonDataset clean = set("s", List.of(whole), "a");
    SkeletonDataset occluded = set("s", List.of(whole.hide(hiding(whole))), "a");
    assertThat(occluded.clips().get(0).contentHash()).isEqualTo(whole.contentHash());
    assertThat(Fingerprints.of(occluded)).isNotEqualTo(Fingerprints.of(clean));
  }

  @Test
  void whyAJointIsMissingCounts() {
    List<SkeletonDataset> sets = new ArrayList<>();
    for (JointState state : List.of(JointState.OCCLUDED, JointState.ABSENT)) {
      JointMask mask = JointMask.builder(4, LAYOUT.size(), 2).set(1, 2, 0, state).build();
      sets.add(set("s", List.of(Clips.of("c", 0, LAYOUT, mask)), "a"));
    }
    assertThat(sets.get(0).clips().get(0).toArray())
        .isEqualTo(sets.get(1).clips().get(0).toArray());
    assertThat(Fingerprints.of(sets.get(0))).isNotEqualTo(Fingerprints.of(sets.get(1)));
  }

  @Test
  void preparedClipsChangeWithValuesNamesLabelsAndShape() {
    PreparedDataset data = Tiny.waves(4, 0);
    float[] nudged = data.values().clone();
    nudged[nudged.length - 1] = Math.nextUp(nudged[nudged.length - 1]);
    float[] zeros = new float[data.values().length];
    float[] minus = new float[data.values().length];
    minus[7] = -0f;
    int[] labels = data.labels();
    labels[3] = 0;
    List<String> names = List.of("c0", "c1", "c2", "d3");
    List<PreparedDataset> others =
        List.of(
            data,
            Tiny.prepared("other", data.values(), 4),
            Tiny.prepared("waves", nudged, 4),
            Tiny.prepared("waves", zeros, 4),
            Tiny.prepared("waves", minus, 4),
            like(data, data.classNames(), names, data.labels(), 50, 1),
            like(data, data.classNames(), data.clipNames(), labels, 50, 1),
            like(data, List.of("slow", "quick"), data.clipNames(), data.labels(), 50, 1),
            like(data, data.classNames(), data.clipNames(), data.labels(), 25, 2));
    assertThat(others.stream().map(Fingerprints::of)).doesNotHaveDuplicates();
    assertThat(Fingerprints.of(Tiny.waves(4, 0))).isEqualTo(Fingerprints.of(data));
  }

  private static PreparedDataset like(
      PreparedDataset data,
      List<String> classes,
      List<String> names,
      int[] labels,
      int frames,
      int bodies) {
    return new PreparedDataset(
        data.name(), data.layout(), classes, names, labels, frames, bodies, data.values());
  }

  @Test
  void featuresChangeWithValuesLabelsAndNames() {
    float[] values = {1, 2, 3, 4};
    List<String> classes = List.of("a", "b");
    List<Embeddings> all =
        List.of(
            new Embeddings(classes, new int[] {0, 1}, 2, values),
            new Embeddings(classes, new int[] {0, 0}, 2, values),
            new Embeddings(classes, new int[] {0, 1}, 2, values, List.of("x", "y")),
            new Embeddings(List.of("a", "c"), new int[] {0, 1}, 2, values),
            new Embeddings(classes, new int[] {0, 1}, 2, new float[] {1, 2, 3, 4.0000005f}));
    assertThat(all.stream().map(Fingerprints::of)).doesNotHaveDuplicates();
    assertThat(Fingerprints.of(new Embeddings(classes, new int[] {0, 1}, 2, values.clone())))
        .isEqualTo(Fingerprints.of(all.get(0)));
  }
}
