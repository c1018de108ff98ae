package org.penumbra.impute;

import java.util.stream.Stream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.impute.knn.KnnOptions.Weighting;
import org.penumbra.impute.space.ComparisonSpace;
import org.penumbra.impute.space.Padding;

/** The contract for nearest neighbours in every space. */
@ParameterizedClass(name = "{0}")
@MethodSource("all")
class EveryKnnImputerTest extends ImputerContract {
  @Parameter Named one;

  record Named(Imputer imputer) {
    @Override
    public String toString() {
      return imputer.name();
    }
  }

  static Stream<Named> all() {
    KnnImputer plain = KnnImputer.neighbours(3);
    return Stream.of(
            plain,
            plain.withMeetingEnds().withWeighting(Weighting.UNIFORM),
            plain.withSpace(ComparisonSpace.TURNED_50).withMinOverlap(0.1),
            plain.withSpace(ComparisonSpace.RAW),
            plain.withSpace(ComparisonSpace.RAW).withPadding(Padding.OBSERVED_ZERO),
            plain.withSpace(ComparisonSpace.RELATIVE_50.withGridFrames(8)).withMeetingEnds(),
            plain.withPadding(Padding.OBSERVED_ZERO))
        .map(Named::new);
  }

  @Override
  Imputer imputer() {
    return one.imputer();
  }
}
