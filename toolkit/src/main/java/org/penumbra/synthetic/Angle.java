package org.penumbra.synthetic;

/**
 * What a body can move: joint angles in radians (0 is standing upright with hanging arms) and two
 * shifts in metres.
 */
enum Angle {
  /** Trunk to the front. */
  BEND,
  /** Trunk to the right. */
  LEAN(-1),
  /** Shoulders against hips, to the left. */
  TWIST(-1),
  /** Head to the front. */
  NOD,
  /** Feet above the floor, metres. */
  LIFT,
  /** Whole body to its front, metres. */
  ADVANCE,
  /** Right upper arm to the front. */
  RIGHT_ARM_FLEX,
  /** Right upper arm to the side. */
  RIGHT_ARM_SPREAD,
  /** Right upper arm about itself; brings the bent forearm outwards. */
  RIGHT_ARM_ROLL,
  /** Right elbow. */
  RIGHT_ELBOW,
  /** Left upper arm to the front. */
  LEFT_ARM_FLEX,
  /** Left upper arm to the side. */
  LEFT_ARM_SPREAD,
  /** Left upper arm about itself. */
  LEFT_ARM_ROLL,
  /** Left elbow. */
  LEFT_ELBOW,
  /** Right thigh to the front. */
  RIGHT_HIP_FLEX,
  /** Right thigh to the side. */
  RIGHT_HIP_SPREAD,
  /** Right knee. */
  RIGHT_KNEE,
  /** Left thigh to the front. */
  LEFT_HIP_FLEX,
  /** Left thigh to the side. */
  LEFT_HIP_SPREAD,
  /** Left knee. */
  LEFT_KNEE;

  /** Number of angles. */
  static final int COUNT = values().length;

  private static final Angle[] MIRRORED = new Angle[COUNT];

  static {
    for (Angle angle : values()) {
      MIRRORED[angle.index()] = angle.otherSide();
    }
  }

  private final int mirrorSign;

  Angle() {
    this(1);
  }

  Angle(int mirrorSign) {
    this.mirrorSign = mirrorSign;
  }

  /** Place in arrays of {@link #COUNT} values. */
  @SuppressWarnings("EnumOrdinal") // a place in an array of this run, never kept
  int index() {
    return ordinal();
  }

  /** The angle that this one becomes in a mirror. */
  Angle mirrored() {
    return MIRRORED[index()];
  }

  /** How much habits and drift change it; thighs hardly go sideways, so that legs do not cross. */
  double freedom() {
    return switch (this) {
      case LIFT, ADVANCE -> 0;
      case LEFT_HIP_SPREAD, RIGHT_HIP_SPREAD -> 0.3;
      default -> 1;
    };
  }

  private Angle otherSide() {
    if (name().startsWith("RIGHT")) {
      return valueOf(name().replace("RIGHT", "LEFT"));
    }
    return name().startsWith("LEFT") ? valueOf(name().replace("LEFT", "RIGHT")) : this;
  }

  /** Sign of the angle in a mirror. */
  int mirrorSign() {
    return mirrorSign;
  }
}
