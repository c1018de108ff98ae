package org.penumbra.impute;

import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;

/**
 * Places a hidden joint by its neighbours in the same frame and the mean bone vectors between,
 * walking the tree both ways from the joints that are seen; between two of them, halfway. Bones are
 * taken from the body turned to the front: the clip's own mean, else the training clips' in this
 * body's size, else the other side's, mirrored. A joint stays hidden if no bone on its way is
 * known, or its frame shows nothing of the body.
 */
public record BoneImputer() implements ClipImputer {
  @Override
  public String name() {
    return "bone";
  }

  @Override
  public String describe() {
    return "neighbour in the same frame plus mean bone vector, of the body turned to the front";
  }

  @Override
  public ImputedClip impute(SkeletonClip clip) {
    return BodyMotion.fill(clip, body -> fill(body, null));
  }

  /** Learns mean bone vectors, for bones that a clip never shows. */
  @Override
  public FittedImputer fit(SkeletonDataset train) {
    return new BoneFitted(this, MeanBones.learn(train), BoneImputer::fill);
  }

  private static void fill(BodyMotion body, BoneSums bones) {
    Limbs limbs = new Limbs(body, BodyAxes.of(body), bones);
    JointTree tree = new JointTree(body.layout());
    for (int t = 0; t < body.frames(); t++) {
      int frame = t;
      body.fillFrom(tree, t, (from, to) -> limbs.way(from, to, frame));
    }
  }
}
