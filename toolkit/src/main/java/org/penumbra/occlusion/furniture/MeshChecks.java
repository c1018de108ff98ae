package org.penumbra.occlusion.furniture;

import java.util.HashMap;
import java.util.Map;
import org.penumbra.core.DataFormatException;

/** What makes three-coordinate vertices and three-index triangles a usable mesh. */
final class MeshChecks {
  private MeshChecks() {}

  static void check(String place, double[] vertices, int[] triangles) {
    if (vertices.length % 3 != 0 || triangles.length % 3 != 0) {
      throw new DataFormatException(
          place,
          "expected three values for each vertex and triangle, found "
              + vertices.length
              + " coordinates and "
              + triangles.length
              + " indices.");
    }
    if (triangles.length == 0) {
      throw new DataFormatException(place, "expected at least one face, found none.");
    }
    int count = vertices.length / 3;
    for (int i = 0; i < triangles.length; i++) {
      if (triangles[i] < 0 || triangles[i] >= count) {
        throw new DataFormatException(
            place + ", triangle " + i / 3,
            "expected a vertex index below " + count + ", found " + triangles[i] + ".");
      }
    }
    for (int i = 0; i < vertices.length; i++) {
      if (!Double.isFinite(vertices[i])) {
        throw new DataFormatException(
            place + ", vertex " + i / 3,
            "expected a finite coordinate, found " + vertices[i] + ".");
      }
    }
  }

  /** Whether each directed edge has its reverse, each occurs once, and the volume is positive. */
  static boolean isSolid(double[] vertices, int[] triangles) {
    int[] same = welded(vertices);
    Map<Long, Integer> edges = new HashMap<>();
    for (int t = 0; t < triangles.length; t += 3) {
      for (int k = 0; k < 3; k++) {
        long from = same[triangles[t + k]];
        long to = same[triangles[t + (k + 1) % 3]];
        edges.merge(from << 32 | to, 1, Integer::sum);
      }
    }
    boolean closed =
        edges.entrySet().stream()
            .allMatch(
                edge -> {
                  long reverse = edge.getKey() << 32 | edge.getKey() >>> 32;
                  return edge.getValue() == 1 && edges.containsKey(reverse);
                });
    return closed && MeshParts.allOutward(vertices, triangles, same);
  }

  static double volume(double[] vertices, int[] triangles) {
    double six = 0;
    for (int t = 0; t < triangles.length; t += 3) {
      six += sixVolume(vertices, triangles, t);
    }
    return six / 6;
  }

  /** Six times the volume between a triangle and the first vertex. */
  static double sixVolume(double[] v, int[] triangles, int t) {
    int a = 3 * triangles[t];
    int b = 3 * triangles[t + 1];
    int c = 3 * triangles[t + 2];
    Vector origin = new Vector(-v[0], -v[1], -v[2]);
    Vector va = new Vector(v[a], v[a + 1], v[a + 2]).plus(origin);
    Vector vb = new Vector(v[b], v[b + 1], v[b + 2]).plus(origin);
    Vector vc = new Vector(v[c], v[c + 1], v[c + 2]).plus(origin);
    return va.dot(vb.cross(vc));
  }

  /** For each vertex the first one at the same place: STL repeats a vertex in each triangle. */
  private static int[] welded(double[] vertices) {
    Map<Vector, Integer> first = new HashMap<>();
    int[] same = new int[vertices.length / 3];
    for (int i = 0; i < same.length; i++) {
      // Plus zero: -0 and 0 are one place.
      Vector place =
          new Vector(vertices[3 * i] + 0., vertices[3 * i + 1] + 0., vertices[3 * i + 2] + 0.);
      Integer known = first.putIfAbsent(place, i);
      same[i] = known == null ? i : known;
    }
    return same;
  }
}
