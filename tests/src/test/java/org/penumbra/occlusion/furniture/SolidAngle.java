package org.penumbra.occlusion.furniture;

/** How often a surface goes round a point, by its solid angle (van Oosterom and Strackee, 1983). */
final class SolidAngle {
  private SolidAngle() {}

  /** 0 outside, 1 inside one solid, 2 inside two. */
  static double turns(TriangleMesh mesh, double x, double y, double z) {
    double[] v = mesh.vertices();
    int[] t = mesh.triangles();
    Vector eye = new Vector(-x, -y, -z);
    double sum = 0;
    for (int i = 0; i < t.length; i += 3) {
      Vector a = new Vector(v[3 * t[i]], v[3 * t[i] + 1], v[3 * t[i] + 2]).plus(eye);
      Vector b = new Vector(v[3 * t[i + 1]], v[3 * t[i + 1] + 1], v[3 * t[i + 1] + 2]).plus(eye);
      Vector c = new Vector(v[3 * t[i + 2]], v[3 * t[i + 2] + 1], v[3 * t[i + 2] + 2]).plus(eye);
      double la = a.length();
      double lb = b.length();
      double lc = c.length();
      sum +=
          Math.atan2(
              a.dot(b.cross(c)), la * lb * lc + a.dot(b) * lc + b.dot(c) * la + c.dot(a) * lb);
    }
    return sum / (2 * Math.PI);
  }
}
