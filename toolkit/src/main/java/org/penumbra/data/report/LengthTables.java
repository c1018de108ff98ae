package org.penumbra.data.report;

import java.util.Arrays;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** How long clips are, in frames without padding, and how many people are in them. */
final class LengthTables {
  private static final int MOST_BINS = 12;

  private LengthTables() {}

  /** One row; quartiles are interpolated between clips. No row for an empty set. */
  static Table lengths(Survey survey) {
    int[] sorted = sorted(survey);
    TableDraft draft =
        TableDraft.of("Lengths in frames")
            .whole("min")
            .number("1st quartile")
            .number("median")
            .number("mean")
            .number("3rd quartile")
            .whole("max");
    if (sorted.length > 0) {
      draft.row(
          sorted[0],
          quantile(sorted, 0.25),
          quantile(sorted, 0.5),
          Arrays.stream(sorted).average().orElseThrow(),
          quantile(sorted, 0.75),
          sorted[sorted.length - 1]);
    }
    return draft.table();
  }

  /** At most 12 or so bins of a round width: clips from one length to another, both included. */
  static Table histogram(Survey survey) {
    int[] sorted = sorted(survey);
    TableDraft draft = TableDraft.of("Clips by length").whole("from").whole("to").whole("clips");
    if (sorted.length == 0) {
      return draft.table();
    }
    int width = width(sorted[sorted.length - 1] - sorted[0] + 1);
    int from = sorted[0] / width * width;
    for (; from <= sorted[sorted.length - 1]; from += width) {
      int low = from;
      long clips = Arrays.stream(sorted).filter(n -> n >= low && n < low + width).count();
      draft.row(from, from + width - 1, clips);
    }
    return draft.table();
  }

  /** Clips and frames by the number of bodies that are there. */
  static Table bodies(Survey survey) {
    TableDraft draft = TableDraft.of("Bodies").whole("bodies").whole("clips").whole("frames");
    for (int m = 0; m <= survey.data().bodies(); m++) {
      int bodies = m;
      long clips = survey.clips().stream().filter(clip -> clip.bodies() == bodies).count();
      long frames = survey.findings().framesWith(m);
      if (m > 0 || clips + frames > 0) {
        draft.row(m, clips, frames);
      }
    }
    return draft.table();
  }

  private static int[] sorted(Survey survey) {
    return survey.clips().stream().mapToInt(ClipFacts::length).sorted().toArray();
  }

  private static double quantile(int[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  private static int width(int range) {
    return IntStream.iterate(1, power -> power * 10)
        .flatMap(power -> IntStream.of(power, 2 * power, 5 * power))
        .filter(width -> (long) width * MOST_BINS >= range)
        .findFirst()
        .orElseThrow();
  }
}
