package org.penumbra.occlusion.furniture;

import java.nio.file.Path;
import java.util.List;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;

/**
 * The furniture before one clip. The same value gives exactly the same meshes and so the same mask
 * again.
 *
 * @param clip name of the clip
 * @param floor that the furniture stands on
 * @param pieces none where no furniture finds room, for instance close before the camera
 * @param hiddenShare share of the clip's observed joints that it hides, 0 to 1
 * @param draws how many scenes were drawn until this one was accepted
 */
public record FurnitureScene(
    String clip, Floor floor, List<FurniturePiece> pieces, double hiddenShare, int draws) {
  /** Checks the share and the number of draws. */
  public FurnitureScene {
    if (clip == null || floor == null) {
      throw new InvalidOptionException("clip and floor of a scene", "given", clip + ", " + floor);
    }
    pieces = List.copyOf(pieces);
    Require.inRange("hidden share", hiddenShare, 0, 1);
    Require.atLeast("draws", draws, 0);
  }

  /** The surfaces of all pieces in the camera frame, metres. */
  public List<TriangleMesh> meshes() {
    return pieces.stream().map(piece -> piece.mesh(floor)).toList();
  }

  /** What the camera sees past this furniture. */
  public LineOfSight lineOfSight() {
    return LineOfSight.past(meshes());
  }

  /** Writes the scene as JSON. */
  public void write(Path file) {
    SceneJson.write(file, this);
  }

  /**
   * Reads a scene of parametric furniture.
   *
   * @throws org.penumbra.core.DataFormatException if the file holds none, or one with user meshes
   */
  public static FurnitureScene read(Path file) {
    return read(file, List.of());
  }

  /**
   * Reads a scene.
   *
   * @param meshes those of the user's own that may be in it; they are told by content
   */
  public static FurnitureScene read(Path file, List<TriangleMesh> meshes) {
    return SceneJson.read(file, meshes);
  }
}
