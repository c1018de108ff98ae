package org.penumbra.synthetic;

import java.util.EnumMap;
import java.util.Map;
import org.penumbra.core.Draws;
import org.penumbra.core.RandomKey;
import org.penumbra.data.NtuName;

/**
 * One performance of an action, before any camera: all cameras see the same one. Time runs from 0
 * to 1; the movement itself begins and ends inside it.
 */
final class Performance {
  private static final double FRAME_RATE = 30;
  private static final double DRIFT = 0.09; // radians

  private final Body body;
  private final Action action;
  private final Style style;
  private final double facing;
  private final double[] place;
  private final double begin;
  private final double end;
  private final int frames;
  private final Map<Angle, Drift> drifts = new EnumMap<>(Angle.class);

  private Performance(Body body, Action action, Draws draws, int minFrames, int maxFrames) {
    this.body = body;
    this.action = action;
    double seconds = action.seconds() / body.tempo() * draws.uniform(0.8, 1.3);
    frames = (int) Math.max(minFrames, Math.min(maxFrames, StrictMath.rint(seconds * FRAME_RATE)));
    style =
        new Style(
            body.vigour() * draws.uniform(0.6, 1.15),
            seconds * body.tempo() * draws.uniform(0.9, 1.5),
            draws.uniform(0, 1),
            draws.uniform(0, 1));
    facing = StrictMath.toRadians(draws.uniform(-35, 35));
    place = new double[] {draws.uniform(-0.3, 0.3), 0, draws.uniform(-0.2, 0.3)};
    begin = draws.uniform(-0.1, 0.35);
    end = draws.uniform(0.7, 1.15);
    for (Angle angle : Angle.values()) {
      double size = Body.isShift(angle) ? 0 : DRIFT * draws.normal();
      drifts.put(angle, new Drift(size, draws.uniform(0.3, 1.5), draws.uniform(0, 1)));
    }
  }

  /** A slow sine that nobody means to do: size in radians, cycles per clip, start from 0 to 1. */
  private record Drift(double size, double cycles, double start) {
    double at(double time) {
      return size * StrictMath.sin(2 * Math.PI * (cycles * time + start));
    }
  }

  /** The performance of a name; the camera in it makes no difference. */
  static Performance of(NtuName name, SyntheticActions options) {
    RandomKey key =
        RandomKey.of(options.seed())
            .with("performance")
            .with(name.setup())
            .with(name.subject())
            .with(name.repetition())
            .with(name.action());
    return new Performance(
        Body.of(options.seed(), name.subject()),
        ActionTable.ALL.get(name.action() - 1),
        new Draws(key),
        options.minFrames(),
        options.maxFrames());
  }

  int frames() {
    return frames;
  }

  /** Joints at a frame, (25, 3), metres, floor at y = 0. */
  double[][] joints(int frame) {
    double time = frames == 1 ? 0 : frame / (frames - 1.0);
    double phase = Math.min(1, Math.max(0, (time - begin) / (end - begin)));
    Pose pose = action.motion().at(phase, style);
    Pose own = (body.leftHanded() ? pose.mirrored() : pose).add(body.posture());
    drifts.forEach((angle, drift) -> own.add(angle, drift.at(time)));
    double[][] joints = Kinematics.joints(body, own, facing);
    for (double[] joint : joints) {
      joint[0] += place[0];
      joint[2] += place[2];
    }
    return joints;
  }
}
