package org.penumbra.preprocess;

import java.util.function.UnaryOperator;
import org.penumbra.skeleton.Stream;

/**
 * The bone and motion streams of prepared joints: bone = child minus parent (the centre joint is
 * 0); motion = next frame minus this one (the last frame is 0). For any layout. Of a mapped set
 * each sample is derived when it is asked for.
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
    SampleStore derived =
        new DerivedStore(joints.store(), joints.sampleLength(), derivation(joints, stream));
    PreparedDataset lazy = with(joints, derived);
    return joints.isInMemory()
        ? with(joints, new HeapStore(lazy.values(), joints.sampleLength()))
        : lazy;
  }

  private static PreparedDataset with(PreparedDataset joints, SampleStore store) {
    return new PreparedDataset(
        joints.name(),
        joints.layout(),
        joints.classNames(),
        joints.clipNames(),
        joints.labels(),
        joints.frames(),
        joints.bodies(),
        store);
  }

  /** Turns one sample of joints, (C, T, V, M), into the stream. */
  private static UnaryOperator<float[]> derivation(PreparedDataset joints, Stream stream) {
    int bodies = joints.bodies();
    int row = joints.layout().size() * bodies;
    int channel = joints.frames() * row;
    if (stream == Stream.MOTION) {
      return source -> motion(source, row, channel);
    }
    int[] parents = joints.layout().parents().stream().mapToInt(Integer::intValue).toArray();
    return source -> bones(source, row, bodies, parents);
  }

  private static float[] bones(float[] source, int row, int bodies, int... parents) {
    float[] bones = new float[source.length];
    for (int start = 0; start < source.length; start += row) {
      for (int i = 0; i < row; i++) {
        int parent = parents[i / bodies] * bodies + i % bodies;
        bones[start + i] = source[start + i] - source[start + parent];
      }
    }
    return bones;
  }

  private static float[] motion(float[] source, int row, int channel) {
    float[] motion = new float[source.length];
    for (int start = 0; start < source.length; start += channel) {
      for (int i = start; i < start + channel - row; i++) {
        motion[i] = source[i + row] - source[i];
      }
    }
    return motion;
  }
}
