package org.penumbra.notebook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.penumbra.data.Datasets;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** Checks the data folder: which sets are there, and whether the chosen one is. */
final class DataCheck {
  private final Map<String, String> environment;

  DataCheck(Map<String, String> environment) {
    this.environment = environment;
  }

  Finding run() {
    return run(Datasets.list(), Datasets.folder());
  }

  /** As {@link #run()}, for a list of sets as {@link Datasets#list()} makes it. */
  Finding run(Table sets, Path folder) {
    String chosenFolder = environment.getOrDefault(Datasets.FOLDER_VARIABLE, "");
    if (!chosenFolder.isBlank() && !Files.exists(Path.of(chosenFolder))) {
      return Finding.todo(
          "data",
          Datasets.FOLDER_VARIABLE
              + " names "
              + chosenFolder
              + ", which does not exist; make it or name another.");
    }
    if (sets.isEmpty()) {
      return Finding.todo("data", "this build knows no data set; build the toolkit anew.");
    }
    String found =
        sets.stream()
            .map(row -> row.getString("data set") + (isThere(row) ? " (there)" : " (not there)"))
            .collect(Collectors.joining(", "));
    String wanted = environment.getOrDefault(Datasets.NAME_VARIABLE, "");
    return wanted.isBlank()
        ? Finding.ok("data", found + "; folder " + folder)
        : wanted(sets, wanted, found, folder);
  }

  private static Finding wanted(Table sets, String wanted, String found, Path folder) {
    String chosen = Datasets.NAME_VARIABLE + "=" + wanted;
    return sets.stream()
        .filter(row -> row.getString("data set").equalsIgnoreCase(wanted.strip()))
        .findFirst()
        .map(
            row ->
                isThere(row)
                    ? Finding.ok("data", found + "; " + chosen + "; folder " + folder)
                    : Finding.todo(
                        "data",
                        chosen
                            + ", but it is not in "
                            + folder
                            + ": "
                            + row.getString("how to get it")))
        .orElseGet(() -> Finding.todo("data", chosen + " is unknown; known: " + found + "."));
  }

  private static boolean isThere(Row row) {
    return row.getString("there").equals("yes");
  }
}
