package org.penumbra.impute.space;

import org.penumbra.data.SkeletonClip;

/**
 * Shape of a row: one cell per (grid frame, joint, body), in C-order.
 *
 * @param frames G
 * @param joints V
 * @param bodies M
 */
public record RowShape(int frames, int joints, int bodies) {
  /** Number of cells, J = G V M. */
  public int cells() {
    return frames * joints * bodies;
  }

  /** Words of 64 bits for a bit per cell. */
  public int words() {
    return (cells() + Long.SIZE - 1) / Long.SIZE;
  }

  /** Number of coordinates. */
  public int values() {
    return SkeletonClip.CHANNELS * cells();
  }

  /** Place of a cell. */
  public int cell(int frame, int joint, int body) {
    return (frame * joints + joint) * bodies + body;
  }
}
