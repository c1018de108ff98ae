package org.penumbra.occlusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.Clips;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.occlusion.furniture.Floors;
import org.penumbra.occlusion.furniture.FurnitureScene;
import org.penumbra.occlusion.furniture.FurnitureType;
import org.penumbra.occlusion.furniture.MollerTrumbore;
import org.penumbra.occlusion.furniture.ParametricFurniture;
import org.penumbra.occlusion.furniture.TriangleMesh;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.synthetic.SyntheticActions;

class FurnitureOcclusionTest extends OcclusionContract {
  private static final SkeletonDataset DATA =
      SyntheticActions.standard().withSubjects(2).withRepetitions(1).generate();

  @Override
  Occlusion occlusion() {
    return FurnitureOcclusion.medium();
  }

  /** Joints at random in a body's space, three metres away: nearer there is no room. */
  @Override
  SkeletonClip arranged(SkeletonClip clip) {
    float[] coordinates = clip.toArray();
    int cells = coordinates.length / 3;
    for (int i = 0; i < cells; i++) {
      coordinates[i] -= 0.5f;
      coordinates[cells + i] = 1.7f * coordinates[cells + i] - 1;
      coordinates[2 * cells + i] += 2.7f;
    }
    return SkeletonClip.of(clip.info(), clip.layout(), coordinates, clip.mask());
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "medium", "heavy"})
  void sharesAreWithinTheWindowOfTheirName(String level) {
    FurnitureOcclusion occlusion =
        switch (level) {
          case "light" -> FurnitureOcclusion.light();
          case "medium" -> FurnitureOcclusion.medium();
          default -> FurnitureOcclusion.heavy();
        };
    assertThat(occlusion.name()).isEqualTo("furniture-" + level);
    for (SkeletonClip clip : DATA.clips()) {
      JointMask hidden = occlusion.hide(clip);
      assertThat(hidden.occludedShare())
          .as(clip.name())
          .isBetween(occlusion.window().low(), occlusion.window().high())
          .isEqualTo(occlusion.scene(clip).hiddenShare());
    }
  }

  @Test
  void mediumHidesAboutAQuarterAndLegsFarMoreThanHeads() {
    double hidden = 0;
    double[] joints = new double[SkeletonLayout.NTU_25.size()];
    for (SkeletonClip clip : DATA.clips()) {
      JointMask mask = FurnitureOcclusion.medium().hide(clip);
      hidden += mask.occludedShare() / DATA.size();
      for (int v = 0; v < joints.length; v++) {
        for (int t = 0; t < mask.frames(); t++) {
          joints[v] += mask.isObserved(t, v, 0) ? 0 : 1.0 / mask.frames() / DATA.size();
        }
      }
    }
    assertThat(hidden).isBetween(0.18, 0.34);
    double head = joints[SkeletonLayout.NTU_25.joint("head").index()];
    double knee = joints[SkeletonLayout.NTU_25.joint("left knee").index()];
    double foot = joints[SkeletonLayout.NTU_25.joint("right foot").index()];
    assertThat(head).isLessThan(0.15);
    assertThat(knee).isGreaterThan(0.35);
    assertThat(foot).isGreaterThan(0.5);
  }

  @Test
  void aMaskIsWhatTheStoredSceneHidesByBruteForce() {
    for (SkeletonClip clip : DATA.where(c -> c.info().camera() == 3).clips()) {
      MollerTrumbore scene = new MollerTrumbore(FurnitureOcclusion.heavy().scene(clip).meshes());
      JointMask hidden = FurnitureOcclusion.heavy().hide(clip);
      for (int t = 0; t < clip.frames(); t++) {
        for (int v = 0; v < clip.layout().size(); v++) {
          assertThat(hidden.isObserved(t, v, 0))
              .as("%s, frame %d, joint %d", clip.name(), t, v)
              .isNotEqualTo(
                  scene.isBlocked(clip.at(0, t, v, 0), clip.at(1, t, v, 0), clip.at(2, t, v, 0)));
        }
      }
    }
  }

  @Test
  void masksAreEqualForAnyNumberOfThreadsAndAnyOrder() throws Exception {
    FurnitureOcclusion occlusion = FurnitureOcclusion.medium().withSeed(3);
    List<JointMask> alone = DATA.clips().stream().map(occlusion::hide).toList();
    for (int threads : new int[] {1, 2, 8}) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      try {
        assertThat(
                pool.submit(() -> DATA.clips().parallelStream().map(occlusion::hide).toList())
                    .get())
            .as("%d threads", threads)
            .isEqualTo(alone);
      } finally {
        pool.shutdown();
      }
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < DATA.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(1));
    for (int i : order) {
      assertThat(occlusion.hide(DATA.clips().get(i))).isEqualTo(alone.get(i));
    }
  }

  @Test
  void aMaskIsTheSameOnEveryMachine() {
    SkeletonClip clip = arranged(Clips.random("golden", 0, SkeletonLayout.NTU_25, 30, 1));
    assertThat(FurnitureOcclusion.medium().withSeed(1).hide(clip).hashCode())
        .isEqualTo(-1975107902);
  }

  @Test
  void allBodiesAreHiddenByTheSameScene() {
    SkeletonClip clip = arranged(Clips.random("two", 0, SkeletonLayout.KINECT_20, 30, 2));
    JointMask hidden = FurnitureOcclusion.heavy().hide(clip);
    int[] count = new int[2];
    for (int t = 0; t < 30; t++) {
      for (int v = 0; v < 20; v++) {
        for (int m = 0; m < 2; m++) {
          count[m] += hidden.isObserved(t, v, m) ? 0 : 1;
        }
      }
    }
    assertThat(count[0]).isBetween(120, 480);
    assertThat(count[1]).isBetween(120, 480);
  }

  @Test
  void clipsWithLittleInThemAreWellDefined() {
    FurnitureOcclusion occlusion = FurnitureOcclusion.medium();
    for (JointState state : List.of(JointState.OCCLUDED, JointState.ABSENT)) {
      SkeletonClip gone =
          Clips.of("gone", 0, SkeletonLayout.NTU_25, JointMask.filled(5, 25, 2, state));
      assertThat(occlusion.hide(gone).count(JointState.OCCLUDED)).isZero();
      assertThat(occlusion.scene(gone).pieces()).isEmpty();
    }
    SkeletonClip empty = Clips.random("empty", 0, SkeletonLayout.NTU_25, 0, 1);
    assertThat(occlusion.hide(empty).frames()).isZero();
    JointMask.Builder one = JointMask.builder(20, 25, 1).fill(JointState.ABSENT);
    one.set(7, 3, 0, JointState.OBSERVED); // no foot, and in none of the frames looked at first
    SkeletonClip head = arranged(Clips.of("head", 0, SkeletonLayout.NTU_25, one.build()));
    // It can only be hidden or not, and a scene that leaves nothing to see is not taken.
    assertThat(occlusion.hide(head).count(JointState.OCCLUDED)).isZero();
    SkeletonClip frame = arranged(Clips.random("frame", 0, SkeletonLayout.NTU_25, 1, 1));
    assertThat(occlusion.hide(frame).occludedShare()).isBetween(0.05, 0.6);
    // Before the camera's nose nothing finds room.
    SkeletonClip near = Clips.random("near", 0, SkeletonLayout.NTU_25, 9, 1);
    assertThat(occlusion.scene(near).pieces()).isEmpty();
    assertThat(occlusion.hide(near).count(JointState.OCCLUDED)).isZero();
  }

  @Test
  void someTypesOnly() {
    FurnitureOcclusion occlusion =
        FurnitureOcclusion.medium()
            .withTypes(Map.of(FurnitureType.LAMP, 1.0, FurnitureType.BED, 3.0));
    int lamps = 0;
    int beds = 0;
    for (SkeletonClip clip : DATA.clips()) {
      for (var piece : occlusion.scene(clip).pieces()) {
        FurnitureType type = ((ParametricFurniture) piece.shape()).type();
        lamps += type == FurnitureType.LAMP ? 1 : 0;
        beds += type == FurnitureType.BED ? 1 : 0;
        assertThat(type).isIn(FurnitureType.LAMP, FurnitureType.BED);
      }
    }
    assertThat(lamps).isPositive();
    assertThat(beds).isGreaterThan(lamps);
    assertThat(occlusion.describe()).contains("lamp 1.0").contains("bed 3.0");
    assertThatThrownBy(() -> FurnitureOcclusion.medium().withTypes(Map.of()))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("weights of furniture must be above 0 for at least one, found 0.0.");
    assertThatThrownBy(() -> FurnitureOcclusion.medium().withTypes(Map.of(FurnitureType.BED, -1.0)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("weight of bed must be between 0.0 and");
    assertThatThrownBy(() -> FurnitureOcclusion.medium().withMeshes(List.of()))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("meshes must be not empty");
  }

  @Test
  void ownMeshesStandWhereTypesDo() {
    TriangleMesh wall =
        TriangleMesh.of(
            "wall",
            new double[] {-0.6, 0, 0, 0.6, 0, 0, 0.6, 0.9, 0, -0.6, 0.9, 0},
            new int[] {0, 1, 2, 0, 2, 3});
    FurnitureOcclusion occlusion = FurnitureOcclusion.medium().withMeshes(List.of(wall));
    int hidden = 0;
    for (SkeletonClip clip : DATA.clips()) {
      FurnitureScene scene = occlusion.scene(clip);
      assertThat(scene.pieces()).allMatch(piece -> piece.shape().label().equals("wall"));
      hidden += occlusion.hide(clip).count(JointState.OCCLUDED) > 0 ? 1 : 0;
    }
    assertThat(hidden).isEqualTo(DATA.size());
    assertThat(occlusion.name()).matches("furniture-medium-choice-[0-9a-f]{8}");
  }

  @Test
  void otherFurnitureAndFloorsHaveOtherNames() {
    FurnitureOcclusion plain = FurnitureOcclusion.medium();
    assertThat(plain.withTypes(FurnitureType.values())).isEqualTo(plain);
    assertThat(plain.withTypes(FurnitureType.BED).name())
        .isNotEqualTo(plain.withTypes(FurnitureType.SOFA).name());
    Floors floors = Floors.of(DATA);
    FurnitureOcclusion known = plain.withFloors(floors);
    assertThat(known.name()).matches("furniture-medium-floors-[0-9a-f]{8}");
    assertThat(known).isEqualTo(plain.withFloors(Floors.of(DATA)));
    SkeletonClip clip = DATA.clips().get(0);
    assertThat(known.scene(clip).floor()).isNotEqualTo(plain.scene(clip).floor());
    assertThat(known.scene(clip).floor()).isIn(floors.known().values());
  }
}
