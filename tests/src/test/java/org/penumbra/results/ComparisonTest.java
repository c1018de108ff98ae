package org.penumbra.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Scale;

class ComparisonTest {
  private static final PaperTable TABLE = PaperTable.of("opstl", "II");

  private static CellComparison only(Comparison comparison) {
    return comparison.lines().stream().filter(line -> line.ours().isPresent()).findFirst().get();
  }

  /**
   * The paper has 59.52 for PSTL without imputation. With 16,487 clips the interval of a difference
   * of two shares near 0.6 is 1.06 points to either side, by the normal approximation.
   */
  @ParameterizedTest
  @CsvSource({"9813, AGREES", "9970, AGREES", "10010, ABOVE", "9660, AGREES", "9620, BELOW"})
  void onThePapersDataAndScaleChanceDecides(int correct, Verdict verdict) {
    Comparison comparison = TABLE.compare(Samples.paper("PSTL", "none", correct, 16487));
    assertThat(only(comparison).verdict()).isEqualTo(verdict);
    assertThat(only(comparison).cell().number()).isEqualTo(59.52);
    assertThat(only(comparison).difference())
        .isCloseTo(100.0 * correct / 16487 - 59.52, within(1e-9));
    assertThat(only(comparison).reason()).contains("95 % interval");
    assertThat(only(comparison).differences()).isEmpty();
  }

  @Test
  void seedsThatSpreadWidenTheInterval() {
    List<Outcome> spread =
        List.of(
            Samples.paper("PSTL", "none", 9900, 16487).withSeed(1),
            Samples.paper("PSTL", "none", 10100, 16487).withSeed(2),
            Samples.paper("PSTL", "none", 10300, 16487).withSeed(3));
    CellComparison line = only(TABLE.compare(spread));
    assertThat(line.ours().orElseThrow().mean()).isCloseTo(61.26, within(0.01));
    assertThat(line.ours().orElseThrow().deviation()).isCloseTo(1.213, within(0.001));
    assertThat(line.verdict()).isEqualTo(Verdict.AGREES);
    assertThat(only(TABLE.compare(spread.get(1))).verdict()).isEqualTo(Verdict.ABOVE);
  }

  @Test
  void otherDataIsNotComparableWhateverTheNumbers() {
    Outcome same = Samples.course("PSTL", "none", 276, 464); // 59.5 %, as published
    CellComparison line = only(TABLE.compare(same.withScale(Scale.PAPER)));
    assertThat(line.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(line.reason()).isEqualTo("other data");
    assertThat(line.cell().split()).isEqualTo("xview"); // beside the cell of the same split
    assertThat(line.differences()).contains("data nwucla xview (paper: ntu60 xview)");
  }

  @Test
  void smallerScaleIsNotComparable() {
    Outcome small = Samples.paper("PSTL", "none", 9813, 16487).withScale(Scale.COURSE);
    CellComparison line = only(TABLE.compare(small));
    assertThat(line.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(line.reason()).isEqualTo("scale course");
  }

  @Test
  void whatIsSetOtherwiseIsListed() {
    Outcome outcome =
        Samples.course("PSTL", "knn", 200, 464)
            .withSetup("batch", "32")
            .withSetup("frames", "50")
            .withSetup("occlusion scenes", "own furniture, level medium");
    assertThat(only(TABLE.compare(outcome)).differences())
        .containsExactly(
            "data nwucla xview (paper: ntu60 xview)",
            "scale course (paper: its own settings)",
            "epochs 30 (paper: 150)",
            "batch 32 (paper: 128)",
            "occlusion scenes own furniture, level medium"
                + " (paper: furniture of the authors, not published)");
  }

  @Test
  void cellsWithoutOursAreOpenAndOursWithoutCellAreListed() {
    Outcome clean =
        Outcome.of(
            Condition.of("PSTL", "J", "nw-ucla", "xview", "linear"),
            Samples.course("PSTL", "none", 1, 2).accuracy());
    Comparison comparison = TABLE.compare(Samples.course("PSTL", "knn", 200, 464), clean);
    assertThat(comparison.counts())
        .containsEntry(Verdict.OPEN, 29L)
        .containsEntry(Verdict.NOT_COMPARABLE, 1L);
    assertThat(comparison.withoutCell()).hasSize(1);
    assertThat(comparison.toString())
        .contains("open")
        .contains("43.1 (38.7 to 47.6)")
        .contains("No cell of this table: PSTL, J, nwucla xview, linear: 50.0 %");
    assertThat(comparison.table().rowCount()).isEqualTo(30);
  }

  @Test
  void everyPublishedCellIsItsOwnCell() {
    for (PaperTable table : Papers.tables()) {
      for (PaperCell cell : table.cells()) {
        Condition condition = cell.condition();
        if (!condition.stream().isEmpty() && !condition.stream().equals("single")) {
          Outcome own =
              Outcome.of(condition, Samples.course("PSTL", "none", 1, 2).accuracy())
                  .withScale(Scale.PAPER);
          assertThat(only(table.compare(own)).cell()).isEqualTo(cell);
        }
      }
    }
  }

  @Test
  void iosPstlIsAnotherNameOfOpstl() {
    Outcome ours = Samples.paper("OPSTL", "knn", 11000, 16487);
    assertThat(only(PaperTable.of("opstl", "I").compare(ours)).cell().method())
        .isEqualTo("IosPSTL");
  }

  @Test
  void anotherSettingIsAnotherExperiment() {
    Outcome fewer = Samples.paper("PSTL", "none", 11000, 16487).withSetting("csm_joints", "5");
    assertThat(TABLE.compare(fewer).withoutCell()).hasSize(1);
    Outcome same = Samples.paper("PSTL", "none", 11000, 16487).withSetting("csm_joints", "9");
    assertThat(TABLE.compare(same).withoutCell()).isEmpty();
  }

  @Test
  void theSameSeedTwiceIsRefused() {
    Outcome once = Samples.course("PSTL", "knn", 200, 464);
    assertThatThrownBy(() -> TABLE.compare(once, once))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("1 twice");
  }

  @Test
  void clipsMustBeThoseOfTheAccuracy() {
    Outcome outcome = Samples.course("PSTL", "knn", 200, 464);
    assertThatThrownBy(() -> outcome.withClips(Samples.clips(464, 0, 201)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("201 of 464");
  }
}
