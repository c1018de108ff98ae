package org.penumbra.impute;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.penumbra.impute.space.ComparisonSpace;

/** Imputers that search neighbours among training clips, by names that hold a number. */
final class NeighbourImputers {
  private static final Pattern KNN =
      Pattern.compile("knn-([0-9]{1,6})(-raw|-turned)?(-meeting-ends)?");
  private static final Pattern HYBRID = Pattern.compile("hybrid-([0-9]{1,6})");

  /** Names as lists show them; any other number may stand in them. */
  static final List<String> EXAMPLES =
      List.of(
          "knn-5",
          "knn-5-meeting-ends",
          "knn-5-turned",
          "knn-5-turned-meeting-ends",
          "knn-5-raw",
          "knn-5-raw-meeting-ends",
          "hybrid-10");

  private NeighbourImputers() {}

  /** The imputer of a name; empty if the name has no such form. */
  static Optional<Imputer> named(String name) {
    Matcher hybrid = HYBRID.matcher(name);
    if (hybrid.matches()) {
      return Optional.of(HybridImputer.standard(Integer.parseInt(hybrid.group(1))));
    }
    Matcher knn = KNN.matcher(name);
    return knn.matches() ? Optional.of(knn(knn)) : Optional.empty();
  }

  private static KnnImputer knn(Matcher name) {
    KnnImputer plain = KnnImputer.neighbours(Integer.parseInt(name.group(1)));
    KnnImputer placed =
        name.group(2) == null
            ? plain
            : plain.withSpace(
                name.group(2).equals("-raw") ? ComparisonSpace.RAW : ComparisonSpace.TURNED_50);
    return name.group(3) == null ? placed : placed.withMeetingEnds();
  }
}
