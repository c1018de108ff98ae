package org.penumbra.occlusion;

import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;

/**
 * What a camera at the same place does not see because it lies outside its view: a pyramid of two
 * opening angles, turned and tilted. Recorded joints lie inside the view of the sensor that
 * recorded them, but for a few that it guessed; a narrower or turned view hides more.
 *
 * @param width opening angle from side to side, degrees, above 0 and below 180
 * @param height opening angle from bottom to top, degrees, above 0 and below 180
 * @param yaw turn to the camera's left (towards larger x), degrees, -90 to 90
 * @param pitch tilt upwards, degrees, -90 to 90
 */
public record FieldOfViewOcclusion(double width, double height, double yaw, double pitch)
    implements FixedOcclusion {
  private static final FieldOfViewOcclusion KINECT_V2 = new FieldOfViewOcclusion(70.6, 60, 0, 0);

  /** Checks the angles. */
  public FieldOfViewOcclusion {
    checkOpening("width", width);
    checkOpening("height", height);
    Require.inRange("yaw", yaw, -90, 90);
    Require.inRange("pitch", pitch, -90, 90);
  }

  private static void checkOpening(String option, double degrees) {
    if (!(degrees > 0 && degrees < 180)) {
      throw new InvalidOptionException(option, "above 0 and below 180 degrees", degrees);
    }
  }

  /** The view of the Kinect v2 depth camera, 70.6 by 60 degrees. */
  public static FieldOfViewOcclusion kinectV2() {
    return KINECT_V2;
  }

  /** With other opening angles, degrees. */
  public FieldOfViewOcclusion narrowed(double newWidth, double newHeight) {
    return new FieldOfViewOcclusion(newWidth, newHeight, yaw, pitch);
  }

  /** Turned and tilted, degrees. */
  public FieldOfViewOcclusion turned(double newYaw, double newPitch) {
    return new FieldOfViewOcclusion(width, height, newYaw, newPitch);
  }

  @Override
  public String name() {
    if (equals(KINECT_V2)) {
      return "fov";
    }
    String opening = "fov-" + Cells.number(width) + "-" + Cells.number(height);
    boolean straight = yaw == 0 && pitch == 0;
    return straight ? opening : opening + "-" + Cells.number(yaw) + "-" + Cells.number(pitch);
  }

  @Override
  public String describe() {
    return "joints outside a view of "
        + Cells.number(width)
        + " by "
        + Cells.number(height)
        + " degrees, turned by "
        + Cells.number(yaw)
        + " and tilted by "
        + Cells.number(pitch)
        + " degrees";
  }

  @Override
  public JointMask hide(SkeletonClip clip) {
    View view = new View(this);
    return Cells.where(
        clip,
        (t, v, m) -> !view.holds(clip.at(0, t, v, m), clip.at(1, t, v, m), clip.at(2, t, v, m)));
  }

  /** The view with its angles worked out once. */
  private static final class View {
    private final double cosYaw;
    private final double sinYaw;
    private final double cosPitch;
    private final double sinPitch;
    private final double across;
    private final double up;

    View(FieldOfViewOcclusion options) {
      double yaw = StrictMath.toRadians(options.yaw);
      double pitch = StrictMath.toRadians(options.pitch);
      cosYaw = StrictMath.cos(yaw);
      sinYaw = StrictMath.sin(yaw);
      cosPitch = StrictMath.cos(pitch);
      sinPitch = StrictMath.sin(pitch);
      across = StrictMath.tan(StrictMath.toRadians(options.width) / 2);
      up = StrictMath.tan(StrictMath.toRadians(options.height) / 2);
    }

    boolean holds(double x, double y, double z) {
      double side = x * cosYaw - z * sinYaw;
      double ahead = x * sinYaw + z * cosYaw;
      double high = y * cosPitch - ahead * sinPitch;
      double deep = y * sinPitch + ahead * cosPitch;
      return deep > 0 && Math.abs(side) <= deep * across && Math.abs(high) <= deep * up;
    }
  }
}
