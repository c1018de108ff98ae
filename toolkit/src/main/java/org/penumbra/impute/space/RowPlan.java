package org.penumbra.impute.space;

import org.penumbra.data.SkeletonClip;
import org.penumbra.impute.space.ComparisonSpace.Placing;
import org.penumbra.skeleton.SkeletonLayout;

/** A space for the clips of one training set: makes rows of one shape out of clips. Immutable. */
public final class RowPlan {
  private final ComparisonSpace space;
  private final Padding padding;
  private final SkeletonLayout layout;
  private final CentreOffsets offsets;
  private final int[] nearest;
  private final RowShape shape;

  /** The plan for clips to be compared with these training clips. */
  public RowPlan(ComparisonSpace space, Padding padding, TrainingFacts training) {
    this.space = space;
    this.padding = padding;
    this.layout = training.layout();
    this.offsets = training.offsets();
    this.nearest = CentreOffsets.nearestFirst(layout);
    int own = Math.max(training.longest(), 1);
    int frames = space.gridFrames() == 0 ? own : space.gridFrames();
    this.shape = new RowShape(frames, layout.size(), training.bodies());
  }

  /** Which joints. */
  public SkeletonLayout layout() {
    return layout;
  }

  /** Shape of every row. */
  public RowShape shape() {
    return shape;
  }

  /** A clip of the plan's layout as a row that donates. */
  public PlacedClip place(SkeletonClip clip) {
    return new PlacedClip(this, clip);
  }

  boolean isAbsentZero() {
    return padding == Padding.OBSERVED_ZERO;
  }

  TimeGrid grid(int length) {
    return TimeGrid.of(length, shape.frames(), space.gridFrames() > 0);
  }

  /** Pose of one body; null if nothing of it is ever seen, so that it cannot be placed. */
  Pose pose(ClipValues clip, int body) {
    if (space.placing() == Placing.CAMERA) {
      return Pose.camera();
    }
    double[] track = CentreTrack.of(clip, layout, body, offsets, nearest);
    boolean turned = space.placing() == Placing.CENTRE_TURNED;
    return track == null ? null : Pose.of(track, turned ? Facing.angle(clip, layout, body) : 0);
  }
}
