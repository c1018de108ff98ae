package org.penumbra.occlusion;

import static org.penumbra.occlusion.OcclusionFamily.numbered;
import static org.penumbra.occlusion.OcclusionFamily.share;
import static org.penumbra.occlusion.OcclusionFamily.single;

import java.util.ArrayList;
import java.util.List;

/** What sensors and people hide, beyond the papers. */
final class WorldFamilies {
  private static final String OWN = "Penumbra";

  static final List<OcclusionFamily> ALL = all();

  private WorldFamilies() {}

  private static List<OcclusionFamily> all() {
    List<OcclusionFamily> all =
        new ArrayList<>(
            List.of(
                numbered(
                    "markov-RATE-GAP",
                    "markov-0.2-8",
                    "each joint lost in bursts: mean share, mean frames of a burst",
                    "Gilbert and Elliott",
                    n -> MarkovOcclusion.of(n.get(0), n.get(1))),
                single(
                    "capsule-self",
                    "joints behind the person's own body",
                    OWN,
                    CapsuleOcclusion::self),
                single(
                    "capsule-other", "joints behind another person", OWN, CapsuleOcclusion::others),
                single(
                    "kinect-inferred",
                    "joints that the sensor inferred; needs tracking state",
                    "Kinect v2 SDK",
                    InferredOcclusion::new),
                single(
                    "fov",
                    "joints outside the Kinect v2 depth view, 70.6 x 60 degrees",
                    "Kinect v2",
                    FieldOfViewOcclusion::kinectV2),
                numbered(
                    "fov-WIDTH-HEIGHT",
                    "fov-30-30",
                    "joints outside a view of this many degrees",
                    OWN,
                    n -> FieldOfViewOcclusion.kinectV2().narrowed(n.get(0), n.get(1))),
                numbered(
                    "fov-WIDTH-HEIGHT-YAW-PITCH",
                    "fov-70.6-60-0-25",
                    "joints outside a view turned left and tilted up, degrees",
                    OWN,
                    n ->
                        FieldOfViewOcclusion.kinectV2()
                            .narrowed(n.get(0), n.get(1))
                            .turned(n.get(2), n.get(3)))));
    for (Severity kind : Severity.values()) {
      all.add(
          numbered(
              "sweep-" + kind.label() + "-PERCENT",
              "sweep-" + kind.label() + "-40",
              "exactly this share, nested over rates: " + kind.line(),
              OWN,
              n -> new SweepOcclusion(kind, share(n.get(0)), 0)));
    }
    return List.copyOf(all);
  }
}
