package org.penumbra.occlusion;

import org.penumbra.core.DataFormatException;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;

/**
 * A real label: hides the joints whose place the sensor itself guessed (Kinect's tracking state
 * "inferred" or "not tracked"). The guesses stay as the clip's truth, so imputation against them
 * measures agreement with the sensor, not error.
 */
public record InferredOcclusion() implements FixedOcclusion {
  @Override
  public String name() {
    return "kinect-inferred";
  }

  @Override
  public String describe() {
    return "joints that the sensor inferred instead of tracking";
  }

  /**
   * The inferred joints.
   *
   * @throws DataFormatException if the clip's source has no tracking state
   */
  @Override
  public JointMask hide(SkeletonClip clip) {
    if (!clip.hasTrackingState()) {
      throw new DataFormatException(
          "clip " + clip.name(),
          "has no tracking state, which kinect-inferred needs; read NTU RGB+D from its .skeleton"
              + " files, or take another occlusion.");
    }
    return Cells.where(clip, clip::isInferred);
  }
}
