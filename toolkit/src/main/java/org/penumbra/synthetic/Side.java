package org.penumbra.synthetic;

/** A side of the body; joints by their index in {@code SkeletonLayout.NTU_25}. */
enum Side {
  /** Towards smaller x when facing the camera. */
  LEFT(-1, 4, 21, 12),
  /** Towards larger x when facing the camera. */
  RIGHT(1, 8, 23, 16);

  private final int sign;
  private final int shoulder;
  private final int handTip;
  private final int hip;

  Side(int sign, int shoulder, int handTip, int hip) {
    this.sign = sign;
    this.shoulder = shoulder;
    this.handTip = handTip;
    this.hip = hip;
  }

  /** Sign of x. */
  int sign() {
    return sign;
  }

  int shoulder() {
    return shoulder;
  }

  int elbow() {
    return shoulder + 1;
  }

  int wrist() {
    return shoulder + 2;
  }

  int hand() {
    return shoulder + 3;
  }

  int handTip() {
    return handTip;
  }

  int thumb() {
    return handTip + 1;
  }

  int hip() {
    return hip;
  }

  int knee() {
    return hip + 1;
  }

  int ankle() {
    return hip + 2;
  }

  int foot() {
    return hip + 3;
  }

  Side other() {
    return this == LEFT ? RIGHT : LEFT;
  }
}
