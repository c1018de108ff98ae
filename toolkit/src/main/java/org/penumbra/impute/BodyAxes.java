package org.penumbra.impute;

import java.util.ArrayList;
import java.util.List;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * Where a body's left is in each frame: the direction from its right to its left shoulder and hip,
 * interpolated in time where one of them is hidden. Pairs of which a joint is never seen do not
 * count.
 */
final class BodyAxes {
  private static final double LEAST = 1e-6; // metres; below it a direction means nothing

  private final double[][] left; // (T, 3) unit vectors; null if there is none in the whole clip

  private BodyAxes(double[][] left) {
    this.left = left;
  }

  static BodyAxes of(BodyMotion body) {
    double[][] sum = new double[body.frames()][3];
    for (int[] pair : pairs(body.layout())) {
      if (body.isEverSeen(pair[0]) && body.isEverSeen(pair[1])) {
        double[][] a = linear(body, pair[0]);
        double[][] b = linear(body, pair[1]);
        for (int t = 0; t < sum.length; t++) {
          sum[t] = Vectors.plus(sum[t], Vectors.minus(a[t], b[t]));
        }
      }
    }
    double[] last = null;
    double[][] left = new double[sum.length][];
    for (int t = 0; t < sum.length; t++) {
      double length = Vectors.length(sum[t]);
      last = length > LEAST ? Vectors.times(1 / length, sum[t]) : last;
      left[t] = last;
    }
    for (int t = sum.length - 2; t >= 0; t--) {
      left[t] = left[t] == null ? left[t + 1] : left[t];
    }
    return new BodyAxes(last == null ? null : left);
  }

  private static double[][] linear(BodyMotion body, int joint) {
    return TimePath.LINEAR.over(body.sightings(joint), body.seenPlaces(joint), body.frames());
  }

  /** Pairs (left, right) that hang on the body's middle: shoulders, hips. */
  private static List<int[]> pairs(SkeletonLayout layout) {
    List<Integer> mirror = layout.mirror();
    List<Integer> parents = layout.parents();
    List<int[]> pairs = new ArrayList<>();
    pairs.add(new int[] {layout.leftShoulder(), layout.rightShoulder()});
    for (int v = 0; v < layout.size(); v++) {
      int other = mirror.get(v);
      int parent = parents.get(v);
      boolean left = layout.joints().get(v).name().startsWith("left ");
      if (left && other != v && v != layout.leftShoulder() && mirror.get(parent) == parent) {
        pairs.add(new int[] {v, other});
      }
    }
    return pairs;
  }

  /** Whether the clip shows where left is. */
  boolean areKnown() {
    return left != null;
  }

  /** Unit vector to the body's left. */
  double[] left(int frame) {
    return left[frame];
  }

  /** A vector of the camera's frame in that of a body turned to the front: left, up, forward. */
  double[] turned(double[] vector, int frame) {
    double[] u = heading(frame);
    return new double[] {
      vector[0] * u[0] + vector[2] * u[1], vector[1], vector[2] * u[0] - vector[0] * u[1]
    };
  }

  /** The reverse of {@link #turned}. */
  double[] turnedBack(double[] vector, int frame) {
    double[] u = heading(frame);
    return new double[] {
      vector[0] * u[0] - vector[2] * u[1], vector[1], vector[2] * u[0] + vector[0] * u[1]
    };
  }

  /** A vector reflected in the body's plane of symmetry. */
  double[] reflected(double[] vector, int frame) {
    double[] n = left[frame];
    return Vectors.minus(vector, Vectors.times(2 * Vectors.dot(vector, n), n));
  }

  /** Horizontal direction to the left, (x, z), unit; as if facing the camera if nothing tells. */
  private double[] heading(int frame) {
    if (left == null) {
      return new double[] {-1, 0};
    }
    double x = left[frame][0];
    double z = left[frame][2];
    double length = Math.sqrt(x * x + z * z);
    return length > LEAST ? new double[] {x / length, z / length} : new double[] {-1, 0};
  }
}
