package org.penumbra.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.core.DataFormatException;

/** The results in the README; {@code -Dpenumbra.docs=write} writes them anew. */
class ResultsTableTest {
  private static final Path ROOT = Path.of(System.getProperty("penumbra.root"));
  private static final Path README = ROOT.resolve("README.md");

  @TempDir Path folder;

  @Test
  void theReadmeHasTheResultsOfTheNotebooks() throws IOException {
    String markdown = ResultsTable.markdown(ROOT.resolve("notebooks/results"), "notebooks/");
    String page = Files.readString(README);
    if ("write".equals(System.getProperty("penumbra.docs"))) {
      Files.writeString(README, ResultsTable.into(page, markdown));
    }
    assertThat(Files.readString(README)).isEqualTo(ResultsTable.into(page, markdown));
  }

  /** A sample with made-up figures, as {@link ComparisonFiles} writes it. */
  private static Path sample() throws URISyntaxException {
    return Path.of(ResultsTableTest.class.getResource("sample/opstl-2.json").toURI());
  }

  @Test
  void sampleIsWhatIsWritten() throws IOException, URISyntaxException {
    String json = ComparisonFiles.json(ComparisonFilesTest.sample(), "opstl/table-2.ipynb");
    assertThat(Files.readString(sample())).isEqualTo(json);
  }

  @Test
  void oneRowForEachTableDataAndScale() throws URISyntaxException {
    assertThat(ResultsTable.markdown(sample().getParent(), "notebooks/"))
        .isEqualTo(
            """
            | paper's table | our data, scale | seeds | cells with ours | ours, % | verdicts | orderings of the papers |
            |---|---|---|---|---|---|---|
            | [OPSTL Table II](notebooks/opstl/table-2.ipynb) | nwucla xview, course | 2 | 3 of 30 | 32.7 to 54.2 | 3 not comparable | holds: O3 1/1, O4 1/1, O6 1/1 |
            """);
  }

  @Test
  void whatIsAroundTheMarksStays() {
    String page = "before\n" + ResultsTable.BEGIN + "\nold\n" + ResultsTable.END + "\nafter\n";
    String made = ResultsTable.into(page, "| new |\n");
    assertThat(made)
        .isEqualTo(
            "before\n" + ResultsTable.BEGIN + "\n\n| new |\n\n" + ResultsTable.END + "\nafter\n");
    assertThat(ResultsTable.into(made, "| new |\n")).isEqualTo(made);
    assertThat(ResultsTable.into(made, "")).contains(ResultsTable.BEGIN + "\n" + ResultsTable.END);
  }

  @Test
  void pageWithoutMarksIsRefused() {
    assertThatThrownBy(() -> ResultsTable.into("no marks", ""))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining(ResultsTable.BEGIN);
  }

  @Test
  void otherFilesAreNamedInTheMessage() throws IOException {
    Files.writeString(folder.resolve("other.json"), "{\"a\": 1}");
    assertThatThrownBy(() -> ResultsTable.markdown(folder, ""))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("other.json");
    Files.writeString(folder.resolve("other.json"), "{");
    assertThatThrownBy(() -> ResultsTable.markdown(folder, ""))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("no JSON");
  }

  @Test
  void noFolderMeansNoResults() {
    assertThat(ResultsTable.markdown(folder.resolve("none"), "")).isEmpty();
  }
}
