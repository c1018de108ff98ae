package org.penumbra.occlusion.furniture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.Draws;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.skeleton.BodyPart;
import org.penumbra.skeleton.Bone;
import org.penumbra.skeleton.Joint;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.synthetic.SyntheticActions;

class FloorsTest {
  @Test
  void manyClipsTellHeightAndTiltOfTheCamera() {
    Map<Floors.Place, Floor> floors =
        Floors.of(SyntheticActions.small().withSetups(1).withNoise(0).withInference(0).generate())
            .known();
    // Without the sensor's errors, which lift and sink feet by centimetres.
    // Heights 1.2, 0.9, 1.7 m; aimed at 0.95 m from 3.2, 3.6, 2.9 m. A foot joint is not the sole.
    double[][] cameras = {{1.2, 3.2}, {0.9, 3.6}, {1.7, 2.9}};
    for (int camera = 1; camera <= 3; camera++) {
      Floor floor = floors.get(new Floors.Place(1, camera));
      double height = cameras[camera - 1][0];
      double pitch = Math.atan2(height - 0.95, cameras[camera - 1][1]);
      assertThat(-floor.height()).as("camera %d", camera).isCloseTo(height, within(0.06));
      assertThat(Math.atan2(-floor.up().z(), floor.up().y())).isCloseTo(pitch, within(0.02));
      assertThat(floor.up().x()).isCloseTo(0, within(0.02));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aPlaneIsFoundUnderLiftedFeet(long seed) {
    Draws draws = new Draws(RandomKey.of(seed).with("feet"));
    double a = draws.uniform(-0.1, 0.1);
    double b = draws.uniform(0, 0.3);
    double[] feet = new double[3 * 600];
    for (int i = 0; i < feet.length; i += 3) {
      feet[i] = draws.uniform(-1, 1);
      feet[i + 2] = draws.uniform(2, 4);
      double lifted = draws.chance(0.3) ? draws.uniform(0, 0.4) : 0;
      feet[i + 1] = -1.2 + a * feet[i] + b * feet[i + 2] + lifted + 0.005 * draws.normal();
    }
    Floor floor = FloorFit.fit(feet, ClipPoints.mean(feet).plus(new Vector(0, 0.9, -0.1)), 1);
    Vector up = new Vector(-a, 1, -b).unit();
    assertThat(floor.up().dot(up)).as("seed %d", seed).isGreaterThan(Math.cos(0.02));
    assertThat(floor.height()).isCloseTo(-1.2 * up.y(), within(0.06));
  }

  @Test
  void feetInOnePlaceAndBodiesNotAboveThemLeaveUpAsItIs() {
    Draws draws = new Draws(RandomKey.of(5));
    double[] feet = new double[300];
    for (int i = 0; i < feet.length; i += 3) {
      feet[i] = draws.uniform(-0.2, 0.2);
      feet[i + 2] = draws.uniform(2.8, 3.2);
      feet[i + 1] = -1 + 0.2 * feet[i + 2];
    }
    assertThat(FloorFit.fit(feet, new Vector(0, 0.5, 3), 1).up()).isEqualTo(new Vector(0, 1, 0));
    for (int i = 0; i < feet.length; i += 3) {
      feet[i] *= 6;
      feet[i + 2] = 3 + 6 * (feet[i + 2] - 3);
      feet[i + 1] = -1 + 0.2 * feet[i + 2];
    }
    assertThat(FloorFit.fit(feet, new Vector(0, 0.5, 3), 1).up().y()).isLessThan(0.99);
    assertThat(FloorFit.fit(feet, new Vector(2, -0.4, 3), 1).up()).isEqualTo(new Vector(0, 1, 0));
  }

  @Test
  void theLevelFloorIsTheSecondPercentileOfTheFeet() {
    double[] feet = new double[3 * 101];
    for (int i = 0; i <= 100; i++) {
      feet[3 * i + 1] = (i * 37 % 101) * 0.01; // 0 to 1 in a mixed order
      feet[3 * i + 2] = 3;
    }
    assertThat(FloorFit.fit(feet, new Vector(0, 1, 3), 1).height()).isEqualTo(0.02);
  }

  @Test
  void feetAreTheLastJointsOfTheLegs() {
    SkeletonLayout ntu = SkeletonLayout.NTU_25;
    assertThat(FootJoints.of(ntu))
        .containsExactly(ntu.joint("left foot").index(), ntu.joint("right foot").index());
    SkeletonLayout kinect = SkeletonLayout.KINECT_20;
    assertThat(FootJoints.of(kinect))
        .containsExactly(kinect.joint("left foot").index(), kinect.joint("right foot").index());
    SkeletonLayout star =
        new SkeletonLayout(
            "star",
            List.of(new Joint(0, "middle"), new Joint(1, "a"), new Joint(2, "b")),
            List.of(new Bone(1, 0), new Bone(2, 0)),
            0,
            1,
            2,
            List.of(0, 2, 1),
            List.of(new BodyPart("all", List.of(0, 1, 2))));
    assertThat(FootJoints.of(star)).as("without legs, all ends").containsExactly(1, 2);
  }

  @Test
  void axesOfAFloorAreAtRightAnglesAndKeepTheirSides() {
    Floor floor = new Floor(new Vector(0.1, 1, -0.3).unit(), -1);
    assertThat(floor.forward().dot(floor.up())).isCloseTo(0, within(1e-15));
    assertThat(floor.left().length()).isCloseTo(1, within(1e-15));
    assertThat(floor.left().x()).isGreaterThan(0.9);
    assertThat(floor.forward().z()).isGreaterThan(0.9);
  }

  @Test
  void impossibleFloorsAreRefused() {
    assertThatThrownBy(() -> new Floor(new Vector(0, 2, 0), -1))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("up must be a vector of length 1");
    assertThatThrownBy(() -> new Floor(new Vector(0, 0, 1), -1))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("y of up");
    assertThatThrownBy(() -> Floor.level(Double.NaN))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("floor: height must be finite, found NaN.");
  }
}
