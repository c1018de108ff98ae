package org.penumbra.impute;

import java.util.List;
import org.penumbra.data.SkeletonClip;

/**
 * Gives a hidden limb the pose that the other side has in the same frame: its bone vectors,
 * reflected in the body's plane of symmetry, from the nearest joint that is seen. The plane stands
 * across the shoulders and hips. A joint of the middle stays hidden, and one whose counterpart is
 * hidden too.
 */
public record MirrorImputer() implements ClipImputer {
  @Override
  public String name() {
    return "mirror";
  }

  @Override
  public String describe() {
    return "bone vectors of the other side in the same frame, reflected in the body's plane";
  }

  @Override
  public ImputedClip impute(SkeletonClip clip) {
    return BodyMotion.fill(clip, MirrorImputer::fill);
  }

  private static void fill(BodyMotion body) {
    BodyAxes axes = BodyAxes.of(body);
    if (!axes.areKnown()) {
      return;
    }
    List<Integer> mirror = body.layout().mirror();
    JointTree tree = new JointTree(body.layout());
    for (int t = 0; t < body.frames(); t++) {
      int frame = t;
      body.fillFrom(
          tree,
          t,
          (from, to) -> {
            int a = mirror.get(from);
            int b = mirror.get(to);
            boolean shown = b != to && body.isSeen(frame, a) && body.isSeen(frame, b);
            return shown
                ? axes.reflected(Vectors.minus(body.place(frame, b), body.place(frame, a)), frame)
                : null;
          });
    }
  }
}
