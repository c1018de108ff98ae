package org.penumbra.data.report;

import java.util.List;
import java.util.SplittableRandom;
import org.penumbra.core.RandomKey;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.Split;
import org.penumbra.data.SplitField;
import org.penumbra.data.SplitRule;
import org.penumbra.skeleton.Bone;
import org.penumbra.skeleton.SkeletonLayout;

/** Clips without any defect, to put one in. */
public final class ReportClips {
  static final SkeletonLayout LAYOUT = SkeletonLayout.KINECT_20;
  static final int V = LAYOUT.size();

  private ReportClips() {}

  /** An entry without setup. */
  public static ClipInfo info(String name, int label, int subject, int camera) {
    return new ClipInfo(name, label, subject, camera, 0, 0);
  }

  /** A body that drifts and trembles by millimetres, 3 m away, bones of 0.25 m; of its own. */
  public static float[] walk(String name, int frames) {
    SplittableRandom random = RandomKey.of(31).with(name).generator();
    double[][] pose = new double[3][V];
    pose[2][LAYOUT.centre()] = 3;
    boolean[] placed = new boolean[V];
    placed[LAYOUT.centre()] = true;
    for (int round = 0; round < V; round++) {
      for (Bone bone : LAYOUT.bones()) {
        if (placed[bone.parent()] && !placed[bone.child()]) {
          double angle = random.nextDouble(2 * Math.PI);
          pose[0][bone.child()] = pose[0][bone.parent()] + 0.25 * Math.cos(angle);
          pose[1][bone.child()] = pose[1][bone.parent()] + 0.25 * Math.sin(angle);
          pose[2][bone.child()] = pose[2][bone.parent()];
          placed[bone.child()] = true;
        }
      }
    }
    float[] coordinates = new float[3 * frames * V];
    for (int c = 0; c < 3; c++) {
      for (int t = 0; t < frames; t++) {
        for (int v = 0; v < V; v++) {
          coordinates[(c * frames + t) * V + v] =
              (float) (pose[c][v] + 0.01 * t + 0.005 * random.nextDouble());
        }
      }
    }
    return coordinates;
  }

  /** A clip with everything observed. */
  public static SkeletonClip clip(ClipInfo info, float[] coordinates) {
    int frames = coordinates.length / 3 / V;
    return SkeletonClip.of(
        info, LAYOUT, coordinates, JointMask.filled(frames, V, 1, JointState.OBSERVED));
  }

  /** Twelve clips, all different: 3 classes, subjects 1 to 4, camera 1 or 2; 20 to 31 frames. */
  public static SkeletonClip[] clean() {
    SkeletonClip[] clips = new SkeletonClip[12];
    for (int n = 0; n < clips.length; n++) {
      String name = "clip%02d".formatted(n);
      clips[n] = clip(info(name, n % 3, 1 + n % 4, 1 + n / 6), walk(name, 20 + n));
    }
    return clips;
  }

  /** Camera 1 trains, camera 2 tests; odd subjects train, even ones test. */
  public static SkeletonDataset set(SkeletonClip... clips) {
    return new SkeletonDataset(
        "made",
        LAYOUT,
        List.of("sit", "stand", "wave"),
        List.of(clips),
        List.of(
            SplitRule.of(Split.CROSS_VIEW, SplitField.CAMERA, List.of(1)),
            SplitRule.of(Split.CROSS_SUBJECT, SplitField.SUBJECT, List.of(1, 3))));
  }

  /** The clean set with one clip replaced. */
  public static SkeletonDataset with(int position, SkeletonClip other) {
    SkeletonClip[] clips = clean();
    clips[position] = other;
    return set(clips);
  }

  /** Index into (C, T, V) with one body. */
  static int at(int channel, int frame, int joint, int frames) {
    return (channel * frames + frame) * V + joint;
  }
}
