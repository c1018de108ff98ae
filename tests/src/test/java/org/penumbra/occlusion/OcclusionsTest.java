package org.penumbra.occlusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.occlusion.furniture.AcceptanceWindow;
import tech.tablesaw.api.Table;

class OcclusionsTest {
  @Test
  void everyNameInTheListGivesTheOcclusionOfThatName() {
    List<String> elsewhere = List.of("ntu-60-occluded", "ragcn-jitter");
    Table list = Occlusions.list();
    assertThat(list.columnNames()).containsExactly("name", "form", "what is hidden", "source");
    assertThat(list.rowCount()).isGreaterThan(25);
    for (int row = 0; row < list.rowCount(); row++) {
      String name = list.stringColumn("name").get(row);
      assertThat(list.stringColumn("what is hidden").get(row)).isNotBlank();
      assertThat(list.stringColumn("source").get(row)).isNotBlank();
      if (!elsewhere.contains(name)) {
        assertThat(Occlusions.named(name).name()).isEqualTo(name);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "random-20", "random-12.5", "soar-random-10", "soar-spatial-5", "soar-temporal-10",
        "pstl-joints-6", "pstl-parts-2", "ragcn-part-3", "ragcn-time-30", "ragcn-block-2",
        "ragcn-random-0.3", "crossmoco-0.6-0.5", "markov-0.2-8", "capsule-self", "capsule-other",
        "kinect-inferred", "fov", "fov-35-30", "sweep-bursts-40"
      })
  void namesWithNumbers(String name) {
    assertThat(Occlusions.named(name).name()).isEqualTo(name);
  }

  @Test
  void theNumbersMeanWhatTheySay() {
    assertThat(Occlusions.named("random-20")).isEqualTo(RandomOcclusion.of(0.2));
    assertThat(Occlusions.named("crossmoco-0.6-0.5")).isEqualTo(CrossMocoOcclusion.of(0.6, 0.5));
    assertThat(Occlusions.named("markov-0.2-8")).isEqualTo(MarkovOcclusion.of(0.2, 8));
    assertThat(Occlusions.named("ragcn-time-30-scaled"))
        .isEqualTo(RaGcnTimeOcclusion.of(30).scaled());
    assertThat(Occlusions.named("fov-70.6-60-30-10"))
        .isEqualTo(FieldOfViewOcclusion.kinectV2().turned(30, 10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "random", "random-", "random-x", "random--20", "Random-20", "sofa"})
  void unknownNamesListTheKnownOnes(String name) {
    assertThatThrownBy(() -> Occlusions.named(name))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageStartingWith("occlusion must be one of ")
        .hasMessageContaining("random-PERCENT, ")
        .hasMessageContaining("markov-RATE-GAP")
        .hasMessageEndingWith("found '" + name + "'.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "random-120|percentage in the name must be between 0.0 and 100.0, found 120.0.",
        "pstl-joints-2.5|joints must be a whole number, found 2.5.",
        "ragcn-part-6|part must be between 1 and 5, found 6.",
        "ragcn-random-1.5|probability must be between 0.0 and 1.0, found 1.5.",
        "crossmoco-0.6-1.5|temporal rate must be between 0.0 and 1.0, found 1.5.",
        "sweep-box-101|percentage in the name must be between 0.0 and 100.0, found 101.0.",
        "pstl-joints-99999999999|joints must be a whole number, found 9.9999999999E10."
      })
  void numbersOutOfRangeAreNamed(String name, String message) {
    assertThatThrownBy(() -> Occlusions.named(name))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage(message);
  }

  @Test
  void protocolsThatAreNoMaskSayWhereTheyAre() {
    assertThatThrownBy(() -> Occlusions.named("ntu-60-occluded"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("Datasets.open(\"ntu-60-occluded\")");
    assertThatThrownBy(() -> Occlusions.named("ragcn-jitter")).hasMessageContaining("hides none");
  }

  @Test
  void percentagesKeepTheirNamesAndTheirRange() {
    for (String name : List.of("random-1.1", "random-4.1", "sweep-random-0.3", "random-box-99.9")) {
      assertThat(Occlusions.named(name).name()).isEqualTo(name);
    }
    assertThatThrownBy(() -> Occlusions.named("random-101"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("percentage in the name must be between 0.0 and 100.0, found 101.0");
    assertThatThrownBy(() -> Occlusions.named(null))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("furniture-medium");
  }

  @Test
  void aPresetsNameStandsForItsShares() {
    assertThatThrownBy(() -> new AcceptanceWindow("medium", 0.4, 0.5))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("window name");
    assertThat(FurnitureOcclusion.within(new AcceptanceWindow("half", 0.4, 0.5)).name())
        .isEqualTo("furniture-half");
  }
}
