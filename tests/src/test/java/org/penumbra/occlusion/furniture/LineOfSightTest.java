package org.penumbra.occlusion.furniture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.penumbra.core.Draws;
import org.penumbra.core.RandomKey;

class LineOfSightTest {
  private static final TriangleMesh BOX = box(-0.5, -0.5, 2, 0.5, 0.5, 3);

  @Test
  void agreesWithBruteForce() {
    int blocked = 0;
    for (long seed = 0; seed < 80; seed++) {
      blocked += checkAgainstBruteForce(Scenes.random(seed), seed, 1000);
    }
    assertThat(blocked).as("of 80,000 rays").isBetween(12_000, 68_000);
  }

  /** Ten million more in the benchmark. */
  @Test
  @Tag("slow")
  void agreesWithBruteForceOnAMillionRays() {
    int blocked = 0;
    for (long seed = 1000; seed < 1400; seed++) {
      blocked += checkAgainstBruteForce(Scenes.random(seed), seed, 2500);
    }
    assertThat(blocked).as("of a million rays").isBetween(150_000, 850_000);
  }

  @Test
  void agreesOnMeshesOfManyTriangles() {
    TriangleMesh ball = Scenes.ball(0.1, -0.2, 2.5, 0.8, 80);
    assertThat(ball.triangleCount()).isGreaterThan(20_000);
    assertThat(ball.isSolid()).isTrue();
    int blocked = checkAgainstBruteForce(List.of(ball), 1, 3000);
    assertThat(blocked).isBetween(300, 2700);
    // From inside, where the far sides count and many triangles are before and behind the camera.
    TriangleMesh around = Scenes.ball(0, 0, 0.3, 1, 30);
    checkAgainstBruteForce(List.of(around), 2, 5000);
  }

  @Test
  void aMeshAroundTheCameraHidesAllBeyondItAndNothingWithin() {
    LineOfSight sight = LineOfSight.past(List.of(box(-1, -1, -1, 1, 1, 1)));
    Draws draws = new Draws(RandomKey.of(3));
    for (int i = 0; i < 10_000; i++) {
      double x = draws.uniform(-3, 3);
      double y = draws.uniform(-3, 3);
      double z = draws.uniform(-3, 3);
      double reach = Math.max(Math.abs(x), Math.max(Math.abs(y), Math.abs(z)));
      assertThat(sight.isBlocked(x, y, z)).as("%s %s %s", x, y, z).isEqualTo(reach > 1);
    }
  }

  @Test
  void aPointOnTheSurfaceIsSeenAndOneBehindItIsNot() {
    LineOfSight sight = LineOfSight.past(List.of(BOX));
    assertThat(sight.isBlocked(0.1, 0.2, 1.9)).isFalse();
    assertThat(sight.isBlocked(0.1, 0.2, 2)).isFalse();
    assertThat(sight.isBlocked(0.1, 0.2, 2 + 1e-6)).isTrue();
    assertThat(sight.isBlocked(0.1, 0.2, 9)).isTrue();
    assertThat(sight.isBlocked(0.1, 0.2, -9)).as("the other way").isFalse();
    assertThat(sight.isBlocked(2, 0, 3)).as("beside it").isFalse();
    assertThat(sight.isBlocked(0, 0, 0)).as("the camera itself").isFalse();
  }

  @Test
  void nothingSlipsThroughSharedEdgesAndCorners() {
    Draws draws = new Draws(RandomKey.of(4));
    int aimed = 0;
    for (long seed = 0; seed < 60; seed++) {
      TriangleMesh ball =
          Scenes.ball(
              draws.uniform(-0.5, 0.5), draws.uniform(-0.5, 0.5), 2.5, draws.uniform(0.3, 1), 9);
      LineOfSight sight = LineOfSight.past(List.of(ball));
      double[] v = ball.vertices();
      int[] triangles = ball.triangles();
      for (int t = 0; t < triangles.length; t += 3) {
        for (int k = 0; k < 3; k++) {
          int a = 3 * triangles[t + k];
          int b = 3 * triangles[t + (k + 1) % 3];
          double share = k == 0 ? 0 : draws.uniform(0, 1); // corners, and points along edges
          double x = v[a] + share * (v[b] - v[a]);
          double y = v[a + 1] + share * (v[b + 1] - v[a + 1]);
          double z = v[a + 2] + share * (v[b + 2] - v[a + 2]);
          if (isWellInside(ball, x, y, z)) {
            assertThat(sight.isBlocked(9 * x, 9 * y, 9 * z)).as("seed %d, %d", seed, t).isTrue();
            aimed++;
          }
        }
      }
    }
    assertThat(aimed).isGreaterThan(10_000);
  }

