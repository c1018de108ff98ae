package org.penumbra.occlusion.furniture;

import java.util.List;

/**
 * The reference: every triangle of every mesh by the textbook's ray test (Moeller and Trumbore,
 * 1997), from both sides, in doubles.
 */
public final class MollerTrumbore {
  private final double[] corners; // nine of each triangle

  /** The view past these meshes. */
  public MollerTrumbore(List<TriangleMesh> meshes) {
    corners = corners(meshes);
  }

  /** All triangles' corners, nine values each. */
  public static double[] corners(List<TriangleMesh> meshes) {
    double[] corners = new double[9 * meshes.stream().mapToInt(TriangleMesh::triangleCount).sum()];
    int to = 0;
    for (TriangleMesh mesh : meshes) {
      double[] vertices = mesh.vertices();
      for (int vertex : mesh.triangles()) {
        System.arraycopy(vertices, 3 * vertex, corners, to, 3);
        to += 3;
      }
    }
    return corners;
  }

  /** Whether any triangle lies between the origin and the point. */
  public boolean isBlocked(double x, double y, double z) {
    for (int i = 0; i < corners.length; i += 9) {
      if (blocks(corners, i, x, y, z)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the triangle whose corners stand at {@code i} does. */
  public static boolean blocks(double[] c, int i, double dx, double dy, double dz) {
    double e1x = c[i + 3] - c[i];
    double e1y = c[i + 4] - c[i + 1];
    double e1z = c[i + 5] - c[i + 2];
    double e2x = c[i + 6] - c[i];
    double e2y = c[i + 7] - c[i + 1];
    double e2z = c[i + 8] - c[i + 2];
    double px = dy * e2z - dz * e2y;
    double py = dz * e2x - dx * e2z;
    double pz = dx * e2y - dy * e2x;
    double determinant = e1x * px + e1y * py + e1z * pz;
    if (determinant == 0) {
      return false;
    }
    double inverse = 1 / determinant;
    double u = -(c[i] * px + c[i + 1] * py + c[i + 2] * pz) * inverse;
    if (u < 0 || u > 1) {
      return false;
    }
    double qx = c[i + 2] * e1y - c[i + 1] * e1z;
    double qy = c[i] * e1z - c[i + 2] * e1x;
    double qz = c[i + 1] * e1x - c[i] * e1y;
    double v = (dx * qx + dy * qy + dz * qz) * inverse;
    if (v < 0 || u + v > 1) {
      return false;
    }
    double t = (e2x * qx + e2y * qy + e2z * qz) * inverse;
    return t > 0 && t < 1 - 1e-9;
  }
}
