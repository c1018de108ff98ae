package org.penumbra.impute;

import java.util.List;
import org.penumbra.impute.knn.FillSink;
import org.penumbra.impute.knn.MaskedRows;
import org.penumbra.impute.space.PlacedClip;
import org.penumbra.impute.space.RowShape;

/** Clips to be filled as rows, and what was found for them. */
final class ReceiverRows implements MaskedRows, FillSink {
  private final List<PlacedClip> clips;
  private final List<long[]> wanted;
  private final List<GridFill> fills;
  private final RowShape shape;

  /** Clips, at least one, with the cells wanted of each. */
  ReceiverRows(List<PlacedClip> clips, List<long[]> wanted) {
    this.clips = clips;
    this.wanted = wanted;
    this.shape = clips.get(0).shape();
    this.fills = clips.stream().map(clip -> new GridFill(shape.cells())).toList();
  }

  /** Bytes that a clip takes while it is filled. */
  static long bytesEach(RowShape shape) {
    return 2L * Float.BYTES * shape.values() + 10L * shape.cells();
  }

  PlacedClip clip(int row) {
    return clips.get(row);
  }

  GridFill fill(int row) {
    return fills.get(row);
  }

  @Override
  public int size() {
    return clips.size();
  }

  @Override
  public int cells() {
    return shape.cells();
  }

  @Override
  public String name(int row) {
    return clips.get(row).clip().name();
  }

  @Override
  public void read(int row, float[] values, long[] present, long[] wantedBits) {
    System.arraycopy(clips.get(row).values(), 0, values, 0, shape.values());
    System.arraycopy(clips.get(row).present(), 0, present, 0, shape.words());
    System.arraycopy(wanted.get(row), 0, wantedBits, 0, shape.words());
  }

  @Override
  public void accept(
      int row,
      int cell,
      double x,
      double y,
      double z,
      int donors,
      double meanDistance,
      FillReason reason) {
    fills.get(row).set(cell, x, y, z, donors, meanDistance, reason);
  }
}
