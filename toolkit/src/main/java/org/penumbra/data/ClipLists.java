package org.penumbra.data;

import java.util.Comparator;
import java.util.List;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.Require;
import org.penumbra.skeleton.SkeletonLayout;

/** What holds for the clips of a {@link SkeletonDataset}. */
final class ClipLists {
  private ClipLists() {}

  static List<SkeletonClip> sorted(List<SkeletonClip> clips) {
    return clips.stream().sorted(Comparator.comparing(SkeletonClip::name)).toList();
  }

  static List<ClipInfo> infos(List<SkeletonClip> clips) {
    return sorted(clips).stream().map(SkeletonClip::info).toList();
  }

  static int mostBodies(List<SkeletonClip> clips) {
    return clips.stream().mapToInt(SkeletonClip::bodies).max().orElse(1);
  }

  /** Labels are below the number of classes, and no name is double in a list in order of names. */
  static void check(String dataset, int classes, List<ClipInfo> infos) {
    String former = null;
    for (ClipInfo info : infos) {
      Require.inRange("label of clip " + info.name(), info.label(), 0, classes - 1);
      if (info.name().equals(former)) {
        throw new DataFormatException(dataset, "two clips have the name " + former + ".");
      }
      former = info.name();
    }
  }

  /** The clip itself, if it fits its set. */
  static SkeletonClip checked(SkeletonClip clip, SkeletonLayout layout, int bodies) {
    if (!clip.layout().equals(layout) || clip.bodies() > bodies) {
      throw new DataFormatException(
          "clip " + clip.name(),
          "expected layout "
              + layout.name()
              + " and at most "
              + bodies
              + " bodies, found "
              + clip.layout().name()
              + " and "
              + clip.bodies()
              + ".");
    }
    return clip;
  }

  /** The clip itself, if a step left who did what as the set's entries say. */
  static SkeletonClip same(ClipInfo info, SkeletonClip clip) {
    if (!clip.info().equals(info)) {
      throw new DataFormatException(
          "clip " + info.name(),
          "expected a step that keeps who did what, as the set is not in memory, found "
              + clip.info()
              + "; use inMemory() first.");
    }
    return clip;
  }
}
