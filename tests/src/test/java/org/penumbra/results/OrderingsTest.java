package org.penumbra.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.core.InvalidOptionException;

class OrderingsTest {
  @Test
  void allOrderingsOfTheThreePapersAreThere() {
    List<String> expected =
        Stream.of(ids("O", 14), ids("P", 10), ids("X", 8)).flatMap(List::stream).toList();
    assertThat(Orderings.all()).extracting(Ordering::id).containsExactlyElementsOf(expected);
  }

  private static List<String> ids(String letter, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(i -> letter + i).toList();
  }

  /** The counts were made once by hand from the papers, apart from this resource. */
  @TestFactory
  Stream<DynamicTest> theTablesShowTheCountMadeByHand() {
    return Orderings.all().stream()
        .flatMap(
            ordering ->
                ordering.parts().stream()
                    .filter(part -> part.holds().isPresent())
                    .map(
                        part ->
                            DynamicTest.dynamicTest(
                                ordering.id() + ": " + part.name(),
                                () ->
                                    assertThat(OptionalInt.of(part.holdsInPaper()))
                                        .isEqualTo(part.holds()))));
  }

  @ParameterizedTest
  @CsvSource({
    "O2, 0, 4/4", "O2, 1, 12/12", "O3, 0, 19/20", "O3, 1, 4/4", "O4, 0, 20/20", "O5, 0, 3/4",
    "O6, 0, 11/12", "O6, 1, 7/8", "O7, 0, 4/4", "O7, 1, 4/4", "O8, 0, 3/4", "O8, 1, 8/12",
    "O8, 2, 1/4", "O9, 0, 4/4", "O10, 0, 19/20", "O10, 1, 19/20", "O10, 2, 20/20", "O11, 0, 2/2",
    "O11, 1, 1/2", "O12, 0, 4/4", "O12, 1, 4/4", "O13, 0, 3/3", "O13, 1, 2/2", "O14, 0, 4/4",
    "O1, 0, 9/9", "P1, 0, 24/24", "P2, 0, 2/2", "P2, 1, 2/2", "P3, 0, 2/2", "P3, 1, 2/2",
    "P4, 0, 3/3", "P4, 1, 5/5", "P5, 0, 4/4", "P5, 1, 1/1", "P6, 0, 5/6", "P6, 1, 4/6",
    "P6, 2, 12/12", "P7, 0, 6/6", "P7, 1, 5/6", "P8, 0, 8/8", "P8, 1, 3/4", "P9, 0, 4/4",
    "P10, 0, 1/1", "P10, 1, 1/1", "P10, 2, 1/1", "P10, 3, 1/1", "P10, 4, 1/1", "P10, 5, 1/1",
    "X1, 0, 1/1", "X1, 1, 1/1", "X2, 0, 3/3", "X2, 1, 3/3", "X2, 2, 1/1", "X2, 3, 1/1",
    "X3, 0, 1/1", "X3, 1, 1/1", "X4, 0, 2/2", "X5, 0, –", "X6, 0, 3/3", "X6, 1, 2/2",
    "X7, 0, 4/4", "X7, 1, 2/2", "X8, 0, 3/3"
  })
  void paperShowsItSoOften(String id, int part, String count) {
    assertThat(Orderings.of(id).parts().get(part).count()).isEqualTo(count);
  }

  /** Margins of single claims, as the papers' own arithmetic gives them. */
  @ParameterizedTest
  @CsvSource({
    "O2, 0, 0, 1.59", "O2, 0, 3, 2.28", "O9, 0, 0, 10.37", "O11, 0, 1, 0.73", "O11, 1, 1, -0.42",
    "O12, 1, 1, 25.13", "O13, 1, 0, 4.08", "P7, 0, 5, 12.5", "P7, 1, 1, 0.0", "P4, 1, 0, 3.5",
    "P9, 0, 3, 8.6", "X7, 1, 0, 28.3", "X6, 1, 0, 0.5", "X2, 0, 1, 2.3"
  })
  void marginsAreThoseOfThePaper(String id, int part, int at, double margin) {
    Claim claim = Orderings.of(id).parts().get(part).cases().get(at).get(0);
    assertThat(claim.margin()).isCloseTo(margin, within(1e-9));
  }

  @Test
  void meanGainsOfImputationAreThoseCountedByHand() {
    assertThat(gain("SkeletonCLR")).isCloseTo(4.51, within(0.005));
    assertThat(gain("2s-CrosSCLR")).isCloseTo(3.55, within(0.005));
    assertThat(gain("AimCLR")).isCloseTo(4.45, within(0.005));
    assertThat(gain("PSTL")).isCloseTo(6.05, within(0.005));
    assertThat(gain("OPSTL")).isCloseTo(4.89, within(0.005));
  }

  private static double gain(String method) {
    return Orderings.of("O3").parts().get(0).cases().stream()
        .map(claims -> claims.get(0))
        .filter(claim -> claim.terms().get(0).cell().method().equals(method))
        .mapToDouble(Claim::margin)
        .average()
        .orElseThrow();
  }

  @Test
  void suggestedForAssertionAreTheStrongOnes() {
    assertThat(Orderings.all())
        .filteredOn(Ordering::suggested)
        .extracting(Ordering::id)
        .containsExactly("O3", "O4", "O5", "O6", "O7", "O10", "P2", "P4", "X1");
  }

  @Test
  void unknownOrderingIsToldWhichThereAre() {
    assertThatThrownBy(() -> Orderings.of("O15"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("O14")
        .hasMessageContaining("'O15'");
  }

  @Test
  void tableListsEveryPart() {
    int parts = Orderings.all().stream().mapToInt(ordering -> ordering.parts().size()).sum();
    assertThat(Orderings.table().rowCount()).isEqualTo(parts);
  }
}
