package org.penumbra.notebooks;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A committed notebook, parsed. */
record NotebookFile(String name, JsonObject json) {

  /** One cell: type, source, and the JSON it came from. */
  record Cell(String type, String source, JsonObject json) {
    boolean isCode() {
      return type.equals("code");
    }

    List<String> lines() {
      return source.lines().toList();
    }
  }

  /** Every notebook of the repository. */
  static List<NotebookFile> all() {
    Path folder = Path.of(System.getProperty("penumbra.root"), "notebooks");
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".ipynb"))
          .filter(file -> !file.toString().contains(".ipynb_checkpoints"))
          .sorted()
          .map(file -> parse(folder.relativize(file).toString(), read(file)))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static NotebookFile parse(String name, String text) {
    return new NotebookFile(name, new Gson().fromJson(text, JsonObject.class));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (JsonElement element : json.getAsJsonArray("cells")) {
      JsonObject cell = element.getAsJsonObject();
      StringBuilder source = new StringBuilder();
      cell.getAsJsonArray("source").forEach(line -> source.append(line.getAsString()));
      cells.add(new Cell(cell.get("cell_type").getAsString(), source.toString(), cell));
    }
    return cells;
  }

  List<Cell> codeCells() {
    return cells().stream().filter(Cell::isCode).toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
