package org.penumbra.plot;

import java.util.SplittableRandom;
import org.penumbra.core.RandomKey;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

/** Small clips for pictures. */
final class Clips {
  static final SkeletonLayout LAYOUT = SkeletonLayout.KINECT_20;

  private Clips() {}

  /** Joints spread over about one by two metres, all in one state. */
  static SkeletonClip clip(int frames, int bodies, JointState state) {
    float[] xyz = new float[3 * frames * LAYOUT.size() * bodies];
    SplittableRandom random = RandomKey.of(7).with("clip").generator();
    for (int i = 0; i < xyz.length; i++) {
      xyz[i] = (float) random.nextDouble(i < xyz.length / 3 ? 1 : 2);
    }
    JointMask mask = JointMask.filled(frames, LAYOUT.size(), bodies, state);
    return SkeletonClip.of(new ClipInfo("demo", 0, 1, 1, 0, 0), LAYOUT, xyz, mask);
  }

  /** All observed. */
  static SkeletonClip clip(int frames) {
    return clip(frames, 1, JointState.OBSERVED);
  }

  /** The clip with its first joints hidden in every frame. */
  static SkeletonClip hide(SkeletonClip clip, int joints) {
    JointMask.Builder mask = JointMask.builder(clip.frames(), LAYOUT.size(), clip.bodies());
    for (int t = 0; t < clip.frames(); t++) {
      for (int v = 0; v < joints; v++) {
        for (int m = 0; m < clip.bodies(); m++) {
          mask.set(t, v, m, JointState.OCCLUDED);
        }
      }
    }
    return clip.hide(mask.build());
  }
}
