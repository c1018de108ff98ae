package org.penumbra.occlusion.furniture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.penumbra.core.DataFormatException;

/** A mesh while a file is read: vertices and triangles of three indices, both in file order. */
final class MeshDraft {
  private static final int MOST_TRIANGLES = 1_000_000;

  private final List<double[]> vertices = new ArrayList<>();
  private final List<int[]> triangles = new ArrayList<>();

  /** Adds a vertex; refuses coordinates that are not finite. */
  void vertex(String place, double x, double y, double z) {
    if (!Double.isFinite(x) || !Double.isFinite(y) || !Double.isFinite(z)) {
      throw new DataFormatException(
          place, "expected finite coordinates, found " + x + " " + y + " " + z + ".");
    }
    vertices.add(new double[] {x, y, z});
  }

  /** Adds a face of at least three corners as a fan. */
  void face(String place, int[] corners) {
    if (corners.length < 3) {
      throw new DataFormatException(
          place, "expected a face of at least 3 corners, found " + corners.length + ".");
    }
    for (int i = 1; i < corners.length - 1; i++) {
      triangles.add(new int[] {corners[0], corners[i], corners[i + 1]});
    }
    if (triangles.size() > MOST_TRIANGLES) {
      throw new DataFormatException(
          place,
          "expected at most " + MOST_TRIANGLES + " triangles, found more; simplify the mesh.");
    }
  }

  int vertexCount() {
    return vertices.size();
  }

  List<int[]> triangles() {
    return triangles;
  }

  /** Coordinates of the vertices that a triangle uses: a stray point is no furniture. */
  double[] usedVertices() {
    int[] places = places();
    int used = Arrays.stream(places).max().orElse(-1) + 1;
    double[] flat = new double[3 * used];
    for (int i = 0; i < places.length; i++) {
      if (places[i] >= 0) {
        System.arraycopy(vertices.get(i), 0, flat, 3 * places[i], 3);
      }
    }
    return flat;
  }

  /** Indices into {@link #usedVertices()}. */
  int[] usedTriangles() {
    int[] places = places();
    return triangles.stream().flatMapToInt(Arrays::stream).map(i -> places[i]).toArray();
  }

  private int[] places() {
    int[] places = new int[vertices.size()];
    Arrays.fill(places, -1);
    for (int[] triangle : triangles) {
      for (int vertex : triangle) {
        places[vertex] = 0;
      }
    }
    int next = 0;
    for (int i = 0; i < places.length; i++) {
      if (places[i] == 0) {
        places[i] = next++;
      }
    }
    return places;
  }
}
