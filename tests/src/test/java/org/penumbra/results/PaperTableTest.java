package org.penumbra.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.core.Hashes;
import org.penumbra.core.InvalidOptionException;

class PaperTableTest {
  /** Of the cells as they were read from the papers, apart from this resource; notes left out. */
  private static final String DIGEST =
      "6605ad5454bca55faf11e230289aa46d21285bd95191c1a706cec4f02cdc4e46";

  @Test
  void allAccuraciesOfTheThreePapersAreThere() {
    assertThat(Papers.cells()).hasSize(511);
    assertThat(count("opstl")).isEqualTo(160);
    assertThat(count("pstl")).isEqualTo(260);
    assertThat(count("crossmoco")).isEqualTo(91);
    assertThat(Papers.tables()).hasSize(25);
    assertThat(PaperTable.list().rowCount()).isEqualTo(25);
  }

  private static long count(String paper) {
    return Papers.cells().stream().filter(cell -> cell.paper().equals(paper)).count();
  }

  @Test
  void claimsAndFiguresAreThere() {
    assertThat(Papers.claims("opstl")).hasSize(21);
    assertThat(Papers.claims("pstl")).hasSize(20);
    assertThat(Papers.claims("crossmoco")).hasSize(7);
    int figures = Papers.names().stream().mapToInt(p -> Papers.figures(p).size()).sum();
    assertThat(figures).isEqualTo(23);
    assertThat(Papers.claims("pstl")).anyMatch(claim -> claim.note().startsWith("CONTRADICTS"));
    assertThat(Papers.figures("crossmoco"))
        .filteredOn(fact -> fact.table().equals("Fig.5"))
        .singleElement()
        .satisfies(fact -> assertThat(fact.value()).isEmpty());
  }

  @Test
  void everyCellIsWhatWasReadFromThePapers() throws IOException {
    StringBuilder cells = new StringBuilder();
    List<PaperCell> inFileOrder =
        PaperFile.read().stream().filter(c -> c.metric().equals(PaperCell.ACCURACY)).toList();
    assertThat(inFileOrder).containsExactlyInAnyOrderElementsOf(Papers.cells());
    try (InputStream file = PaperFile.class.getResourceAsStream(PaperFile.NAME)) {
      String csv = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      csv.lines()
          .skip(1)
          .map(CsvText::fields)
          .filter(f -> f.get(10).equals(PaperCell.ACCURACY))
          .map(
              f ->
                  List.of(
                      f.get(0), f.get(1), f.get(3), f.get(4), f.get(5), f.get(6), f.get(7),
                      f.get(8), f.get(9), f.get(11), f.get(12)))
          .forEach(f -> cells.append(String.join("|", f)).append('\n'));
    }
    byte[] digest = Hashes.sha256().digest(cells.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(DIGEST);
  }

  @ParameterizedTest
  @CsvSource({
    "opstl, I, IosPSTL, ntu120, xset, 58.25",
    "opstl, V, OPSTL+PSTL, ntu120, xset, 57.52",
    "pstl, 6, 3s-PSTL, ntu60, xview, 83.8",
    "pstl, 2, SkeletonBT+MATM, ntu60, xsub, 73.7",
    "crossmoco, V, CrossMoCo, nwucla, '', 87.6",
    "crossmoco, VII, CrossMoCo, pku2, '', 57.3"
  })
  void someCellsAsPrinted(
      String paper, String table, String method, String dataset, String split, String value) {
    assertThat(PaperTable.of(paper, table).cells())
        .filteredOn(c -> c.method().equals(method) && c.dataset().equals(dataset))
        .filteredOn(c -> c.split().equals(split))
        .extracting(c -> c.value().orElseThrow())
        .contains(new BigDecimal(value));
  }

  @Test
  void cellIsFoundByItsKeysWithPrintedDecimalsAndDifference() {
    PaperCell cell =
        PaperTable.of("OPSTL", "ii")
            .cell(Map.of("method", "AimCLR", "split", "xsub", "imputation", "random"));
    assertThat(cell.value()).contains(new BigDecimal("6.36"));
    assertThat(cell.delta()).contains(new BigDecimal("-52.54"));
    assertThat(cell.note()).startsWith("near chance");
    assertThat(cell)
        .hasToString(
            "OPSTL Table II, AimCLR, J, ntu60 xsub, linear, imputation random, occlusion realistic:"
                + " 6.36 (-52.54) [near chance (1/60 = 1.67)]");
  }

  @Test
  void valuesThatFitSeveralCellsAreRefused() {
    PaperTable table = PaperTable.of("opstl", "II");
    assertThatThrownBy(() -> table.cell(Map.of("method", "AimCLR")))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("not of 6")
        .hasMessageContaining("imputation");
  }

  /** As the paper has it, read beside it. */
  @Test
  void gridOfTableTwoIsPrintedAsInThePaper() throws IOException {
    assertThat(PaperTable.of("opstl", "II") + "\n").isEqualTo(resource("opstl-2.txt"));
  }

  private static String resource(String name) throws IOException {
    try (InputStream file = PaperTableTest.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static List<PaperTable> tables() {
    return Papers.tables();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyCellHasItsOwnPlaceInTheGrid(PaperTable table) {
    PaperGrid grid = table.grid();
    assertThat(table.cells())
        .extracting(cell -> PaperGrid.values(cell.condition(), grid.keys()))
        .doesNotHaveDuplicates();
    for (PaperCell cell : table.cells()) {
      List<String> row = PaperGrid.values(cell.condition(), grid.down());
      List<String> column = PaperGrid.values(cell.condition(), grid.across());
      assertThat(table.cellAt(row, column)).contains(cell);
    }
    int shown = table.table().rowCount() * (table.table().columnCount() - grid.down().size());
    assertThat(shown).isGreaterThanOrEqualTo(table.cells().size());
    assertThat(table.toString()).doesNotContain("null").contains(table.title());
  }

  @Test
  void misprintsStandBelowTheGrid() {
    assertThat(PaperTable.of("pstl", "1").toString())
        .contains("88.4 (+3.9) [2]")
        .contains("[2] printed delta +3.9 contradicts 88.4-84.7 = +3.7");
  }

  @Test
  void missingCellsOfTheGridAreDashes() {
    assertThat(PaperTable.of("crossmoco", "VI").toString())
        .contains("PKU-MMD II  NTU-60 xview  NW-UCLA")
        .contains("–");
  }

  @Test
  void csvGivesTheCellsBack() {
    String csv = PaperTable.of("opstl", "VI").csv();
    assertThat(csv.lines()).hasSize(9);
    assertThat(csv.lines().map(line -> CsvText.fields(line).size())).containsOnly(14);
    assertThat(csv).contains("imputation=knn;occlusion=random;occlusion_rate=0.20,acc_pct,18.59,,");
    assertThat(CsvText.fields("a,\"b, \"\"c\"\"\",")).containsExactly("a", "b, \"c\"", "");
  }

  @Test
  void unknownTableAndPaperAreToldWhatThereIs() {
    assertThatThrownBy(() -> PaperTable.of("opstl", "VII"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("table of opstl must be one of [I, II, III, IV, V, VI], found 'VII'.");
    assertThatThrownBy(() -> PaperTable.of("moco", "I"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("paper must be one of [opstl, pstl, crossmoco], found 'moco'.");
  }
}
