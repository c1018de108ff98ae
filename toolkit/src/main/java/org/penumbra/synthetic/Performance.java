package org.penumbra.synthetic;

import java.util.ArrayList;
import java.util.List;
import org.penumbra.core.Draws;
import org.penumbra.core.RandomKey;
import org.penumbra.data.NtuName;

/**
 * One performance of an action, before any camera: all cameras see the same one. Time runs from 0
 * to 1; the movement itself begins and ends inside it.
 */
final class Performance {
  private static final double FRAME_RATE = 30;

  private final List<Performer> people = new ArrayList<>(2);
  private final Place[] places;
  private final double begin;
  private final double end;
  private final int frames;

  private Performance(NtuName name, SyntheticActions options) {
    Action action = ActionTable.ALL.get(name.action() - 1);
    Draws draws =
        new Draws(
            RandomKey.of(options.seed())
                .with("performance")
                .with(name.setup())
                .with(name.subject())
                .with(name.repetition())
                .with(name.action()));
    Body actor = Body.of(options.seed(), name.subject());
    double seconds = action.seconds() / actor.tempo() * draws.uniform(0.8, 1.3);
    begin = draws.uniform(-0.1, 0.25);
    end = draws.uniform(0.75, 1.1);
    double length = StrictMath.rint(seconds / (end - begin) * FRAME_RATE);
    frames = (int) Math.max(options.minFrames(), Math.min(options.maxFrames(), length));
    Place middle =
        new Place(
            draws.uniform(-0.3, 0.3),
            draws.uniform(-0.2, 0.3),
            StrictMath.toRadians(draws.uniform(-35, 35)));
    Style style = Style.of(actor, seconds * actor.tempo(), draws);
    if (action.people() == 1) {
      people.add(new Performer(actor, action.roles().get(0), actor.leftHanded(), style, draws));
      places = new Place[] {middle};
    } else {
      int other = Splits.partner(name, draws);
      Body partner = Body.of(options.seed(), other);
      // Right hands meet right hands, whatever the handedness.
      people.add(new Performer(actor, action.roles().get(0), false, style, draws));
      Style joined = style.joinedBy(partner, draws);
      people.add(new Performer(partner, action.roles().get(1), false, joined, draws));
      double gap = action.gap() * (actor.armLength() + partner.armLength()) / 2;
      places = middle.facing(gap, draws.chance(0.5));
    }
  }

  /** The performance of a name; the camera in it makes no difference. */
  static Performance of(NtuName name, SyntheticActions options) {
    return new Performance(name, options);
  }

  int frames() {
    return frames;
  }

  int people() {
    return people.size();
  }

  /** Joints of everybody at a frame, (M, 25, 3), metres, floor at y = 0. */
  double[][][] joints(int frame) {
    double time = frames == 1 ? 0 : frame / (frames - 1.0);
    double phase = Math.min(1, Math.max(0, (time - begin) / (end - begin)));
    Pose[] poses = new Pose[people.size()];
    PosedBody[] bodies = new PosedBody[people.size()];
    for (int m = 0; m < bodies.length; m++) {
      poses[m] = people.get(m).pose(phase, time);
      bodies[m] = places[m].put(people.get(m).body(), poses[m]);
    }
    double[][][] joints = new double[bodies.length][][];
    for (int m = 0; m < bodies.length; m++) {
      Kinematics.reach(bodies[m], poses[m], bodies[bodies.length - 1 - m]);
      joints[m] = bodies[m].joints();
    }
    return joints;
  }

  /**
   * Where somebody is on the floor.
   *
   * @param x metres
   * @param z metres
   * @param facing yaw of the hips, radians; 0 looks to negative z
   */
  private record Place(double x, double z, double facing) {
    private static final double QUARTER = Math.PI / 2;

    PosedBody put(Body body, Pose pose) {
      return Kinematics.pose(body, pose, facing, x, z);
    }

    /** Two places about this one, facing each other across its line of sight. */
    Place[] facing(double gap, boolean actorAtTheLeft) {
      double yaw = facing + (actorAtTheLeft ? -QUARTER : QUARTER);
      double dx = -StrictMath.sin(yaw) * gap / 2;
      double dz = -StrictMath.cos(yaw) * gap / 2;
      return new Place[] {
        new Place(x - dx, z - dz, yaw), new Place(x + dx, z + dz, yaw + 2 * QUARTER)
      };
    }
  }
}
