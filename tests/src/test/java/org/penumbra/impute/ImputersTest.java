package org.penumbra.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.impute.space.ComparisonSpace;

/** Imputers by names with numbers; those of the list are tested in {@link EveryImputerTest}. */
class ImputersTest {
  @Test
  void aNameSaysNeighboursSpaceAndEnds() {
    KnnImputer seven = KnnImputer.neighbours(7);
    assertThat(Imputers.named("knn-7")).isEqualTo(seven);
    assertThat(Imputers.named("knn-7-raw")).isEqualTo(seven.withSpace(ComparisonSpace.RAW));
    assertThat(Imputers.named("knn-7-turned-meeting-ends"))
        .isEqualTo(seven.withSpace(ComparisonSpace.TURNED_50).withMeetingEnds());
    assertThat(Imputers.named("hybrid-4"))
        .isEqualTo(
            HybridImputer.of(
                Imputers.named("cubic-carried"), 4, Imputers.named("knn-5-meeting-ends")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"knn-3", "knn-12-turned", "knn-1-raw-meeting-ends", "hybrid-25"})
  void anImputerIsFoundAgainByItsName(String name) {
    assertThat(Imputers.named(name).name()).isEqualTo(name);
  }

  @Test
  void whatHasNoNameOfItsOwnIsNotTakenForAnother() {
    KnnImputer other =
        KnnImputer.neighbours(5).withSpace(ComparisonSpace.TURNED_50.withGridFrames(20));
    assertThat(other.name()).isEqualTo("knn-5-turned-20");
    assertThat(HybridImputer.of(new ZeroImputer(), 4, other).name())
        .isEqualTo("gaps(zero,4,knn-5-turned-20)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"knn", "knn-0", "knn--5", "knn-5-flat", "hybrid-0", "hybrid", "KNN-5"})
  void aWrongNameOrNumberIsRefused(String name) {
    assertThatThrownBy(() -> Imputers.named(name)).isInstanceOf(InvalidOptionException.class);
  }
}
