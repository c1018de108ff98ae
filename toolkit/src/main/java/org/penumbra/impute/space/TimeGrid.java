package org.penumbra.impute.space;

/**
 * Which frames of a clip a grid cell lies between, and the other way round. See {@link
 * ComparisonSpace} for the positions.
 */
final class TimeGrid {
  private final int length;
  private final boolean resized;
  private final double[] positions; // of the cells that lie within the clip, in frames, ascending

  private TimeGrid(int length, boolean resized, double[] positions) {
    this.length = length;
    this.resized = resized;
    this.positions = positions;
  }

  /**
   * The grid of a clip.
   *
   * @param length number of the clip's frames that count, L; 0 has no cells
   * @param cells number of cells of a row
   * @param resized whether the clip is stretched over the row; else cell t is frame t
   */
  static TimeGrid of(int length, int cells, boolean resized) {
    int within = length == 0 ? 0 : resized ? cells : Math.min(length, cells);
    double[] positions = new double[within];
    for (int d = 0; d < within; d++) {
      double stretched = (d + 0.5) * length / cells - 0.5;
      positions[d] = resized ? Math.min(Math.max(stretched, 0), length - 1) : d;
    }
    return new TimeGrid(length, resized, positions);
  }

  /** Number of cells that lie within the clip; those after it have no frames. */
  int cells() {
    return positions.length;
  }

  /** Number of frames, L. */
  int length() {
    return length;
  }

  /** The frame at or before a cell. */
  int frame(int cell) {
    return (int) positions[cell];
  }

  /** Weight of the frame after that one, 0 to 1; 0 if the cell falls on a frame. */
  double weight(int cell) {
    return positions[cell] - frame(cell);
  }

  /** The last cell at or before a frame, or the first; -1 if the row ends before the frame. */
  int cellBefore(int frame) {
    int last = positions.length - 1;
    if (last < 0 || (!resized && frame > last)) {
      return -1;
    }
    int low = 0;
    int high = last;
    while (low < high) { // the last one whose position is not after the frame
      int middle = (low + high + 1) >>> 1;
      if (positions[middle] <= frame) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Weight of the cell after {@link #cellBefore}, 0 to 1; 0 at the ends and where it falls on. */
  double weightAfter(int frame) {
    int before = cellBefore(frame);
    if (before < 0 || before == positions.length - 1 || positions[before] >= frame) {
      return 0;
    }
    return (frame - positions[before]) / (positions[before + 1] - positions[before]);
  }
}
