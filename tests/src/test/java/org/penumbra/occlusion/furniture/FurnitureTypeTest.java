package org.penumbra.occlusion.furniture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.penumbra.core.Draws;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;

class FurnitureTypeTest {
  private static ParametricFurniture drawn(FurnitureType type, long seed) {
    return type.draw(new Draws(RandomKey.of(seed).with(type.label())));
  }

  @ParameterizedTest
  @EnumSource
  void dimensionsAreWithinTheRangesAndDiffer(FurnitureType type) {
    Map<List<Double>, Long> seen = new HashMap<>();
    for (long seed = 0; seed < 50; seed++) {
      List<Double> sizes = drawn(type, seed).dimensions();
      for (int i = 0; i < sizes.size(); i++) {
        Dimension range = type.dimensions().get(i);
        assertThat(sizes.get(i)).as(range.name()).isBetween(range.low(), range.high());
      }
      seen.put(sizes, seed);
    }
    assertThat(seen).hasSize(50);
  }

  @ParameterizedTest
  @EnumSource
  void eachSolidIsClosedAndFacesOutwards(FurnitureType type) {
    for (long seed = 0; seed < 20; seed++) {
      TriangleMesh mesh = drawn(type, seed).mesh();
      // By index, so that boxes which touch stay apart.
      Map<Long, Integer> edges = new HashMap<>();
      int[] triangles = mesh.triangles();
      for (int t = 0; t < triangles.length; t += 3) {
        for (int k = 0; k < 3; k++) {
          long from = triangles[t + k];
          long to = triangles[t + (k + 1) % 3];
          edges.merge(from << 32 | to, 1, Integer::sum);
        }
      }
      edges.forEach(
          (edge, count) -> {
            assertThat(count).as("uses of an edge in one direction").isEqualTo(1);
            assertThat(edges).containsKey(edge << 32 | edge >>> 32);
          });
      int[] alone = new int[mesh.vertexCount()];
      Arrays.setAll(alone, i -> i);
      assertThat(MeshParts.allOutward(mesh.vertices(), triangles, alone)).isTrue();
      assertThat(mesh.isSolid()).isTrue();
      assertThat(mesh.triangleCount()).isBetween(12, 300);
    }
  }

  @ParameterizedTest
  @EnumSource
  void standsOnTheFloorOverTheOrigin(FurnitureType type) {
    for (long seed = 0; seed < 20; seed++) {
      Bounds bounds = drawn(type, seed).mesh().bounds();
      assertThat(bounds.low().y()).isZero();
      assertThat(bounds.low().x()).isCloseTo(-bounds.high().x(), within(1e-9));
      assertThat(bounds.low().z()).isCloseTo(-bounds.high().z(), within(1e-9));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "table, 1.0 0.8 0.75, 1.0, 0.75, 0.8",
    "desk, 1.2 0.7 0.74, 1.2, 0.74, 0.7",
    "counter, 2.0 0.65 0.9, 2.0, 0.9, 0.65",
    "chair, 0.45 0.5 0.45 0.9, 0.45, 0.9, 0.5",
    "stool, 0.4 0.6, 0.4, 0.6, 0.4",
    "sofa, 2.0 0.9 0.4 0.8, 2.0, 0.8, 0.9",
    "armchair, 0.8 0.8 0.4 1.0, 0.8, 1.0, 0.8",
    "bed, 1.6 2.0 0.5 1.0, 1.6, 1.0, 2.0",
    "bookshelf, 0.8 0.3 1.8, 0.8, 1.8, 0.3",
    "cabinet, 1.0 0.45 1.0, 1.0, 1.0, 0.45",
    "tv-stand, 1.6 0.4 0.5 1.2, 1.6, 1.235, 0.4",
    "plant, 0.4 1.0 0.4, 0.8, 1.36, 0.8",
    "lamp, 1.6 0.2, 0.4, 1.6, 0.4",
  })
  void boundsAreThoseOfTheDimensions(
      String label, String sizes, double width, double height, double depth) {
    Bounds bounds = of(label, sizes).bounds();
    assertThat(bounds.width()).isCloseTo(width, within(1e-12));
    assertThat(bounds.height()).isCloseTo(height, within(1e-12));
    assertThat(bounds.depth()).isCloseTo(depth, within(1e-12));
  }

  @Test
  void theScreenKeepsWithinItsWidth() {
    Bounds bounds = of("screen", "1.6 1.7").bounds();
    assertThat(bounds.width()).isBetween(1.58, 1.6);
    assertThat(bounds.height()).isEqualTo(1.7);
    assertThat(bounds.depth()).isBetween(0.3, 0.34);
  }

  @Test
  void volumesAreThoseOfBoxesAndRoundBodies() {
    assertThat(of("table", "1.0 0.8 0.75").volume())
        .isCloseTo(1.0 * 0.8 * 0.03 + 4 * 0.06 * 0.06 * 0.72, within(1e-12));
    assertThat(of("cabinet", "1.0 0.45 1.0").volume())
        .isCloseTo(1.0 * 0.45 * 0.94 + 0.96 * 0.41 * 0.06, within(1e-12));
    // A regular polygon of 16 sides has n / 2 sin(2 pi / n) of the square of its radius.
    double polygon = 8 * Math.sin(Math.PI / 8);
    assertThat(of("stool", "0.4 0.6").volume())
        .isCloseTo(polygon * 0.04 * 0.04 + 4 * 0.04 * 0.04 * 0.56, within(1e-12));
    double cone = polygon * (0.14 * 0.14 + 0.14 * 0.2 + 0.2 * 0.2) / 3; // of the lamp's shade
    assertThat(of("lamp", "1.6 0.2").volume())
        .isCloseTo(
            polygon * (0.14 * 0.14 * 0.03 + 0.0125 * 0.0125 * 1.32) + cone * 0.25, within(1e-12));
    double ball = 4 / 3.0 * Math.PI * 0.4 * 0.4 * 0.5; // with plane faces about 8 % less
    double pot = polygon * (0.15 * 0.15 + 0.15 * 0.2 + 0.2 * 0.2) / 3 * 0.36;
    assertThat(of("plant", "0.4 1.0 0.4").volume() - pot).isBetween(0.9 * ball, 0.95 * ball);
  }

  @Test
  void dimensionsOutsideTheRangeAreNamed() {
    assertThatThrownBy(() -> of("table", "1.0 0.8 0.9"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("height of table must be between 0.71 and 0.77, found 0.9.");
    assertThatThrownBy(() -> of("lamp", "1.6"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("dimensions of lamp must be [height, shade radius], found [1.6]");
    assertThatThrownBy(() -> of("piano", "1.6"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("tv-stand")
        .hasMessageContaining("'piano'");
  }

  private static TriangleMesh of(String label, String sizes) {
    List<Double> dimensions = List.of(sizes.split(" ")).stream().map(Double::valueOf).toList();
    return new ParametricFurniture(FurnitureType.of(label), dimensions).mesh();
  }
}
