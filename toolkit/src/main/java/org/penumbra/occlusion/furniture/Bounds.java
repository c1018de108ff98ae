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
    double[] low = {vertices[0], vertices[1], vertices[2]};
    double[] high = low.clone();
    for (int i = 3; i < vertices.length; i++) {
      low[i % 3] = Math.min(low[i % 3], vertices[i]);
      high[i % 3] = Math.max(high[i % 3], vertices[i]);
    }
    return new Bounds(new Vector(low[0], low[1], low[2]), new Vector(high[0], high[1], high[2]));
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
