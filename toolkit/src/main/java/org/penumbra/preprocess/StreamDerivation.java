package org.penumbra.preprocess;

import java.util.List;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.Stream;

/**
 * The bone and motion streams of prepared joints: bone = child minus parent (the centre joint is
 * 0); motion = next frame minus this one (the last frame is 0). For any layout.
 *
 * <p>Motion is of prepared joints, as in training: what centring and turning take away is no
 * motion. {@link Preprocessing#absoluteMotion} is the other fork.
 */
public final class StreamDerivation {
  private StreamDerivation() {}

  /** The stream of a prepared set; {@link Stream#JOINT} is the set itself. */
  public static PreparedDataset derive(PreparedDataset joints, Stream stream) {
    if (stream == Stream.JOINT) {
      return joints;
    }
    float[] values = stream == Stream.BONE ? bones(joints) : motion(joints);
    return new PreparedDataset(
        joints.name(),
        joints.layout(),
        joints.classNames(),
        joints.clipNames(),
        joints.labels(),
        joints.frames(),
        joints.bodies(),
        values);
  }

  private static float[] bones(PreparedDataset joints) {
    List<Integer> parents = joints.layout().parents();
    int bodies = joints.bodies();
    int row = joints.layout().size() * bodies;
    float[] source = joints.values();
    float[] bones = new float[source.length];
    for (int start = 0; start < source.length; start += row) {
      for (int i = 0; i < row; i++) {
        int parent = parents.get(i / bodies) * bodies + i % bodies;
        bones[start + i] = source[start + i] - source[start + parent];
      }
    }
    return bones;
  }

  private static float[] motion(PreparedDataset joints) {
    int row = joints.layout().size() * joints.bodies();
    int channel = joints.frames() * row;
    float[] source = joints.values();
    float[] motion = new float[source.length];
    for (int start = 0; start < SkeletonClip.CHANNELS * joints.size() * channel; start += channel) {
      for (int i = start; i < start + channel - row; i++) {
        motion[i] = source[i + row] - source[i];
      }
    }
    return motion;
  }
}
