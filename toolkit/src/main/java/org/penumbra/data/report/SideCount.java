package org.penumbra.data.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.penumbra.data.SplitField;
import org.penumbra.data.SplitRule;

/**
 * How many clips a side of a split has, against what the literature counts.
 *
 * @param sides the split
 * @param training which side
 */
record SideCount(Sides sides, boolean training) {

  static List<SideCount> all(Survey survey) {
    return survey.sides().stream()
        .flatMap(sides -> Stream.of(new SideCount(sides, true), new SideCount(sides, false)))
        .toList();
  }

  String side() {
    return training ? "train" : "test";
  }

  int found() {
    return (int) sides.clips(training).count();
  }

  /** 0 if unknown. */
  int expected() {
    return training ? sides.rule().expectedTrain() : sides.rule().expectedTest();
  }

  /** Clips of this side with a defect as a whole. */
  List<ClipFacts> degenerate(Survey survey) {
    return sides
        .clips(training)
        .mapToObj(survey::clip)
        .filter(clip -> !clip.defects().isEmpty())
        .toList();
  }

  /** Whether the count is known and another; a set that is one half of a split is not judged. */
  boolean differs() {
    return expected() > 0 && sides.divides() && found() != expected();
  }

  /** What can be known about the difference; empty if there is none. */
  String explanation(Survey survey) {
    if (expected() > 0 && !sides.divides()) {
      return "the set is one side of this split only, or has no clip of this side";
    }
    if (!differs()) {
      return "";
    }
    List<String> causes = found() < expected() ? lost(survey) : surplus(survey);
    return causes.isEmpty()
        ? "cause unknown: compare the names with the list of who counted " + expected()
        : String.join("; ", causes);
  }

  private List<String> lost(Survey survey) {
    List<String> causes = new ArrayList<>();
    int skipped = survey.data().skipped().size();
    if (skipped > 0) {
      causes.add(Names.count(skipped, "damaged file") + " of the set left out");
    }
    List<String> missing = training ? missingValues(survey) : List.of();
    if (!missing.isEmpty()) {
      String field = sides.rule().field().label();
      causes.add("no clip of " + Names.count(missing.size(), field) + ": " + Names.few(missing));
    }
    return causes;
  }

  /** Values that the rule trains on, but no clip has. */
  private List<String> missingValues(Survey survey) {
    SplitRule rule = sides.rule();
    SplitField field = rule.field();
    Set<String> there =
        survey.clips().stream().map(clip -> field.of(clip.info())).collect(Collectors.toSet());
    return rule.training().stream().filter(value -> !there.contains(value)).sorted().toList();
  }

  private List<String> surplus(Survey survey) {
    List<String> causes = new ArrayList<>();
    long empty =
        degenerate(survey).stream().filter(clip -> clip.defects().contains(Defect.EMPTY)).count();
    if (empty > 0) {
      causes.add(Names.count(empty, "clip") + " without any joint, which others leave out");
    }
    int twice = sides.copiesInside(training, survey.copies());
    if (twice > 0) {
      causes.add(Names.count(twice, "clip") + " that copy another one of this side");
    }
    return causes;
  }
}
