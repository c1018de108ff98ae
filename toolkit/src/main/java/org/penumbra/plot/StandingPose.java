package org.penumbra.plot;

import java.util.Map;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.skeleton.Joint;
import org.penumbra.skeleton.SkeletonLayout;

/** A standing body that faces the camera, for layouts whose joints carry the usual names. */
final class StandingPose {
  /** Places of joints in the middle and on the body's left, metres to the right and up. */
  private static final Map<String, double[]> PLACES =
      Map.ofEntries(
          Map.entry("spine base", new double[] {0, 0.95}),
          Map.entry("hip centre", new double[] {0, 0.95}),
          Map.entry("spine mid", new double[] {0, 1.18}),
          Map.entry("spine", new double[] {0, 1.15}),
          Map.entry("spine shoulder", new double[] {0, 1.40}),
          Map.entry("shoulder centre", new double[] {0, 1.44}),
          Map.entry("neck", new double[] {0, 1.50}),
          Map.entry("head", new double[] {0, 1.66}),
          Map.entry("shoulder", new double[] {0.19, 1.37}),
          Map.entry("elbow", new double[] {0.30, 1.12}),
          Map.entry("wrist", new double[] {0.37, 0.90}),
          Map.entry("hand", new double[] {0.40, 0.81}),
          Map.entry("hand tip", new double[] {0.43, 0.71}),
          Map.entry("thumb", new double[] {0.34, 0.76}),
          Map.entry("hip", new double[] {0.10, 0.91}),
          Map.entry("knee", new double[] {0.13, 0.49}),
          Map.entry("ankle", new double[] {0.14, 0.09}),
          Map.entry("foot", new double[] {0.19, 0.02}));

  private StandingPose() {}

  /**
   * Places of all joints, (V, 2).
   *
   * @throws InvalidOptionException if a joint's name is not known here
   */
  static double[][] of(SkeletonLayout layout) {
    double[][] places = new double[layout.size()][];
    for (Joint joint : layout.joints()) {
      places[joint.index()] = place(layout, joint);
    }
    return places;
  }

  private static double[] place(SkeletonLayout layout, Joint joint) {
    String name = joint.name();
    boolean right = name.startsWith("right ");
    double[] place = PLACES.get(name.replaceFirst("^(left|right) ", ""));
    if (place == null) {
      throw new InvalidOptionException(
          "joint of layout " + layout.name(),
          "one that a standing body is drawn with; give a clip's frame with pose(clip, frame)",
          name);
    }
    // The body faces the camera: its left is on the right of the page.
    return right ? new double[] {-place[0], place[1]} : place;
  }
}
