package org.penumbra.synthetic;

/**
 * Brings a hand to a place by turning shoulder and elbow; bones keep their lengths. What is out of
 * reach is approached with a nearly straight arm.
 */
final class ArmReach {
  private static final double[] UP = {0, 1, 0};

  private ArmReach() {}

  /**
   * Moves one arm.
   *
   * @param figure changed: elbow, wrist, hand, tip and thumb of the side
   * @param side which arm
   * @param goal where the hand goes, metres
   * @param weight from 0 (the elbow stays on the side where the pose has it) to 1 (it goes where
   *     elbows of reaching arms usually are)
   */
  static void apply(PosedBody figure, Side side, double[] goal, double weight) {
    double[] shoulder = figure.joint(side.shoulder());
    double upper = Limb.UPPER_ARM * figure.body().arm();
    double lower = (Limb.FOREARM + Limb.HAND) * figure.body().arm();
    double[] way = aroundShoulder(figure, side, Vectors.minus(goal, shoulder));
    double[] axis = Vectors.unit(way, UP);
    double reach = Math.min(0.999 * (upper + lower), Math.max(upper * 0.45, Vectors.length(way)));
    double along = (upper * upper - lower * lower + reach * reach) / (2 * reach);
    double aside = Math.sqrt(Math.max(0, upper * upper - along * along));
    double[] bow = bow(figure, side, axis, weight);
    double[] elbow =
        Vectors.plus(shoulder, Vectors.plus(Vectors.times(along, axis), Vectors.times(aside, bow)));
    double[] end = Vectors.plus(shoulder, Vectors.times(reach, axis));
    double[] direction = Vectors.unit(Vectors.minus(end, elbow), UP);
    Rotation forearm = figure.forearm(side);
    Rotation turn = Rotation.between(forearm.apply(0, -1, 0), direction);
    figure.moveForearm(side, elbow, turn.times(forearm));
  }

  /** A way that would lead through the shoulder goes round it before the chest. */
  private static double[] aroundShoulder(PosedBody figure, Side side, double[] way) {
    double room = 1.05 * Limb.UPPER_ARM * figure.body().arm() - Vectors.length(way);
    return room <= 0
        ? way
        : Vectors.plus(way, figure.chest().apply(0.2 * room * side.sign(), 0, -room));
  }

  /**
   * To which side of the line from shoulder to hand the elbow goes: behind a low hand, under one in
   * front, before one above the head, and a little out and down.
   */
  private static double[] bow(PosedBody figure, Side side, double[] axis, double weight) {
    double[] own = figure.chest().unapply(axis);
    double[] usual = figure.chest().apply(0.35 * side.sign(), own[2] - 0.25, -own[1]);
    double[] present =
        Vectors.times(
            1 / (Limb.UPPER_ARM * figure.body().arm()),
            Vectors.minus(figure.joint(side.elbow()), figure.joint(side.shoulder())));
    double[] mixed =
        Vectors.plus(
            Vectors.times(1 - weight, Vectors.square(present, axis)),
            Vectors.times(weight, Vectors.square(usual, axis)));
    return Vectors.unit(mixed, Vectors.across(axis));
  }
}
