package org.penumbra.occlusion.furniture;

import java.util.List;

/**
 * Says which points the camera, which is at the origin, cannot see behind meshes. Immutable; any
 * number of threads may ask.
 *
 * <p>All rays start at the origin, so a triangle is three planes through the origin and one at its
 * depth: four dot products in doubles, no division. Planes of a shared edge are exact negatives, so
 * nothing slips between two triangles; and edges belong to the triangle up to the rounding error,
 * so nothing slips through a corner where many meet, whose edges rounding may all misplace the same
 * way. A grid in (x / z, y / z) leaves few triangles for each ray and never changes an answer.
 */
public final class LineOfSight {
  /** A point on a surface is seen: it must lie behind it by this share of its distance. */
  private static final double BEHIND = 1 + 1e-9;

  private final OriginPlanes planes;
  private final TileGrid grid;

  private LineOfSight(OriginPlanes planes, TileGrid grid) {
    this.planes = planes;
    this.grid = grid;
  }

  /** The view past these meshes, in the camera frame, metres. */
  public static LineOfSight past(List<TriangleMesh> meshes) {
    OriginPlanes planes = OriginPlanes.of(meshes);
    return new LineOfSight(planes, TileGrid.of(planes));
  }

  /**
   * Whether a triangle is between the camera and a point.
   *
   * @param x coordinates in the camera frame, metres, finite
   */
  public boolean isBlocked(double x, double y, double z) {
    if (z <= OriginPlanes.NEAR) {
      return anyBlocks(x, y, z);
    }
    double[] p = planes.coefficients();
    int[] lists = grid.lists();
    double size = Math.abs(x) + Math.abs(y) + Math.abs(z);
    double perZ = 1 / z;
    int tile = grid.tile(x * perZ, y * perZ);
    if (tile >= 0) {
      int[] starts = grid.starts();
      for (int k = starts[tile], end = starts[tile + 1]; k < end; k++) {
        if (blocks(p, lists[k], x, y, z, size)) {
          return true;
        }
      }
    }
    for (int triangle : grid.always()) {
      if (blocks(p, triangle, x, y, z, size)) {
        return true;
      }
    }
    return false;
  }

  /** For the few rays that leave the front of the camera so far sideways that no tile has them. */
  private boolean anyBlocks(double x, double y, double z) {
    double[] p = planes.coefficients();
    double size = Math.abs(x) + Math.abs(y) + Math.abs(z);
    for (int i = 0; i < p.length; i += OriginPlanes.STRIDE) {
      if (blocks(p, i, x, y, z, size)) {
        return true;
      }
    }
    return false;
  }

  private static boolean blocks(double[] p, int i, double x, double y, double z, double size) {
    double least = p[i + 12] * size;
    return p[i] * x + p[i + 1] * y + p[i + 2] * z >= least
        && p[i + 3] * x + p[i + 4] * y + p[i + 5] * z >= least
        && p[i + 6] * x + p[i + 7] * y + p[i + 8] * z >= least
        && p[i + 9] * x + p[i + 10] * y + p[i + 11] * z > BEHIND;
  }
}
