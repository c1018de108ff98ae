package org.penumbra.bench;

import java.util.Arrays;
import java.util.List;
import org.penumbra.occlusion.furniture.MollerTrumbore;
import org.penumbra.occlusion.furniture.TriangleMesh;

/**
 * The usual way: a binary tree of boxes, split at the median of the longest axis, leaves of up to
 * four triangles, the textbook's test in the leaves, any hit ends the search.
 */
final class MedianBvh {
  private static final int LEAF = 4;
  private static final int DEPTH = 64;

  private final double[] corners; // nine of each triangle, in the order of the leaves
  private double[] boxes = new double[6 * 64]; // low and high of each node
  private int[] links = new int[2 * 64]; // inner: left child, -1; leaf: first, end
  private int nodes;

  MedianBvh(List<TriangleMesh> meshes) {
    double[] given = MollerTrumbore.corners(meshes);
    int n = given.length / 9;
    double[] centres = new double[3 * n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < 3; k++) {
        centres[3 * i + k] = given[9 * i + k] + given[9 * i + 3 + k] + given[9 * i + 6 + k];
      }
    }
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    build(given, centres, order, 0, n);
    corners = new double[given.length];
    for (int i = 0; i < n; i++) {
      System.arraycopy(given, 9 * order[i], corners, 9 * i, 9);
    }
  }

  private int build(double[] given, double[] centres, int[] order, int from, int to) {
    int node = nodes++;
    if (6 * nodes > boxes.length) {
      boxes = Arrays.copyOf(boxes, 2 * boxes.length);
      links = Arrays.copyOf(links, 2 * links.length);
    }
    int axis = bound(given, order, from, to, 6 * node);
    if (to - from <= LEAF) {
      links[2 * node] = from;
      links[2 * node + 1] = to;
      return node;
    }
    int middle = (from + to) / 2;
    select(centres, axis, order, from, to - 1, middle);
    build(given, centres, order, from, middle);
    int right = build(given, centres, order, middle, to);
    links[2 * node] = right; // the left child is the next node
    links[2 * node + 1] = -1;
    return node;
  }

  /** Fills a node's box; returns its longest axis. */
  private int bound(double[] given, int[] order, int from, int to, int box) {
    Arrays.fill(boxes, box, box + 3, Double.POSITIVE_INFINITY);
    Arrays.fill(boxes, box + 3, box + 6, Double.NEGATIVE_INFINITY);
    for (int i = from; i < to; i++) {
      for (int k = 0; k < 9; k++) {
        double value = given[9 * order[i] + k];
        boxes[box + k % 3] = Math.min(boxes[box + k % 3], value);
        boxes[box + 3 + k % 3] = Math.max(boxes[box + 3 + k % 3], value);
      }
    }
    int axis = 0;
    for (int k = 1; k < 3; k++) {
      if (boxes[box + 3 + k] - boxes[box + k] > boxes[box + 3 + axis] - boxes[box + axis]) {
        axis = k;
      }
    }
    return axis;
  }

  private static void select(double[] centres, int axis, int[] order, int low, int high, int kth) {
    int from = low;
    int to = high;
    while (from < to) {
      double pivot = centres[3 * order[(from + to) / 2] + axis];
      int i = from;
      int j = to;
      while (i <= j) {
        while (centres[3 * order[i] + axis] < pivot) {
          i++;
        }
        while (centres[3 * order[j] + axis] > pivot) {
          j--;
        }
        if (i <= j) {
          int moved = order[i];
          order[i++] = order[j];
          order[j--] = moved;
        }
      }
      if (kth <= j) {
        to = j;
      } else if (kth >= i) {
        from = i;
      } else {
        return;
      }
    }
  }

  /** Whether any triangle lies between the origin and the point; {@code stack} is scratch. */
  boolean isBlocked(double x, double y, double z, int[] stack) {
    double ix = 1 / x;
    double iy = 1 / y;
    double iz = 1 / z;
    int top = 0;
    stack[top++] = 0;
    while (top > 0) {
      int node = stack[--top];
      if (!meets(6 * node, ix, iy, iz)) {
        continue;
      }
      if (links[2 * node + 1] < 0) {
        stack[top++] = links[2 * node];
        stack[top++] = node + 1;
        continue;
      }
      for (int i = links[2 * node]; i < links[2 * node + 1]; i++) {
        if (MollerTrumbore.blocks(corners, 9 * i, x, y, z)) {
          return true;
        }
      }
    }
    return false;
  }

  static int[] stack() {
    return new int[DEPTH];
  }

  private boolean meets(int box, double ix, double iy, double iz) {
    double x0 = boxes[box] * ix;
    double x1 = boxes[box + 3] * ix;
    double y0 = boxes[box + 1] * iy;
    double y1 = boxes[box + 4] * iy;
    double z0 = boxes[box + 2] * iz;
    double z1 = boxes[box + 5] * iz;
    double near = Math.max(Math.min(x0, x1), Math.max(Math.min(y0, y1), Math.min(z0, z1)));
    double far = Math.min(Math.max(x0, x1), Math.min(Math.max(y0, y1), Math.max(z0, z1)));
    // A little wider, so that rounding cannot lose a triangle on the box's side.
    return near <= far + 1e-9 && far >= 0 && near <= 1;
  }
}
