package org.penumbra.occlusion.furniture;

/** The connected pieces of a mesh. */
final class MeshParts {
  private MeshParts() {}

  /**
   * Whether each piece has a positive volume, which an inside-out one has not. A hollow inside a
   * piece counts as inside-out, which is the careful answer.
   *
   * @param same for each vertex the one that stands for its place
   */
  static boolean allOutward(double[] vertices, int[] triangles, int[] same) {
    int[] parent = new int[same.length];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
    }
    for (int t = 0; t < triangles.length; t += 3) {
      int root = find(parent, same[triangles[t]]);
      parent[find(parent, same[triangles[t + 1]])] = root;
      parent[find(parent, same[triangles[t + 2]])] = root;
    }
    double[] six = new double[parent.length];
    for (int t = 0; t < triangles.length; t += 3) {
      six[find(parent, same[triangles[t]])] += MeshChecks.sixVolume(vertices, triangles, t);
    }
    for (int t = 0; t < triangles.length; t += 3) {
      if (!(six[find(parent, same[triangles[t]])] > 0)) {
        return false;
      }
    }
    return true;
  }

  private static int find(int[] parent, int vertex) {
    int at = vertex;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
