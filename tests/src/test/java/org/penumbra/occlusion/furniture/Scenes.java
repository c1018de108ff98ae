package org.penumbra.occlusion.furniture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.penumbra.core.Draws;
import org.penumbra.core.RandomKey;

/** Random furniture and points for tests. */
final class Scenes {
  private Scenes() {}

  /** Up to four pieces anywhere before, beside, behind and around the camera, on a tilted floor. */
  static List<TriangleMesh> random(long seed) {
    Draws draws = new Draws(RandomKey.of(seed).with("scene"));
    Vector up = new Vector(draws.uniform(-0.3, 0.3), 1, draws.uniform(-0.4, 0.4)).unit();
    Floor floor = new Floor(up, draws.uniform(-2, -0.3));
    List<FurnitureType> types = List.of(FurnitureType.values());
    List<TriangleMesh> meshes = new ArrayList<>();
    int count = 1 + (int) draws.uniform(0, 4);
    for (int i = 0; i < count; i++) {
      FurnitureType type = types.get((int) draws.uniform(0, types.size()));
      FurniturePiece piece =
          new FurniturePiece(
              type.draw(draws),
              draws.uniform(-1.5, 1.5),
              draws.uniform(-0.5, 3),
              draws.uniform(0, 7));
      meshes.add(piece.mesh(floor));
    }
    return meshes;
  }

  /** A point where bodies are, or rarely anywhere around the camera. */
  static double[] point(Draws draws) {
    if (draws.chance(0.1)) {
      return new double[] {draws.uniform(-3, 3), draws.uniform(-3, 3), draws.uniform(-3, 3)};
    }
    return new double[] {draws.uniform(-1.5, 1.5), draws.uniform(-1.5, 1), draws.uniform(0.5, 4.5)};
  }

  /** A ball of {@code 2 rings (rings - 1)} triangles or so around a place, as one piece. */
  static TriangleMesh ball(double x, double y, double z, double radius, int rings) {
    int around = 2 * rings;
    List<double[]> vertices = new ArrayList<>();
    for (int ring = 0; ring <= rings; ring++) {
      double polar = Math.PI * ring / rings;
      for (int i = 0; i < (ring == 0 || ring == rings ? 1 : around); i++) {
        double turn = 2 * Math.PI * i / around;
        vertices.add(
            new double[] {
              x + radius * Math.sin(polar) * Math.cos(turn),
              y - radius * Math.cos(polar),
              z + radius * Math.sin(polar) * Math.sin(turn)
            });
      }
    }
    List<Integer> triangles = new ArrayList<>();
    int last = vertices.size() - 1;
    for (int i = 0; i < around; i++) {
      int j = (i + 1) % around;
      triangles.addAll(List.of(0, 1 + i, 1 + j));
      triangles.addAll(List.of(last, last - around + j, last - around + i));
      for (int ring = 0; ring < rings - 2; ring++) {
        int low = 1 + ring * around;
        int high = low + around;
        triangles.addAll(List.of(low + i, high + i, low + j));
        triangles.addAll(List.of(low + j, high + i, high + j));
      }
    }
    return TriangleMesh.of(
        "ball",
        vertices.stream().flatMapToDouble(Arrays::stream).toArray(),
        triangles.stream().mapToInt(Integer::intValue).toArray());
  }
}
