package org.penumbra.occlusion.furniture;

/**
 * The smallest box along the axes that holds a mesh, metres.
 *
 * @param low its corner with the smallest coordinates
 * @param high its corner with the largest coordinates
 */
public record Bounds(Vector low, Vector high) {
  /** The bounds of at least one vertex, three coordinates each. */
  static Bounds of(double[] vertices) {
    double x0 = vertices[0];
    double y0 = vertices[1];
    double z0 = vertices[2];
    double x1 = x0;
    double y1 = y0;
    double z1 = z0;
    // Comparisons: Math.min takes care of NaN, which costs, and there is none here.
    for (int i = 3; i < vertices.length; i += 3) {
      double x = vertices[i];
      double y = vertices[i + 1];
      double z = vertices[i + 2];
      x0 = x < x0 ? x : x0;
      y0 = y < y0 ? y : y0;
      z0 = z < z0 ? z : z0;
      x1 = x > x1 ? x : x1;
      y1 = y > y1 ? y : y1;
      z1 = z > z1 ? z : z1;
    }
    return new Bounds(new Vector(x0, y0, z0), new Vector(x1, y1, z1));
  }

  /** Size along x, metres. */
  public double width() {
    return high.x() - low.x();
  }

  /** Size along y, metres. */
  public double height() {
    return high.y() - low.y();
  }

  /** Size along z, metres. */
  public double depth() {
    return high.z() - low.z();
  }

  boolean contains(Vector point) {
    return point.x() >= low.x()
        && point.x() <= high.x()
        && point.y() >= low.y()
        && point.y() <= high.y()
        && point.z() >= low.z()
        && point.z() <= high.z();
  }
}
