package org.penumbra.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.penumbra.core.InvalidOptionException;

/** Something solid in a {@link SceneFigure}: flat polygons in the camera frame, metres. */
final class Obstacle {
  private final String name;
  private final List<double[][]> polygons;

  /**
   * Takes copies.
   *
   * @param polygons each (P, 3) with P of at least 2; 2 give a line
   */
  Obstacle(String name, List<double[][]> polygons) {
    this.name = name;
    List<double[][]> copies = new ArrayList<>();
    for (double[][] polygon : polygons) {
      copies.add(checked(name, polygon));
    }
    this.polygons = List.copyOf(copies);
  }

  private static double[][] checked(String name, double[][] polygon) {
    if (polygon.length < 2) {
      throw new InvalidOptionException(
          "polygon of " + name, "of at least 2 points", polygon.length + " points");
    }
    double[][] copy = new double[polygon.length][];
    for (int i = 0; i < polygon.length; i++) {
      copy[i] = polygon[i].clone();
      if (copy[i].length != 3 || !Double.isFinite(copy[i][0] + copy[i][1] + copy[i][2])) {
        throw new InvalidOptionException(
            "point " + i + " of a polygon of " + name,
            "three finite metres",
            Arrays.toString(copy[i]));
      }
    }
    return copy;
  }

  String name() {
    return name;
  }

  /** Polygons, far ones first. */
  List<double[][]> farToNear() {
    return polygons.stream().sorted((a, b) -> Double.compare(depth(b), depth(a))).toList();
  }

  private static double depth(double[][] polygon) {
    double sum = 0;
    for (double[] point : polygon) {
      sum += point[2] / polygon.length;
    }
    return sum;
  }

  /** The part of a polygon at least so far from the camera; empty if there is none. */
  static List<double[]> cut(double[][] polygon, double near) {
    List<double[]> kept = new ArrayList<>();
    for (int i = 0; i < polygon.length; i++) {
      double[] a = polygon[i];
      double[] b = polygon[(i + 1) % polygon.length];
      if (a[2] >= near) {
        kept.add(a);
      }
      if (a[2] >= near != b[2] >= near) {
        double t = (near - a[2]) / (b[2] - a[2]);
        kept.add(new double[] {a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]), near});
      }
    }
    return kept;
  }
}