  @Test
  void aTriangleSeenEdgeOnCoversNothingAndShiftsNoOther() {
    // The first triangle's plane holds the camera, the others stand behind each other.
    TriangleMesh edgeOn = triangle(-1, 0, 1, 1, 0, 1, 0, 0, 2);
    TriangleMesh left = triangle(-1, -1, 2, 0, -1, 2, -0.5, 1, 2);
    TriangleMesh right = triangle(0.2, -1, 3, 1.2, -1, 3, 0.7, 1, 3);
    LineOfSight sight = LineOfSight.past(List.of(edgeOn, left, right));
    assertThat(sight.isBlocked(0, 0, 9)).isFalse();
    assertThat(sight.isBlocked(-0.5 * 4, 0, 2 * 4)).isTrue();
    assertThat(sight.isBlocked(-0.5 * 1.2, 0, 2 * 1.2)).as("behind left only").isTrue();
    assertThat(sight.isBlocked(0.7 * 0.8, 0, 3 * 0.8)).as("before right").isFalse();
    assertThat(sight.isBlocked(0.7 * 1.2, 0, 3 * 1.2)).isTrue();
    checkAgainstBruteForce(List.of(edgeOn, left, right), 5, 5000);
  }

  @Test
  void openMeshesHideFromBothSides() {
    TriangleMesh facing = triangle(-1, -1, 2, 1, -1, 2, 0, 1, 2);
    TriangleMesh averted = triangle(-1, -1, 2, 0, 1, 2, 1, -1, 2);
    assertThat(LineOfSight.past(List.of(facing)).isBlocked(0, 0, 3)).isTrue();
    assertThat(LineOfSight.past(List.of(averted)).isBlocked(0, 0, 3)).isTrue();
    assertThat(facing.isSolid()).isFalse();
  }

  @Test
  void withoutFurnitureEverythingIsSeen() {
    LineOfSight sight = LineOfSight.past(List.of());
    assertThat(sight.isBlocked(0, 0, 3)).isFalse();
    assertThat(sight.isBlocked(0.5, 0.5, 1)).isFalse();
    assertThat(sight.isBlocked(0, 0, -3)).isFalse();
  }

  private static int checkAgainstBruteForce(List<TriangleMesh> meshes, long seed, int rays) {
    LineOfSight sight = LineOfSight.past(meshes);
    MollerTrumbore reference = new MollerTrumbore(meshes);
    Draws draws = new Draws(RandomKey.of(seed).with("rays"));
    int blocked = 0;
    List<String> different = new ArrayList<>();
    for (int i = 0; i < rays; i++) {
      double[] p = Scenes.point(draws);
      boolean expected = reference.isBlocked(p[0], p[1], p[2]);
      if (sight.isBlocked(p[0], p[1], p[2]) != expected) {
        different.add(p[0] + " " + p[1] + " " + p[2] + " is " + expected);
      }
      blocked += expected ? 1 : 0;
    }
    assertThat(different).as("seed %d", seed).isEmpty();
    return blocked;
  }

  /** Away from the outline, where a ray along an edge may pass on the outside. */
  private static boolean isWellInside(TriangleMesh ball, double x, double y, double z) {
    Bounds bounds = ball.bounds();
    Vector middle = bounds.low().plus(bounds.high()).times(0.5);
    Vector ray = new Vector(x, y, z).unit();
    Vector off = middle.plus(ray.times(-middle.dot(ray)));
    return off.length() < 0.8 * bounds.height() / 2;
  }

  private static TriangleMesh box(
      double x0, double y0, double z0, double x1, double y1, double z1) {
    return new SolidBuilder().box(x0, y0, z0, x1, y1, z1).build("box");
  }

  private static TriangleMesh triangle(double... corners) {
    return TriangleMesh.of("triangle", corners, new int[] {0, 1, 2});
  }
}
