package org.penumbra.occlusion.furniture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.penumbra.core.RandomKey;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;

/**
 * Draws scenes for a clip until one hides a share within the window: once, and at most 30 times
 * more; then the one that came closest is taken. A scene that leaves nothing to see is never taken.
 *
 * @param choice which furniture
 * @param window what share is accepted
 * @param floors where it stands
 */
public record SceneSearch(FurnitureChoice choice, AcceptanceWindow window, Floors floors) {
  private static final int DRAWS = 31;

  /** A first look at some frames spares most of the work on scenes that are far off. */
  private static final double LOOK_SLACK = 0.08;

  /**
   * The furniture before a clip and what it hides.
   *
   * @param scene what stands where
   * @param mask OCCLUDED where it hides an observed joint, OBSERVED elsewhere
   */
  public record Found(FurnitureScene scene, JointMask mask) {}

  /**
   * Finds a scene.
   *
   * @param clip untouched
   * @param key of (seed, preset, clip name); nothing else is random
   */
  public Found find(SkeletonClip clip, RandomKey key) {
    ClipPoints points = ClipPoints.of(clip);
    Floor floor = floors.floor(clip.info(), points);
    byte[] codes = new byte[clip.frames() * clip.layout().size() * clip.bodies()];
    FurnitureScene scene = new FurnitureScene(clip.name(), floor, List.of(), 0, 0);
    if (points.size() > 0) {
      Search search = new Search(points, floor, codes);
      scene = search.run(clip.name(), key);
    }
    return new Found(
        scene, JointMask.ofCodes(clip.frames(), clip.layout().size(), clip.bodies(), codes));
  }

  private final class Search {
    private final ClipPoints points;
    private final Floor floor;
    private final byte[] codes;

    Search(ClipPoints points, Floor floor, byte[] codes) {
      this.points = points;
      this.floor = floor;
      this.codes = codes;
    }

    FurnitureScene run(String clip, RandomKey key) {
      ScenePlacer placer = new ScenePlacer(choice, floor, points);
      List<ScenePlacer.Standing> closest = List.of();
      double distance = Double.POSITIVE_INFINITY;
      for (int draw = 1; draw <= DRAWS; draw++) {
        List<ScenePlacer.Standing> standing = placer.draw(key.with(draw));
        if (standing.isEmpty()) {
          continue;
        }
        LineOfSight sight = sight(standing);
        double share = look(sight);
        boolean promising = window.distance(share) <= LOOK_SLACK;
        if ((!promising && window.distance(share) >= distance) || !placer.isFree(standing)) {
          continue;
        }
        share = hide(sight);
        if (window.distance(share) == 0) {
          return scene(clip, standing, share, draw);
        }
        if (share < 1 && window.distance(share) < distance) {
          distance = window.distance(share);
          closest = standing;
        }
      }
      Arrays.fill(codes, JointState.OBSERVED.code());
      double share = closest.isEmpty() ? 0 : hide(sight(closest));
      return scene(clip, closest, share, DRAWS);
    }

    private LineOfSight sight(List<ScenePlacer.Standing> standing) {
      List<TriangleMesh> meshes = new ArrayList<>(2);
      for (ScenePlacer.Standing each : standing) {
        meshes.add(each.inView());
      }
      return LineOfSight.past(meshes);
    }

    private FurnitureScene scene(
        String clip, List<ScenePlacer.Standing> standing, double share, int draws) {
      return new FurnitureScene(
          clip, floor, standing.stream().map(ScenePlacer.Standing::piece).toList(), share, draws);
    }

    /** Share hidden at the first look. */
    private double look(LineOfSight sight) {
      double[] look = points.look();
      int hidden = 0;
      for (int i = 0; i < look.length; i += 3) {
        hidden += sight.isBlocked(look[i], look[i + 1], look[i + 2]) ? 1 : 0;
      }
      return hidden / (look.length / 3.0);
    }

    /** Writes the codes of all points; returns the share hidden. */
    private double hide(LineOfSight sight) {
      Arrays.fill(codes, JointState.OBSERVED.code());
      byte occluded = JointState.OCCLUDED.code();
      double[] p = points.points();
      int[] cells = points.cells();
      int hidden = 0;
      for (int i = 0; i < cells.length; i++) {
        if (sight.isBlocked(p[3 * i], p[3 * i + 1], p[3 * i + 2])) {
          codes[cells[i]] = occluded;
          hidden++;
        }
      }
      return (double) hidden / cells.length;
    }
  }
}
