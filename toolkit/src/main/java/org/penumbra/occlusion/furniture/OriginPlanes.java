package org.penumbra.occlusion.furniture;

import java.util.Arrays;
import java.util.List;

/**
 * The triangles of some meshes as a camera at the origin needs them: planes a x b, b x c, c x a
 * through each edge, looking inwards, and the triangle's own plane n / (n . a); and how far below 0
 * rounding may take a dot product with the first three, for a point of length 1.
 *
 * <p>Left out are triangles seen edge-on, which cover nothing, and far sides of solids that the
 * camera is outside of, behind whose near sides every point is hidden already.
 */
final class OriginPlanes {
  /**
   * Coefficients of a triangle: four planes of three, and the rounding error of the first three.
   */
  static final int STRIDE = 13;

  /** Triangles that reach nearer to the camera's own plane are not projected, metres. */
  static final double NEAR = 0.01;

  /** Sixteen rounding errors: more than a cross and a dot product of three terms can make. */
  private static final double ROUNDING = 16 * 0x1p-53;

  private static final double EDGE_ON = 1e-12; // cubic metres

  private double[] coefficients;
  private double[] views; // six of each triangle: x / z and y / z of its corners; NaN if near
  private int count;

  private OriginPlanes(int capacity) {
    coefficients = new double[STRIDE * capacity];
    views = new double[6 * capacity];
  }

  static OriginPlanes of(List<TriangleMesh> meshes) {
    int capacity = 0;
    for (TriangleMesh mesh : meshes) {
      capacity += mesh.triangleCount();
    }
    OriginPlanes planes = new OriginPlanes(capacity);
    for (TriangleMesh mesh : meshes) {
      boolean nearSidesOnly = mesh.isSolid() && !mesh.bounds().contains(new Vector(0, 0, 0));
      planes.add(mesh.rawVertices(), mesh.rawTriangles(), nearSidesOnly);
    }
    planes.coefficients = Arrays.copyOf(planes.coefficients, STRIDE * planes.count);
    return planes;
  }

  /** All planes; triangle i starts at {@code STRIDE * i}. */
  double[] coefficients() {
    return coefficients;
  }

  /** Corners (x / z, y / z) of triangle i from {@code 6 * i}; NaN if it is too near to project. */
  double[] views() {
    return views;
  }

  int count() {
    return count;
  }

  private void add(double[] v, int[] triangles, boolean nearSidesOnly) {
    for (int t = 0; t < triangles.length; t += 3) {
      int a = 3 * triangles[t];
      int b = 3 * triangles[t + 1];
      int c = 3 * triangles[t + 2];
      double ux = v[b] - v[a];
      double uy = v[b + 1] - v[a + 1];
      double uz = v[b + 2] - v[a + 2];
      double wx = v[c] - v[a];
      double wy = v[c + 1] - v[a + 1];
      double wz = v[c + 2] - v[a + 2];
      double nx = uy * wz - uz * wy;
      double ny = uz * wx - ux * wz;
      double nz = ux * wy - uy * wx;
      double depth = nx * v[a] + ny * v[a + 1] + nz * v[a + 2];
      // A side that faces the camera has its normal against the line of sight.
      if (Math.abs(depth) < EDGE_ON || (nearSidesOnly && depth > 0)) {
        continue;
      }
      double sign = depth > 0 ? 1 : -1;
      int i = STRIDE * count;
      cross(v, a, b, sign, i);
      cross(v, b, c, sign, i + 3);
      cross(v, c, a, sign, i + 6);
      coefficients[i + 9] = nx / depth;
      coefficients[i + 10] = ny / depth;
      coefficients[i + 11] = nz / depth;
      double pa = Math.abs(v[a]) + Math.abs(v[a + 1]) + Math.abs(v[a + 2]);
      double pb = Math.abs(v[b]) + Math.abs(v[b + 1]) + Math.abs(v[b + 2]);
      double pc = Math.abs(v[c]) + Math.abs(v[c + 1]) + Math.abs(v[c + 2]);
      coefficients[i + 12] = -ROUNDING * Math.max(pa * pb, Math.max(pb * pc, pc * pa));
      view(v, a, b, c);
      count++;
    }
  }

  private void cross(double[] v, int a, int b, double sign, int to) {
    coefficients[to] = sign * (v[a + 1] * v[b + 2] - v[a + 2] * v[b + 1]);
    coefficients[to + 1] = sign * (v[a + 2] * v[b] - v[a] * v[b + 2]);
    coefficients[to + 2] = sign * (v[a] * v[b + 1] - v[a + 1] * v[b]);
  }

  private void view(double[] v, int a, int b, int c) {
    int i = 6 * count;
    if (v[a + 2] < NEAR || v[b + 2] < NEAR || v[c + 2] < NEAR) {
      views[i] = Double.NaN;
      return;
    }
    views[i] = v[a] / v[a + 2];
    views[i + 1] = v[a + 1] / v[a + 2];
    views[i + 2] = v[b] / v[b + 2];
    views[i + 3] = v[b + 1] / v[b + 2];
    views[i + 4] = v[c] / v[c + 2];
    views[i + 5] = v[c + 1] / v[c + 2];
  }
}
