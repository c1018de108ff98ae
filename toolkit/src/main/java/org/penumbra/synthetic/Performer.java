package org.penumbra.synthetic;

import org.penumbra.core.Draws;

/** One person in one performance: a body, a style, and the sway that nobody means to do. */
final class Performer {
  private static final double DRIFT = 0.09; // radians
  private static final Angle[] ANGLES = Angle.values();

  private final Body body;
  private final Action.Motion motion;
  private final Style style;
  private final boolean mirrored;
  private final Drift[] drifts = new Drift[Angle.COUNT];

  /**
   * A person.
   *
   * @param mirrored whether left and right are exchanged
   */
  Performer(Body body, Action.Motion motion, boolean mirrored, Style style, Draws draws) {
    this.body = body;
    this.motion = motion;
    this.mirrored = mirrored;
    this.style = style;
    for (Angle angle : ANGLES) {
      double size = angle.freedom() * DRIFT * draws.normal();
      drifts[angle.index()] = new Drift(size, draws.uniform(0.3, 1.5), draws.uniform(0, 1));
    }
  }

  /** A slow sine: size in radians, cycles per clip, start from 0 to 1. */
  private record Drift(double size, double cycles, double start) {
    double at(double time) {
      return size * StrictMath.sin(2 * Math.PI * (cycles * time + start));
    }
  }

  Body body() {
    return body;
  }

  /**
   * Angles at a moment.
   *
   * @param phase of the movement, from 0 to 1
   * @param time of the clip, from 0 to 1
   */
  Pose pose(double phase, double time) {
    Pose meant = motion.at(phase, style);
    Pose pose = (mirrored ? meant.mirrored() : meant).add(body.posture());
    for (Angle angle : ANGLES) {
      pose.add(angle, drifts[angle.index()].at(time));
    }
    return pose;
  }
}
