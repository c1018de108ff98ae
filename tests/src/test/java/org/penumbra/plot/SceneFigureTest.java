package org.penumbra.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.occlusion.FurnitureOcclusion;
import org.penumbra.occlusion.furniture.FurnitureScene;
import org.penumbra.occlusion.furniture.TriangleMesh;
import org.penumbra.synthetic.SyntheticActions;

class SceneFigureTest {
  private static final double[][] SCREEN = {{-1, -1, 1}, {1, -1, 1}, {1, 1, 1}, {-1, 1, 1}};

  @Test
  void paintsInsideItsSizeWithAndWithoutObstacles() {
    SkeletonClip clip = Clips.clip(5);
    for (SceneFigure figure :
        List.of(
            SceneFigure.of(clip, 0),
            SceneFigure.of(clip, 4).obstacle("screen", SCREEN),
            SceneFigure.of(clip, 2).obstacle("line", new double[][] {{0, 0, 1}, {1, 0, 2}}),
            SceneFigure.of(Clips.clip(1, 2, JointState.ABSENT), 0))) {
      BufferedImage image = figure.image();
      assertThat(image.getWidth()).isEqualTo(2 * figure.width());
      assertThat(image.getHeight()).isEqualTo(2 * figure.height());
      assertThat(Pixels.whiteEdges(image)).isTrue();
    }
  }

  @Test
  void whatIsAroundOrBehindTheCameraDoesNoHarm() {
    double[][] through = {{-1, -1, -3}, {1, -1, 4}, {0, 1, 0}};
    double[][] behind = {{-1, -1, -3}, {1, -1, -3}, {0, 1, -3}};
    BufferedImage image = SceneFigure.of(Clips.clip(1), 0).obstacle("odd", through, behind).image();
    assertThat(Pixels.whiteEdges(image)).isTrue();
    assertThat(Pixels.count(image, Theme.BLUE)).isGreaterThan(300);
  }

  @Test
  void aPolygonIsCutAtADepth() {
    List<double[]> kept = Obstacle.cut(new double[][] {{0, 0, -1}, {0, 0, 1}, {2, 0, 1}}, 0.5);
    assertThat(kept).hasSize(4).allMatch(point -> point[2] >= 0.5 - 1e-12);
    assertThat(Obstacle.cut(new double[][] {{0, 0, -1}, {0, 0, 0}, {2, 0, 0}}, 0.5)).isEmpty();
  }

  @Test
  void hiddenJointsAreOrange() {
    SkeletonClip clip = Clips.clip(3);
    int legend = Pixels.count(SceneFigure.of(clip, 0).image(), Theme.ORANGE);
    BufferedImage hidden = SceneFigure.of(Clips.hide(clip, 8), 0).image();
    assertThat(Pixels.count(hidden, Theme.ORANGE)).isGreaterThan(legend + 200);
  }

  @Test
  void textSaysWhatIsHiddenAndWhatStandsThere() {
    assertThat(
            SceneFigure.of(Clips.hide(Clips.clip(3), 8), 1)
                .obstacle("table", SCREEN)
                .obstacle("lamp", SCREEN)
                .text())
        .isEqualTo("demo, frame 1\n8 of 20 joints hidden; table, lamp in the scene");
    assertThat(SceneFigure.of(Clips.clip(3), 1).title("Clear").text())
        .isEqualTo("Clear\n0 of 20 joints hidden");
  }

  @Test
  void wrongFramesAndPolygonsAreNamed() {
    assertThatThrownBy(() -> SceneFigure.of(Clips.clip(3), 3))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("frame of demo must be between 0 and 2, found 3.");
    SceneFigure figure = SceneFigure.of(Clips.clip(3), 1);
    assertThatThrownBy(() -> figure.obstacle("box", new double[][] {{0, 0, 0}}))
        .hasMessage("polygon of box must be of at least 2 points, found '1 points'.");
    assertThatThrownBy(
            () -> figure.obstacle("box", new double[][] {{0, 0, 1}, {0, Double.NaN, 1}, {1, 1, 1}}))
        .hasMessageStartingWith("point 1 of a polygon of box must be three finite metres");
  }

  @Test
  void theFurnitureOfASceneIsDrawnAndNamed() {
    SkeletonClip clip = SyntheticActions.small().clip("S001C001P001R001A001");
    FurnitureOcclusion occlusion = FurnitureOcclusion.medium().withSeed(1);
    FurnitureScene scene = occlusion.scene(clip);
    SceneFigure without = SceneFigure.of(occlusion.apply(clip), 5);
    SceneFigure with = without.furniture(scene);
    assertThat(scene.meshes()).isNotEmpty();
    for (TriangleMesh mesh : scene.meshes()) {
      assertThat(with.text()).contains(mesh.name());
      assertThat(without.text()).doesNotContain(mesh.name());
    }
    assertThat(Pixels.differences(with.image(), without.image())).isGreaterThan(1000);
  }

  @Test
  void viewsPutPointsWhereTheyBelong() {
    // Left of the camera, low, 2 m away.
    assertThat(View.CAMERA.right(0.5, 2)).isEqualTo(-0.25);
    assertThat(View.CAMERA.up(0.5, -1, 2)).isEqualTo(-0.5);
    assertThat(View.CAMERA.shows(0)).isFalse();
    assertThat(View.SIDE.right(0.5, 2)).isEqualTo(2);
    assertThat(View.SIDE.up(0.5, -1, 2)).isEqualTo(-1);
    assertThat(View.ABOVE.up(0.5, -1, 2)).isEqualTo(0.5);
  }
}
