package org.penumbra.occlusion;

import java.util.BitSet;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;

/** Single frames of a clip as clips. */
final class Frames {
  private Frames() {}

  /** One frame under another name, with its tracking state and its truth. */
  static SkeletonClip one(SkeletonClip clip, int frame, String name) {
    return clip.truth()
        .map(truth -> take(truth, frame, name).hide(mask(clip, frame)))
        .orElseGet(() -> take(clip, frame, name));
  }

  private static SkeletonClip take(SkeletonClip clip, int frame, String name) {
    int cells = clip.layout().size() * clip.bodies();
    float[] coordinates = new float[SkeletonClip.CHANNELS * cells];
    BitSet inferred = new BitSet();
    for (int v = 0, cell = 0; v < clip.layout().size(); v++) {
      for (int m = 0; m < clip.bodies(); m++, cell++) {
        inferred.set(cell, clip.isInferred(frame, v, m));
        for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
          coordinates[c * cells + cell] = clip.at(c, frame, v, m);
        }
      }
    }
    ClipInfo info = renamed(clip.info(), name);
    JointMask mask = mask(clip, frame);
    return clip.hasTrackingState()
        ? SkeletonClip.of(info, clip.layout(), coordinates, mask, inferred)
        : SkeletonClip.of(info, clip.layout(), coordinates, mask);
  }

  private static JointMask mask(SkeletonClip clip, int frame) {
    JointMask seen = clip.mask();
    JointMask.Builder mask = JointMask.builder(1, seen.joints(), seen.bodies());
    for (int v = 0; v < seen.joints(); v++) {
      for (int m = 0; m < seen.bodies(); m++) {
        mask.set(0, v, m, seen.state(frame, v, m));
      }
    }
    return mask.build();
  }

  /** First of the frames with most joints observed; -1 if the clip has no frames. */
  static int fullest(JointMask mask) {
    int best = -1;
    int most = -1;
    for (int t = 0; t < mask.frames(); t++) {
      int count = 0;
      for (int v = 0; v < mask.joints(); v++) {
        for (int m = 0; m < mask.bodies(); m++) {
          count += mask.state(t, v, m) == JointState.OBSERVED ? 1 : 0;
        }
      }
      if (count > most) {
        most = count;
        best = t;
      }
    }
    return best;
  }

  static ClipInfo renamed(ClipInfo info, String name) {
    return new ClipInfo(
        name, info.label(), info.subject(), info.camera(), info.setup(), info.repetition());
  }
}
