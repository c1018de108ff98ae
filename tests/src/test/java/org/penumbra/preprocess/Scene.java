package org.penumbra.preprocess;

import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.LayoutJson;
import org.penumbra.skeleton.SkeletonLayout;

/** Writes small clips joint by joint; what is not written is seen at (0, 0, 0). */
final class Scene {
  static final int NECK = 0;
  static final int LEFT_SHOULDER = 1;
  static final int RIGHT_SHOULDER = 2;
  static final int LEFT_HIP = 3;
  static final int RIGHT_HIP = 4;

  /** Neck, shoulders and hips: neither of the built-in layouts. */
  static final SkeletonLayout TRUNK =
      layout(
          "trunk-5", List.of("neck", "left shoulder", "right shoulder", "left hip", "right hip"));

  /** A stick figure without hips whose hands are its shoulders. */
  static final SkeletonLayout STICK =
      layout("stick-5", List.of("belly", "left hand", "right hand", "left foot", "right foot"));

  private final SkeletonLayout layout;
  private final int frames;
  private final int bodies;
  private final float[] xyz;
  private final JointMask.Builder mask;

  Scene(SkeletonLayout layout, int frames, int bodies) {
    this.layout = layout;
    this.frames = frames;
    this.bodies = bodies;
    this.xyz = new float[3 * frames * layout.size() * bodies];
    this.mask = JointMask.builder(frames, layout.size(), bodies);
  }

  /** A star in JSON: the centre first, then left and right in turn, the shoulders before all. */
  private static SkeletonLayout layout(String name, List<String> joints) {
    List<String> quoted = joints.stream().map(joint -> "'" + joint + "'").toList();
    String bones =
        quoted.stream()
            .skip(1)
            .map(joint -> "[" + joint + ", " + quoted.get(0) + "]")
            .collect(Collectors.joining(", "));
    String json =
        "{'name': '%s', 'joints': %s, 'bones': [%s], 'centre': %s, 'shoulders': %s,"
                .formatted(name, quoted, bones, quoted.get(0), quoted.subList(1, 3))
            + " 'mirror': [%s, %s], 'parts': {'all': %s}}"
                .formatted(quoted.subList(1, 3), quoted.subList(3, 5), quoted);
    return LayoutJson.read(name, new StringReader(json.replace('\'', '"')));
  }

  Scene at(int frame, int joint, int body, double x, double y, double z) {
    double[] place = {x, y, z};
    for (int c = 0; c < 3; c++) {
      xyz[((c * frames + frame) * layout.size() + joint) * bodies + body] = (float) place[c];
    }
    return this;
  }

  /** A body's joints of one frame, all moved by (x, y, z) from where they stand. */
  Scene move(int frame, int body, double x, double y, double z) {
    double[] by = {x, y, z};
    for (int v = 0; v < layout.size(); v++) {
      for (int c = 0; c < 3; c++) {
        xyz[((c * frames + frame) * layout.size() + v) * bodies + body] += (float) by[c];
      }
    }
    return this;
  }

  Scene hidden(int frame, int joint, int body) {
    mask.set(frame, joint, body, JointState.OCCLUDED);
    return this;
  }

  Scene absent(int frame, int body) {
    for (int v = 0; v < layout.size(); v++) {
      mask.set(frame, v, body, JointState.ABSENT);
    }
    return this;
  }

  SkeletonClip clip() {
    return SkeletonClip.of(new ClipInfo("scene", 0, 1, 1, 0, 0), layout, xyz, mask.build());
  }

  /** A place in a (C, T, V, M) array of this scene's joints and bodies. */
  double[] place(float[] values, int length, int frame, int joint, int body) {
    double[] place = new double[3];
    for (int c = 0; c < 3; c++) {
      place[c] = values[((c * length + frame) * layout.size() + joint) * bodies + body];
    }
    return place;
  }

  /** Options that do nothing but what the test adds. */
  static Preprocessing plain(int frames) {
    return Preprocessing.published()
        .withFrames(frames)
        .withCentring(Centring.NONE)
        .withResampling(Resampling.ZERO_PAD)
        .withAlignment(Alignment.NONE);
  }
}
