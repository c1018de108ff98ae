package org.penumbra.impute.space;

import java.util.List;
import org.penumbra.skeleton.Joint;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * The angle about the vertical that sets a body to the front, one for the whole clip: {@code
 * -atan2(z, x)} of the sum, over all frames that show them, of the lines from left to right
 * shoulder and from {@code left hip} to {@code right hip} (if the layout has them). A body that
 * never shows either pair is not turned.
 */
final class Facing {
  private static final double TINY = 1e-4; // metres

  private Facing() {}

  /** The angle of one body, radians. */
  static double angle(ClipValues clip, SkeletonLayout layout, int body) {
    List<String> names = layout.joints().stream().map(Joint::name).toList();
    double[] line = new double[2];
    add(line, clip, layout.leftShoulder(), layout.rightShoulder(), body);
    add(line, clip, names.indexOf("left hip"), names.indexOf("right hip"), body);
    boolean apart = line[0] * line[0] + line[1] * line[1] > TINY * TINY;
    return apart ? -StrictMath.atan2(line[1], line[0]) : 0;
  }

  private static void add(double[] line, ClipValues clip, int left, int right, int body) {
    for (int t = 0; t < clip.length() && left >= 0 && right >= 0; t++) {
      if (clip.isObserved(t, left, body) && clip.isObserved(t, right, body)) {
        line[0] += (double) clip.at(0, t, right, body) - clip.at(0, t, left, body);
        line[1] += (double) clip.at(2, t, right, body) - clip.at(2, t, left, body);
      }
    }
  }
}
