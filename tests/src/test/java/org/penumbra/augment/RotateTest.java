package org.penumbra.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.penumbra.core.RandomKey;

/**
 * Rotation as published: {@code p' = Rz Ry Rx p} with Rx = [1 0 0; 0 c s; 0 -s c], Ry = [c 0 -s; 0
 * 1 0; s 0 c], Rz = [c s 0; -s c 0; 0 0 1].
 */
class RotateTest {
  private static final long SEED = 31;
  private static final int DRAWS = 6000;

  private static double[][] about(int axis, double degrees) {
    double c = Math.cos(Math.toRadians(degrees));
    double s = Math.sin(Math.toRadians(degrees));
    return switch (axis) {
      case 0 -> new double[][] {{1, 0, 0}, {0, c, s}, {0, -s, c}};
      case 1 -> new double[][] {{c, 0, -s}, {0, 1, 0}, {s, 0, c}};
      default -> new double[][] {{c, s, 0}, {-s, c, 0}, {0, 0, 1}};
    };
  }

  /**
   * Angles x, y, z in degrees of {@code r = Rz Ry Rx}; unique while the one about y is below 90.
   */
  private static double[] angles(double[][] r) {
    return new double[] {
      Math.toDegrees(Math.atan2(-r[2][1], r[2][2])),
      Math.toDegrees(Math.asin(r[2][0])),
      Math.toDegrees(Math.atan2(-r[1][0], r[0][0]))
    };
  }

  private static List<LinearMap> draws(Rotate rotate, int count) {
    SplittableRandom random = RandomKey.of(SEED).generator();
    return IntStream.range(0, count).mapToObj(i -> LinearMap.draw(rotate, random)).toList();
  }

  private static void assertClose(double[][] found, double[][] expected) {
    for (int i = 0; i < 9; i++) {
      assertThat(found[i / 3][i % 3])
          .as("row %d, column %d, seed %d", i / 3, i % 3, SEED)
          .isCloseTo(expected[i / 3][i % 3], within(1e-6));
    }
  }

  @Test
  void theRecoveredAnglesAreThoseOfAProduct() {
    double[][] r = LinearMap.times(about(2, 40), LinearMap.times(about(1, 25), about(0, 70)));
    assertThat(angles(r)).containsExactly(new double[] {70, 25, 40}, within(1e-9));
    // By x to (0.3, 0.7942478, 1.0340070), by y to (-0.1650979, 0.7942478, 1.0639141), by z to:
    assertThat(LinearMap.times(r, LinearMap.POINT))
        .containsExactly(new double[] {0.3840603, 0.7145520, 1.0639141}, within(1e-7));
  }

  /** A rotation about an axis leaves that coordinate alone. */
  private static boolean onlyDiagonal(double[][] r, int axis) {
    return r[axis][axis] == 1 && r[axis][(axis + 1) % 3] == 0 && r[axis][(axis + 2) % 3] == 0;
  }

  /** Without minor angles each draw turns about one axis only, so it shows one matrix. */
  @Test
  void eachAxisTurnsByItsOwnMatrix() {
    int[] seen = new int[3];
    for (LinearMap map : draws(new Rotate(30, 0), 60)) {
      double[][] r = map.matrix();
      int axis = IntStream.range(0, 3).filter(a -> onlyDiagonal(r, a)).findFirst().orElseThrow();
      double sine = axis == 0 ? r[1][2] : axis == 1 ? r[2][0] : r[0][1];
      assertThat(sine).as("sine of the angle about axis %d", axis).isBetween(0.0, 0.5);
      assertClose(r, about(axis, Math.toDegrees(Math.asin(sine))));
      seen[axis]++;
    }
    assertThat(seen).doesNotContain(0);
  }

  /**
   * Every rotation can be written in any order of axes, but only in the right order do large angles
   * stay in their ranges: main up to 80 degrees, others up to 40, all uniform.
   */
  @Test
  void xIsAppliedFirstThenYThenZ() {
    List<double[]> others = new ArrayList<>();
    for (LinearMap map : draws(new Rotate(80, 40), DRAWS)) {
      double[] found = angles(map.matrix());
      double[][] product =
          LinearMap.times(
              about(2, found[2]), LinearMap.times(about(1, found[1]), about(0, found[0])));
      assertClose(map.matrix(), product);
      double[] image = LinearMap.times(product, LinearMap.POINT);
      assertThat(map.image()).as("seed %d", SEED).containsExactly(image, within(1e-6));
      double[] sorted = Arrays.stream(found).sorted().toArray();
      assertThat(sorted[0]).as("positive only, seed %d", SEED).isGreaterThan(-1e-5);
      assertThat(sorted[1]).as("other axes, seed %d", SEED).isLessThan(40 + 1e-5);
      assertThat(sorted[2]).as("main axis, seed %d", SEED).isLessThan(80 + 1e-5);
      if (sorted[2] > 40) { // then the other two are known to be the others
        others.add(new double[] {sorted[0], sorted[1]});
      }
    }
    double[] pooled = others.stream().flatMapToDouble(Arrays::stream).toArray();
    Spread.assertUniform("other angles, seed " + SEED, pooled, -1e-5, 40 + 1e-5);
  }

  @Test
  void publishedMainAxisIsAnyOfThreeAndAnglesAreUniform() {
    List<List<double[]>> byMainAxis =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (LinearMap map : draws(Rotate.published(), DRAWS)) {
      double[] found = angles(map.matrix());
      IntStream.range(0, 3)
          .filter(axis -> found[axis] > 1 + 1e-5)
          .forEach(axis -> byMainAxis.get(axis).add(found));
    }
    double share = 29 / 90.0; // a main angle up to 1 degree does not stand out
    double deviation = Math.sqrt(DRAWS * share * (1 - share));
    for (int main = 0; main < 3; main++) {
      List<double[]> angles = byMainAxis.get(main);
      assertThat((double) angles.size())
          .as("draws with main axis %d, seed %d", main, SEED)
          .isCloseTo(DRAWS * share, within(4.5 * deviation));
      for (int axis = 0; axis < 3; axis++) {
        int a = axis;
        double[] draws = angles.stream().mapToDouble(angle -> angle[a]).toArray();
        String what = "angle " + axis + " at main axis " + main + ", seed " + SEED;
        Spread.assertUniform(what, draws, axis == main ? 1 : -1e-5, (axis == main ? 30 : 1) + 1e-5);
      }
    }
  }
}
