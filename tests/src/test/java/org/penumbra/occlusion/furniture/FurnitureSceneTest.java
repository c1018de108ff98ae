package org.penumbra.occlusion.furniture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.core.PenumbraException;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.occlusion.FurnitureOcclusion;
import org.penumbra.synthetic.SyntheticActions;

class FurnitureSceneTest {
  private static final SkeletonDataset DATA =
      SyntheticActions.standard().withSubjects(3).withRepetitions(1).generate();

  @TempDir Path folder;

  @Test
  void furnitureKeepsAwayFromCameraBodiesAndItself() {
    int pairs = 0;
    for (SkeletonClip clip : DATA.clips()) {
      FurnitureScene scene = FurnitureOcclusion.medium().scene(clip);
      assertThat(scene.pieces()).hasSizeBetween(1, 2);
      pairs += scene.pieces().size() - 1;
      for (TriangleMesh mesh : scene.meshes()) {
        double[] v = mesh.vertices();
        for (int i = 0; i < v.length; i += 3) {
          Vector vertex = new Vector(v[i], v[i + 1], v[i + 2]);
          assertThat(vertex.length()).as(clip.name()).isGreaterThanOrEqualTo(0.5);
          assertThat(scene.floor().up().dot(vertex) - scene.floor().height())
              .as("above the floor")
              .isBetween(-1e-9, 2.6);
          for (int t = 0; t < clip.frames(); t += 5) {
            for (int joint = 0; joint < 25; joint += 3) {
              Vector body =
                  new Vector(
                      -clip.at(0, t, joint, 0), -clip.at(1, t, joint, 0), -clip.at(2, t, joint, 0));
              assertThat(vertex.plus(body).length()).as(clip.name()).isGreaterThan(0.2499);
            }
          }
        }
      }
    }
    assertThat((double) pairs / DATA.size()).as("scenes of two").isBetween(0.15, 0.6);
  }

  @Test
  void noJointIsInsideASolid() {
    for (SkeletonClip clip : DATA.where(c -> c.info().camera() == 1).clips()) {
      for (FurniturePiece piece : FurnitureOcclusion.heavy().scene(clip).pieces()) {
        TriangleMesh mesh = piece.mesh(FurnitureOcclusion.heavy().scene(clip).floor());
        for (int t = 0; t < clip.frames(); t += 9) {
          for (int joint = 0; joint < 25; joint++) {
            double turns =
                SolidAngle.turns(
                    mesh,
                    clip.at(0, t, joint, 0),
                    clip.at(1, t, joint, 0),
                    clip.at(2, t, joint, 0));
            assertThat(turns).as("%s, %s", clip.name(), piece.shape().label()).isBetween(-0.5, 0.5);
          }
        }
      }
    }
  }

  @Test
  void aSceneComesBackFromItsFileToTheLastBit() {
    for (SkeletonClip clip : DATA.where(c -> c.info().subject() == 2).clips()) {
      FurnitureScene scene = FurnitureOcclusion.medium().withFloors(Floors.of(DATA)).scene(clip);
      Path file = folder.resolve("scene.json");
      scene.write(file);
      FurnitureScene read = FurnitureScene.read(file);
      assertThat(read).isEqualTo(scene);
      assertThat(read.meshes()).isEqualTo(scene.meshes());
    }
  }

  @Test
  void ownMeshesAreToldByTheirContent() {
    TriangleMesh ball = Scenes.ball(0, 0.4, 0, 0.4, 6);
    SkeletonClip clip = DATA.clips().get(0);
    FurnitureScene scene = FurnitureOcclusion.medium().withMeshes(List.of(ball)).scene(clip);
    Path file = folder.resolve("scene.json");
    scene.write(file);
    assertThat(FurnitureScene.read(file, List.of(ball))).isEqualTo(scene);
    TriangleMesh other = Scenes.ball(0, 0.4, 0, 0.41, 6);
    assertThatThrownBy(() -> FurnitureScene.read(file, List.of(other)))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("pieces 0")
        .hasMessageContaining("found mesh 'ball'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                              | the file is empty",
        "[1]                                             | no scene in JSON",
        "{                                               | no scene in JSON",
        "{}                                              | expected 'floor' to be an object, found none",
        "{\"floor\":{\"up\":[0,1],\"height\":0}}               | expected 'up' to be 3 numbers",
        "{\"floor\":{\"up\":[0,1,0],\"height\":\"x\"},\"pieces\":[]} | expected",
        "{\"floor\":{\"up\":[0,1,0],\"height\":0},\"pieces\":[7]}  | expected 'pieces' to be a list of objects",
        "{\"floor\":{\"up\":[0,1,0],\"height\":0},\"pieces\":[{}]} | expected 'type' to be a text",
      })
  void damagedFilesAreNamed(String text, String message) throws IOException {
    Path file = folder.resolve("damaged.json");
    Files.writeString(file, text);
    assertThatThrownBy(() -> FurnitureScene.read(file))
        .isInstanceOf(PenumbraException.class)
        .hasMessageContaining("damaged.json")
        .hasMessageContaining(message);
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> FurnitureScene.read(folder.resolve("none.json")))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessageContaining("none.json");
  }
}
