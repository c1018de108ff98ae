package org.penumbra.synthetic;

import org.penumbra.skeleton.SkeletonLayout;

/**
 * A place that a hand can go to, given against a joint and in the axes of its owner's chest (of the
 * head, if the joint is the head).
 *
 * @param owner whose joint
 * @param joint index in {@code SkeletonLayout.NTU_25}
 * @param right metres to the owner's right
 * @param up metres
 * @param front metres to the owner's front
 */
record Spot(Owner owner, int joint, double right, double up, double front) {
  static final int HEAD = 3;
  static final int CHEST = 20;
  static final int BELLY = 1;
  static final int LEFT_SHOULDER = 4;
  static final int RIGHT_SHOULDER = 8;

  /** Whose joint it is. */
  enum Owner {
    /** The one who reaches. */
    SELF,
    /** The other one. */
    PARTNER,
    /** Half way between both; the offset is to the right and front of the one who reaches. */
    HALFWAY
  }

  /** A place on one's own body. */
  static Spot own(int joint, double right, double up, double front) {
    return new Spot(Owner.SELF, joint, right, up, front);
  }

  /** A place on the other body. */
  static Spot partner(int joint, double right, double up, double front) {
    return new Spot(Owner.PARTNER, joint, right, up, front);
  }

  /** A place between two bodies. */
  static Spot halfway(int joint, double right, double up, double front) {
    return new Spot(Owner.HALFWAY, joint, right, up, front);
  }

  /** The place in a mirror. */
  Spot mirrored() {
    return new Spot(owner, SkeletonLayout.NTU_25.mirror().get(joint), -right, up, front);
  }

  /**
   * Where it is.
   *
   * @param self who reaches
   * @param partner the other one; not asked for a place of one's own
   */
  double[] in(PosedBody self, PosedBody partner) {
    if (owner == Owner.HALFWAY) { // up is the world's, so that both find the same height
      double[] anchor = Vectors.between(self.joint(joint), partner.joint(joint), 0.5);
      anchor[1] += up;
      return Vectors.plus(anchor, self.chest().apply(right, 0, -front));
    }
    PosedBody body = owner == Owner.PARTNER ? partner : self;
    Rotation axes = joint == HEAD ? body.head() : body.chest();
    return Vectors.plus(body.joint(joint), axes.apply(right, up, -front));
  }
}
