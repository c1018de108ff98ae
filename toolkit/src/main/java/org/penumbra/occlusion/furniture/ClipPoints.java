package org.penumbra.occlusion.furniture;

import java.util.Arrays;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;

/** The observed joints of a clip, all bodies, packed: x, y, z of each, camera frame, metres. */
final class ClipPoints {
  private static final int LOOK_FRAMES = 8; // at least, and fewer than twice as many
  private static final byte OBSERVED = JointState.OBSERVED.code();

  private final double[] points;
  private final int[] cells;
  private final double[] feet;
  private final double[] look;

  private ClipPoints(double[] points, int[] cells, double[] feet, double[] look) {
    this.points = points;
    this.cells = cells;
    this.feet = feet;
    this.look = look;
  }

  static ClipPoints of(SkeletonClip clip) {
    byte[] codes = clip.mask().toCodes();
    float[] from = clip.toArray();
    int bodies = clip.bodies();
    int joints = clip.layout().size();
    int observed = 0;
    for (byte code : codes) {
      observed += code == OBSERVED ? 1 : 0;
    }
    double[] points = new double[3 * observed];
    int[] cells = new int[observed];
    int[] frameStarts = new int[clip.frames() + 1];
    int count = 0;
    for (int t = 0; t < clip.frames(); t++) {
      int end = (t + 1) * joints * bodies;
      for (int cell = t * joints * bodies; cell < end; cell++) {
        if (codes[cell] == OBSERVED) {
          points[3 * count] = from[cell];
          points[3 * count + 1] = from[codes.length + cell];
          points[3 * count + 2] = from[2 * codes.length + cell];
          cells[count++] = cell;
        }
      }
      frameStarts[t + 1] = count;
    }
    return new ClipPoints(points, cells, feet(clip, codes, from), look(points, frameStarts));
  }

  private static double[] look(double[] points, int[] frameStarts) {
    int frames = frameStarts.length - 1;
    int step = Math.max(1, frames / LOOK_FRAMES);
    int size = 0;
    for (int t = 0; t < frames; t += step) {
      size += 3 * (frameStarts[t + 1] - frameStarts[t]);
    }
    if (size == 0) {
      return points;
    }
    double[] look = new double[size];
    int to = 0;
    for (int t = 0; t < frames; t += step) {
      int length = 3 * (frameStarts[t + 1] - frameStarts[t]);
      System.arraycopy(points, 3 * frameStarts[t], look, to, length);
      to += length;
    }
    return look;
  }

  private static double[] feet(SkeletonClip clip, byte[] codes, float[] from) {
    int[] feet = FootJoints.of(clip.layout());
    double[] points = new double[3 * clip.frames() * feet.length * clip.bodies()];
    int to = 0;
    for (int t = 0; t < clip.frames(); t++) {
      for (int foot : feet) {
        int first = (t * clip.layout().size() + foot) * clip.bodies();
        for (int cell = first; cell < first + clip.bodies(); cell++) {
          if (codes[cell] == OBSERVED) {
            points[to++] = from[cell];
            points[to++] = from[codes.length + cell];
            points[to++] = from[2 * codes.length + cell];
          }
        }
      }
    }
    return Arrays.copyOf(points, to);
  }

  /** All points. */
  double[] points() {
    return points;
  }

  /** Place of each point in a mask's codes, C-order (T, V, M), ascending. */
  int[] cells() {
    return cells;
  }

  /** Those that stand on the floor. */
  double[] feet() {
    return feet;
  }

  /** Those in a few frames, evenly spread; all if nothing is observed in these frames. */
  double[] look() {
    return look;
  }

  int size() {
    return cells.length;
  }

  /** The mean of points, x, y, z each; of at least one. */
  static Vector mean(double[] values) {
    double x = 0;
    double y = 0;
    double z = 0;
    for (int i = 0; i < values.length; i += 3) {
      x += values[i];
      y += values[i + 1];
      z += values[i + 2];
    }
    double n = values.length / 3.0;
    return new Vector(x / n, y / n, z / n);
  }
}
