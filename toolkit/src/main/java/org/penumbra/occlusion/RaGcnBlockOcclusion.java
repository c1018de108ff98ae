package org.penumbra.occlusion;

import org.penumbra.core.Require;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;

/**
 * RA-GCN's block occlusion: a wide obstacle that hides the lowest 50 (threshold + 2) rows of pixels
 * above the lowest joint of the clip. Rows are those of the Kinect v2 colour camera, 1920 x 1080
 * pixels, into which the joints are projected with its usual intrinsics (focal length 1081.37
 * pixels, centre at row 539.5); the published code reads the pixel from NTU's files, which also
 * hold it. A joint behind the camera has no row and stays.
 *
 * @param threshold th, 1 to 6: 150 to 400 rows
 */
public record RaGcnBlockOcclusion(int threshold) implements FixedOcclusion {
  /** Focal length of the Kinect v2 colour camera, pixels. */
  static final double FOCAL_LENGTH = 1081.37;

  private static final double CENTRE_ROW = 539.5;
  private static final int STEP = 50;

  /** Checks the threshold. */
  public RaGcnBlockOcclusion {
    Require.inRange("threshold", threshold, 1, 6);
  }

  @Override
  public String name() {
    return "ragcn-block-" + threshold;
  }

  @Override
  public String describe() {
    return "joints in the lowest " + height() + " of 1080 rows of pixels above each clip's lowest";
  }

  @Override
  public JointMask hide(SkeletonClip clip) {
    double lowest = Double.NEGATIVE_INFINITY;
    for (int t = 0; t < clip.frames(); t++) {
      for (int v = 0; v < clip.layout().size(); v++) {
        for (int m = 0; m < clip.bodies(); m++) {
          double row = row(clip, t, v, m);
          lowest = row > lowest ? row : lowest;
        }
      }
    }
    double top = lowest - height();
    return Cells.where(clip, (t, v, m) -> row(clip, t, v, m) > top);
  }

  private int height() {
    return STEP * (threshold + 2);
  }

  /** Row of pixels, growing downwards; NaN if the joint is not observed or behind the camera. */
  private static double row(SkeletonClip clip, int frame, int joint, int body) {
    double depth = clip.at(2, frame, joint, body);
    return depth > 0
        ? CENTRE_ROW - FOCAL_LENGTH * clip.at(1, frame, joint, body) / depth
        : Double.NaN;
  }
}
