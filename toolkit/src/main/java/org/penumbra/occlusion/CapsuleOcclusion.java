package org.penumbra.occlusion;

import java.util.ArrayList;
import java.util.List;
import org.penumbra.core.Require;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.Bone;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * People hide joints, their own or each other's. Each bone is a capsule: a segment with flesh
 * around it, of radius 0.12 m in the torso, 0.09 m at the head, 0.06 m in legs and 0.04 m in arms
 * (0.05 m in parts of other names). A joint is hidden if the way from the camera to it meets a
 * capsule, except bones that end at the joint and flesh that the joint lies in. Joints hidden
 * before still have bones, where the clip's truth knows them. For any layout.
 *
 * @param bodies whose bones hide
 * @param thickness factor on all radii, above 0; 1 is an adult
 */
public record CapsuleOcclusion(Bodies bodies, double thickness) implements FixedOcclusion {
  /** Whose bones hide a joint. */
  public enum Bodies {
    /** The same body's: a hand behind the back. */
    SELF,
    /** Other bodies': one person before another. */
    OTHERS
  }

  /** Checks the factor. */
  public CapsuleOcclusion {
    Require.positive("thickness", thickness);
  }

  /** Joints behind the person's own body. */
  public static CapsuleOcclusion self() {
    return new CapsuleOcclusion(Bodies.SELF, 1);
  }

  /** Joints behind another person. */
  public static CapsuleOcclusion others() {
    return new CapsuleOcclusion(Bodies.OTHERS, 1);
  }

  /** With another factor on all radii. */
  public CapsuleOcclusion withThickness(double factor) {
    return new CapsuleOcclusion(bodies, factor);
  }

  @Override
  public String name() {
    return (bodies == Bodies.SELF ? "capsule-self" : "capsule-other")
        + (thickness == 1 ? "" : "-" + Cells.number(thickness));
  }

  @Override
  public String describe() {
    return "joints behind "
        + (bodies == Bodies.SELF ? "the person's own body" : "another person")
        + ", bones with flesh"
        + (thickness == 1 ? "" : " of " + Cells.number(thickness) + " times an adult's thickness");
  }

  @Override
  public JointMask hide(SkeletonClip clip) {
    SkeletonClip world = clip.truth().orElse(clip);
    double[] radii = Flesh.radii(clip.layout());
    List<List<List<Limb>>> limbs = new ArrayList<>(); // by frame, body
    for (int t = 0; t < clip.frames(); t++) {
      List<List<Limb>> frame = new ArrayList<>();
      for (int m = 0; m < clip.bodies(); m++) {
        frame.add(limbs(world, t, m, radii));
      }
      limbs.add(frame);
    }
    return Cells.where(clip, (t, v, m) -> isHidden(limbs.get(t), v, m, point(clip, t, v, m)));
  }

  private boolean isHidden(List<List<Limb>> limbs, int joint, int body, double[] point) {
    for (int m = 0; m < limbs.size(); m++) {
      if ((m == body) == (bodies == Bodies.SELF)) {
        for (Limb limb : limbs.get(m)) {
          boolean own = m == body && (limb.bone.child() == joint || limb.bone.parent() == joint);
          if (!own && limb.capsule.hides(point)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private record Limb(Bone bone, Capsule capsule) {}

  /** The capsules of one body in one frame; bones with an unknown end have none. */
  private List<Limb> limbs(SkeletonClip world, int frame, int body, double[] radii) {
    SkeletonLayout layout = world.layout();
    List<Limb> limbs = new ArrayList<>();
    for (int b = 0; b < layout.bones().size(); b++) {
      Bone bone = layout.bones().get(b);
      if (world.mask().isObserved(frame, bone.child(), body)
          && world.mask().isObserved(frame, bone.parent(), body)) {
        limbs.add(
            new Limb(
                bone,
                new Capsule(
                    point(world, frame, bone.child(), body),
                    point(world, frame, bone.parent(), body),
                    thickness * radii[b])));
      }
    }
    return limbs;
  }

  private static double[] point(SkeletonClip clip, int frame, int joint, int body) {
    return new double[] {
      clip.at(0, frame, joint, body), clip.at(1, frame, joint, body), clip.at(2, frame, joint, body)
    };
  }
}
