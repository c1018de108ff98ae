package org.penumbra.impute.space;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.Bone;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * Where the centre joint is as seen from each other joint, in the mean over frames that show both:
 * {@code centre - joint}, metres, camera axes. Sums are kept, so that those of clips add up.
 */
final class CentreOffsets {
  private final SkeletonLayout layout;
  private final double[] sums; // (V, C)
  private final long[] counts; // (V)

  /** Nothing seen yet. */
  CentreOffsets(SkeletonLayout layout) {
    this.layout = layout;
    this.sums = new double[SkeletonClip.CHANNELS * layout.size()];
    this.counts = new long[layout.size()];
  }

  /** What one body of a clip shows. */
  CentreOffsets add(ClipValues clip, int body) {
    int centre = layout.centre();
    for (int t = 0; t < clip.length(); t++) {
      for (int v = 0; v < layout.size() && clip.isObserved(t, centre, body); v++) {
        if (clip.isObserved(t, v, body)) {
          counts[v]++;
          for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
            sums[SkeletonClip.CHANNELS * v + c] +=
                (double) clip.at(c, t, centre, body) - clip.at(c, t, v, body);
          }
        }
      }
    }
    return this;
  }

  /** Adds what others have seen. */
  void add(CentreOffsets others) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += others.sums[i];
    }
    for (int v = 0; v < counts.length; v++) {
      counts[v] += others.counts[v];
    }
  }

  boolean isKnown(int joint) {
    return counts[joint] > 0;
  }

  /** Mean offset of one coordinate, metres; 0 if joint and centre were never seen together. */
  double mean(int channel, int joint) {
    return isKnown(joint) ? sums[SkeletonClip.CHANNELS * joint + channel] / counts[joint] : 0;
  }

  /** All joints but the centre, the fewest bones from it first, then by index. */
  static int[] nearestFirst(SkeletonLayout layout) {
    int[] hops = new int[layout.size()];
    Arrays.fill(hops, layout.size());
    hops[layout.centre()] = 0;
    List<Bone> bones = layout.bones();
    for (int round = 0; round < layout.size(); round++) {
      for (Bone bone : bones) {
        hops[bone.child()] = Math.min(hops[bone.child()], hops[bone.parent()] + 1);
        hops[bone.parent()] = Math.min(hops[bone.parent()], hops[bone.child()] + 1);
      }
    }
    return IntStream.range(0, layout.size())
        .filter(v -> v != layout.centre())
        .boxed()
        .sorted(Comparator.comparingInt(v -> hops[v]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
