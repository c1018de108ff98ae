package org.penumbra.occlusion.furniture;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.penumbra.core.AtomicFiles;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;

/** Scenes as JSON; numbers keep every digit, so that meshes come back exactly. */
final class SceneJson {
  private SceneJson() {}

  static void write(Path file, FurnitureScene scene) {
    String text = new GsonBuilder().setPrettyPrinting().create().toJson(tree(scene));
    AtomicFiles.writeText(file, text + "\n");
  }

  static FurnitureScene read(Path file, List<TriangleMesh> meshes) {
    if (!Files.isRegularFile(file)) {
      throw new DataNotFoundException("There is no scene at " + file + ".");
    }
    JsonObject tree;
    try (Reader reader = Files.newBufferedReader(file)) {
      // As a tree: a kernel may put its own, older Gson first, which knows no records.
      tree = new GsonBuilder().create().fromJson(reader, JsonObject.class);
    } catch (JsonParseException | ClassCastException | IOException failure) {
      throw new DataFormatException(
          file.toString(), "no scene in JSON: " + failure.getMessage(), failure);
    }
    if (tree == null) {
      throw new DataFormatException(file.toString(), "the file is empty; expected a scene.");
    }
    return scene(new SceneFields(file.toString(), tree), meshes);
  }

  private static JsonObject tree(FurnitureScene scene) {
    JsonObject floor = new JsonObject();
    JsonArray up = new JsonArray();
    up.add(scene.floor().up().x());
    up.add(scene.floor().up().y());
    up.add(scene.floor().up().z());
    floor.add("up", up);
    floor.addProperty("height", scene.floor().height());
    JsonArray pieces = new JsonArray();
    scene.pieces().forEach(piece -> pieces.add(tree(piece)));
    JsonObject tree = new JsonObject();
    tree.addProperty("clip", scene.clip());
    tree.add("floor", floor);
    tree.add("pieces", pieces);
    tree.addProperty("hiddenShare", scene.hiddenShare());
    tree.addProperty("draws", scene.draws());
    return tree;
  }

  private static JsonObject tree(FurniturePiece piece) {
    JsonObject tree = new JsonObject();
    if (piece.shape() instanceof ParametricFurniture furniture) {
      tree.addProperty("type", furniture.type().label());
      JsonObject sizes = new JsonObject();
      List<Dimension> dimensions = furniture.type().dimensions();
      for (int i = 0; i < dimensions.size(); i++) {
        sizes.addProperty(dimensions.get(i).name(), furniture.dimensions().get(i));
      }
      tree.add("dimensions", sizes);
    } else {
      tree.addProperty("mesh", piece.shape().label());
      tree.addProperty("sha256", piece.shape().mesh().contentHash());
    }
    tree.addProperty("left", piece.left());
    tree.addProperty("forward", piece.forward());
    tree.addProperty("yaw", piece.yaw());
    return tree;
  }

  private static FurnitureScene scene(SceneFields fields, List<TriangleMesh> meshes) {
    SceneFields floor = fields.object("floor");
    List<Double> up = floor.numbers("up", 3);
    List<FurniturePiece> pieces = new ArrayList<>();
    for (SceneFields piece : fields.objects("pieces")) {
      pieces.add(
          new FurniturePiece(
              piece.has("mesh") ? own(piece, meshes) : parametric(piece),
              piece.number("left"),
              piece.number("forward"),
              piece.number("yaw")));
    }
    return new FurnitureScene(
        fields.text("clip"),
        new Floor(new Vector(up.get(0), up.get(1), up.get(2)), floor.number("height")),
        pieces,
        fields.number("hiddenShare"),
        (int) fields.number("draws"));
  }

  private static FurnitureShape parametric(SceneFields piece) {
    FurnitureType type = FurnitureType.of(piece.text("type"));
    SceneFields sizes = piece.object("dimensions");
    return new ParametricFurniture(
        type, type.dimensions().stream().map(each -> sizes.number(each.name())).toList());
  }

  private static FurnitureShape own(SceneFields piece, List<TriangleMesh> meshes) {
    String hash = piece.text("sha256");
    return meshes.stream()
        .filter(mesh -> mesh.contentHash().equals(hash))
        .findFirst()
        .map(UserFurniture::new)
        .orElseThrow(
            () ->
                new DataFormatException(
                    piece.place(),
                    "expected one of the given meshes "
                        + meshes.stream().map(TriangleMesh::name).toList()
                        + ", found mesh '"
                        + piece.text("mesh")
                        + "', whose content is none of theirs; give the one it was made with."));
  }
}
