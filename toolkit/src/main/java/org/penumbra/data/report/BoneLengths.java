package org.penumbra.data.report;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.penumbra.skeleton.Bone;

/** Lengths of one bone of one body, in the frames in which both its ends are seen. */
final class BoneLengths {
  private final int[] frames;
  private final double[] metres;

  BoneLengths(ClipCells cells, Bone bone, int body) {
    this.frames =
        IntStream.range(0, cells.frames)
            .filter(t -> cells.isObserved(t, bone.child(), body))
            .filter(t -> cells.isObserved(t, bone.parent(), body))
            .toArray();
    this.metres =
        Arrays.stream(frames)
            .mapToDouble(t -> cells.distance(t, bone.child(), t, bone.parent(), body))
            .toArray();
  }

  /** Number of frames in which it is seen. */
  int size() {
    return frames.length;
  }

  int frame(int i) {
    return frames[i];
  }

  double metres(int i) {
    return metres[i];
  }

  /** NaN if it is never seen. */
  double median() {
    return median(metres);
  }

  /** Of two in the middle the lower one, so that it is a value that occurs; NaN of none. */
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? Double.NaN : sorted[(sorted.length - 1) / 2];
  }
}
