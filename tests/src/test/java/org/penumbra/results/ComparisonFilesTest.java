package org.penumbra.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Scale;

class ComparisonFilesTest {
  @TempDir Path folder;

  /** The three imputations of PSTL with two seeds on NW-UCLA; figures made up. */
  static Comparison sample() {
    return PaperTable.of("opstl", "II").compare(outcomes());
  }

  private static List<Outcome> outcomes() {
    List<Outcome> outcomes = new ArrayList<>();
    for (int seed = 1; seed <= 2; seed++) {
      outcomes.add(outcome("none", 150 + seed, seed));
      outcomes.add(outcome("random", 200 + seed, seed));
      outcomes.add(outcome("knn", 250 + seed, seed));
    }
    return outcomes;
  }

  private static Outcome outcome(String imputation, int correct, int seed) {
    return Samples.course("PSTL", imputation, correct, 464)
        .withSeed(seed)
        .withRun("run-" + imputation + "-" + seed)
        .withSetup("occlusion scenes", "own furniture, level medium");
  }

  @Test
  void cellsWithOursAreWrittenInPrintedOrder() throws IOException {
    ComparisonFiles.write(sample(), folder, "opstl-2", "opstl/table-2.ipynb");
    List<String> csv = Files.readAllLines(folder.resolve("opstl-2.csv"));
    assertThat(csv).hasSize(4);
    assertThat(csv.get(1))
        .startsWith(
            "opstl,II,PSTL,J,ntu60 xview,linear,imputation=none;occlusion=realistic,63.60,"
                + "nwucla xview,course,32.65,0.15,")
        .contains(",1; 2,464,-30.95,not comparable,");
    JsonObject json =
        new Gson().fromJson(Files.readString(folder.resolve("opstl-2.json")), JsonObject.class);
    assertThat(json.getAsJsonArray("lines")).hasSize(3);
    assertThat(json.get("cells").getAsInt()).isEqualTo(30);
    JsonObject last = json.getAsJsonArray("lines").get(2).getAsJsonObject();
    assertThat(last.get("published").getAsString()).isEqualTo("71.10");
    assertThat(last.getAsJsonArray("runs").get(1).getAsString()).isEqualTo("run-knn-2");
    assertThat(last.getAsJsonArray("differences").toString()).contains("own furniture");
    assertThat(json.getAsJsonArray("orderings").toString()).contains("\"O3\"", "\"O4\"", "\"O6\"");
  }

  @Test
  void bytesDoNotDependOnTheOrderOfOutcomes() {
    List<Outcome> turned = new ArrayList<>(outcomes());
    Collections.reverse(turned);
    Comparison other = PaperTable.of("opstl", "II").compare(turned);
    assertThat(ComparisonFiles.json(other, "n")).isEqualTo(ComparisonFiles.json(sample(), "n"));
    assertThat(ComparisonFiles.csv(other)).isEqualTo(ComparisonFiles.csv(sample()));
    assertThat(ComparisonFiles.json(sample(), "n").length()).isLessThan(10_000);
  }

  @Test
  void nothingButTheTwoFilesIsLeft() throws IOException {
    ComparisonFiles.write(sample(), folder.resolve("new"), "a", "n");
    ComparisonFiles.write(sample(), folder.resolve("new"), "a", "n");
    try (var files = Files.list(folder.resolve("new"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("a.csv", "a.json");
    }
  }

  @Test
  void nameThatLeadsElsewhereIsRefused() {
    assertThatThrownBy(() -> ComparisonFiles.write(sample(), folder, "../a", "n"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("hyphens");
  }

  @Test
  void aNotebooksResultsAreKeptUnderDataSetAndScale() {
    Path kept = ComparisonFiles.keep(sample(), folder, "opstl/table-2.ipynb");
    assertThat(kept).isEqualTo(folder.resolve("opstl-table-2-nwucla-course.json")).isRegularFile();
    assertThat(folder.resolve("opstl-table-2-nwucla-course.csv")).isRegularFile();
    assertThat(ResultsTable.markdown(folder, "notebooks/")).contains("opstl/table-2.ipynb");
  }

  @Test
  void whatOnlyProvesThatItRunsIsNoResult() {
    List<Outcome> smoke = outcomes().stream().map(o -> o.withScale(Scale.SMOKE)).toList();
    Comparison comparison = PaperTable.of("opstl", "II").compare(smoke);
    Path kept = ComparisonFiles.keep(comparison, folder, "opstl/table-2.ipynb");
    assertThat(kept).isEqualTo(folder.resolve("smoke/opstl-table-2-nwucla-smoke.json"));
    assertThat(ResultsTable.markdown(folder, "notebooks/")).isEmpty();
  }

  @Test
  void resultsOfTwoWorldsAreNotKeptUnderOneName() {
    List<Outcome> mixed = new ArrayList<>(outcomes());
    mixed.add(mixed.get(0).withScale(Scale.PAPER));
    Comparison comparison = PaperTable.of("opstl", "II").compare(mixed);
    assertThatThrownBy(() -> ComparisonFiles.keep(comparison, folder, "n.ipynb"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("nwucla-course, nwucla-paper");
  }

  @Test
  void theFolderFollowsTheEnvironment() {
    assertThat(ComparisonFiles.folder(Map.of())).isEqualTo(Path.of("results"));
    assertThat(ComparisonFiles.folder(Map.of("PENUMBRA_ROOT", "r")))
        .isEqualTo(Path.of("r/notebooks/results"));
    assertThat(ComparisonFiles.folder(Map.of("PENUMBRA_ROOT", "r", "PENUMBRA_RESULTS", "own")))
        .isEqualTo(Path.of("own"));
  }
}
