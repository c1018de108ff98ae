package org.penumbra.kernel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code %load file}: runs a script, or the code cells of a notebook, as if they stood here. */
final class LoadMagic {

  private static final List<String> ENDINGS = List.of("", ".jshell", ".jsh", ".java", ".ijava");

  private final CellEvaluator evaluator;

  LoadMagic(CellEvaluator evaluator) {
    this.evaluator = evaluator;
  }

  void run(List<String> arguments) throws MagicException, CellFailure {
    if (arguments.size() != 1) {
      throw new MagicException(
          "%load needs one file, for example %load setup.jshell; found " + arguments.size());
    }
    Path file = find(arguments.get(0));
    String name = file.getFileName().toString();
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new MagicException("%load: cannot read " + file + " as UTF-8 text: " + e.getMessage());
    }
    if (name.endsWith(".ipynb")) {
      runNotebook(name, text);
    } else {
      evaluator.evaluate(new Cell(name, text));
    }
  }

  private static Path find(String name) throws MagicException {
    for (String ending : ENDINGS) {
      Path file = Path.of(name + ending);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    throw new MagicException(
        "%%load: there is no file %s in %s (looked for it as it is and with %s)"
            .formatted(
                name,
                Path.of("").toAbsolutePath(),
                String.join(", ", ENDINGS.subList(1, ENDINGS.size()))));
  }

  private void runNotebook(String name, String text) throws MagicException, CellFailure {
    List<Cell> cells = new ArrayList<>();
    try {
      JsonObject notebook = JsonParser.parseString(text).getAsJsonObject();
      for (JsonElement element : notebook.getAsJsonArray("cells")) {
        JsonObject cell = element.getAsJsonObject();
        if (cell.get("cell_type").getAsString().equals("code")) {
          cells.add(
              new Cell(name + " code cell " + (cells.size() + 1), source(cell.get("source"))));
        }
      }
    } catch (RuntimeException e) {
      // Gson reports a wrong structure by half a dozen unrelated exceptions.
      throw new MagicException(
          "%load: " + name + " is not a notebook of format 4: " + e.getMessage());
    }
    for (Cell cell : cells) {
      evaluator.evaluate(cell);
    }
  }

  private static String source(JsonElement source) {
    if (!source.isJsonArray()) {
      return source.getAsString();
    }
    StringBuilder text = new StringBuilder();
    source.getAsJsonArray().forEach(line -> text.append(line.getAsString()));
    return text.toString();
  }
}
