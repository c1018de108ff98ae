package org.penumbra.occlusion.furniture;

import java.util.ArrayList;
import java.util.List;
import org.penumbra.core.Draws;
import org.penumbra.core.RandomKey;

/** Draws furniture for one clip that stands free: of the camera, of the bodies and of itself. */
final class ScenePlacer {
  private static final Vector CAMERA = new Vector(0, 0, 0);
  private static final double SECOND_PIECE = 0.35; // probability
  private static final double NEAREST_SHARE = 0.45; // of the way from the camera to the body
  private static final double FARTHEST_SHARE = 0.85;
  private static final double SIDEWAYS = 0.55; // metres
  private static final double FROM_CAMERA = 0.5; // metres
  private static final double FROM_BODY = 0.25; // metres
  private static final double FROM_BODY_AT_LOOK = 0.3; // metres: it moves between these frames
  private static final int PLACES = 16; // tried for one piece

  private final FurnitureChoice choice;
  private final Floor floor;
  private final ClipPoints bodies;
  private final Bounds around; // the bodies at the first look
  private final Vector middle;
  private final double aheadLeft; // from the camera's place to the middle of the bodies
  private final double aheadForward;

  /** For a clip of at least one point. */
  ScenePlacer(FurnitureChoice choice, Floor floor, ClipPoints bodies) {
    this.choice = choice;
    this.floor = floor;
    this.bodies = bodies;
    this.around = Bounds.of(bodies.look());
    this.middle = ClipPoints.mean(bodies.look());
    this.aheadLeft = middle.dot(floor.left());
    this.aheadForward = middle.dot(floor.forward());
  }

  /** A piece that stands free, with its mesh in its own frame. */
  record Standing(FurniturePiece piece, TriangleMesh mesh, Footprint footprint) {
    TriangleMesh inView() {
      return footprint.pose().place(mesh);
    }
  }

  /** One or two pieces that stand free at the first look; fewer where there is no room for them. */
  List<Standing> draw(RandomKey key) {
    Draws draws = new Draws(key);
    int count = draws.chance(SECOND_PIECE) ? 2 : 1;
    List<Standing> scene = new ArrayList<>(2);
    for (int i = 0; i < count; i++) {
      FurnitureShape shape = choice.draw(draws);
      TriangleMesh mesh = shape.mesh();
      Bounds bounds = mesh.bounds();
      for (int place = 0; place < PLACES; place++) {
        FurniturePiece piece = stand(shape, draws);
        Footprint footprint = new Footprint(Pose.of(piece, floor), bounds);
        if (isFree(footprint, scene)) {
          scene.add(new Standing(piece, mesh, footprint));
          break;
        }
      }
    }
    return scene;
  }

  private FurniturePiece stand(FurnitureShape shape, Draws draws) {
    double way = draws.uniform(NEAREST_SHARE, FARTHEST_SHARE);
    double sideways = draws.uniform(-SIDEWAYS, SIDEWAYS);
    double yaw = draws.uniform(0, 2 * Math.PI);
    double distance = Math.sqrt(aheadLeft * aheadLeft + aheadForward * aheadForward);
    double across = distance > 0 ? sideways / distance : 0;
    return new FurniturePiece(
        shape,
        way * aheadLeft + across * aheadForward,
        way * aheadForward - across * aheadLeft,
        yaw);
  }

  private boolean isFree(Footprint footprint, List<Standing> scene) {
    if (footprint.isNearer(CAMERA, FROM_CAMERA)) {
      return false;
    }
    for (Standing other : scene) {
      if (footprint.overlaps(other.footprint())) {
        return false;
      }
    }
    return footprint.isApart(around, FROM_BODY_AT_LOOK)
        || !footprint.isNearerToAny(bodies.look(), FROM_BODY_AT_LOOK);
  }

  /** Whether a drawn scene stands free of the bodies in all frames, not only at the first look. */
  boolean isFree(List<Standing> scene) {
    for (Standing each : scene) {
      if (!each.footprint().isApart(bodies.points(), middle, FROM_BODY)
          && each.footprint().isNearerToAny(bodies.points(), FROM_BODY)) {
        return false;
      }
    }
    return true;
  }
}
