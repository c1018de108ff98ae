package org.penumbra.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.core.InvalidOptionException;

class SkeletonLayoutTest {
  static List<SkeletonLayout> layouts() {
    return List.of(SkeletonLayout.NTU_25, SkeletonLayout.KINECT_20);
  }

  @Test
  void degreesOfNtuAreThePublishedOnes() {
    assertThat(SkeletonLayout.NTU_25.degrees())
        .containsExactly(3, 2, 2, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 1, 4, 1, 2, 1, 2);
  }

  @Test
  void mirrorOfNtuIsThePublishedOne() {
    assertThat(SkeletonLayout.NTU_25.mirror())
        .containsExactly(
            0, 1, 2, 3, 8, 9, 10, 11, 4, 5, 6, 7, 16, 17, 18, 19, 12, 13, 14, 15, 20, 23, 24, 21,
            22);
  }

  @Test
  void centresAndShouldersAreWhereThePapersHaveThem() {
    SkeletonLayout ntu = SkeletonLayout.NTU_25;
    assertThat(List.of(ntu.centre(), ntu.leftShoulder(), ntu.rightShoulder()))
        .containsExactly(20, 4, 8);
    SkeletonLayout kinect = SkeletonLayout.KINECT_20;
    assertThat(List.of(kinect.centre(), kinect.leftShoulder(), kinect.rightShoulder()))
        .containsExactly(2, 4, 8);
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void everyJointReachesTheCentreAlongItsParents(SkeletonLayout layout) {
    List<Integer> parents = layout.parents();
    for (int v = 0; v < layout.size(); v++) {
      int joint = v;
      for (int step = 0; step < layout.size(); step++) {
        joint = parents.get(joint);
      }
      assertThat(joint).as("end of the way from joint %d", v).isEqualTo(layout.centre());
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void mirrorSwapsTheWordsLeftAndRightAndKeepsBones(SkeletonLayout layout) {
    for (Joint joint : layout.joints()) {
      String other =
          joint.name().startsWith("left")
              ? joint.name().replace("left", "right")
              : joint.name().replace("right", "left");
      assertThat(layout.joints().get(layout.mirror().get(joint.index())).name()).isEqualTo(other);
    }
    for (Bone bone : layout.bones()) {
      assertThat(layout.bones())
          .contains(
              new Bone(layout.mirror().get(bone.child()), layout.mirror().get(bone.parent())));
    }
  }

  @Test
  void unknownNamesListTheKnownOnes() {
    assertThat(SkeletonLayout.NTU_25.joint("left elbow").index()).isEqualTo(5);
    assertThat(SkeletonLayout.KINECT_20.part("torso").joints()).containsExactly(0, 1, 2, 3);
    assertThatThrownBy(() -> SkeletonLayout.NTU_25.joint("tail"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("left elbow")
        .hasMessageContaining("'tail'");
    assertThatThrownBy(() -> SkeletonLayout.NTU_25.part("wing")).hasMessageContaining("torso");
  }
}
