package org.penumbra.data.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.penumbra.data.SkippedFile;

/** One sentence for everything in a set that would change a published number. */
final class Warnings {
  private static final double LONGEST_USUAL_BONE = 1.2; // metres
  private static final double SHORTEST_USUAL_BONE = 0.03;

  private final Survey survey;
  private final List<String> sentences = new ArrayList<>();

  private Warnings(Survey survey) {
    this.survey = survey;
  }

  static List<String> of(Survey survey) {
    Warnings warnings = new Warnings(survey);
    if (survey.data().size() == 0) {
      warnings.sentences.add("The set holds no clip at all.");
    }
    survey.sides().forEach(warnings::copiesAcross);
    warnings.labelConflicts();
    survey.sides().forEach(warnings::framesAcross);
    warnings.framesOfTwoClasses();
    SideCount.all(survey).forEach(warnings::counts);
    warnings.skipped();
    survey.sides().forEach(warnings::degenerateTestClips);
    warnings.unit();
    return List.copyOf(warnings.sentences);
  }

  private void copiesAcross(Sides sides) {
    List<Integer> copied = List.copyOf(sides.copiedTestClips(survey.copies()).keySet());
    long tested = sides.clips(false).count();
    if (!copied.isEmpty()) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "%s: %,d of the %,d test clips (%s) are exact copies of training clips, so that what"
                  + " is judged was seen in training (%s). Give figures with and without them:"
                  + " split(...).withoutCopiedTestClips().",
              sides.name(),
              copied.size(),
              tested,
              Names.percent(100.0 * copied.size() / tested),
              names(copied)));
    }
  }

  private void labelConflicts() {
    Copies conflicts = survey.copies().withTwoLabels(survey.clips());
    if (!conflicts.groups().isEmpty()) {
      sentences.add(
          Names.count(conflicts.clips(), "clip")
              + " have the same coordinates under different labels ("
              + names(conflicts.groups().stream().flatMap(List::stream).toList())
              + "): no classifier can get all of them right.");
    }
  }

  private void framesAcross(Sides sides) {
    List<Integer> tested =
        survey.shared().stream()
            .filter(pair -> sides.separates(pair.first(), pair.second()))
            .map(pair -> sides.trains().get(pair.first()) ? pair.second() : pair.first())
            .distinct()
            .toList();
    if (!tested.isEmpty()) {
      sentences.add(
          sides.name()
              + ": "
              + Names.count(tested.size(), "more test clip")
              + (tested.size() == 1 ? " shares" : " share")
              + " frames with training clips without being copies ("
              + names(tested)
              + ").");
    }
  }

  private void framesOfTwoClasses() {
    List<SharedFrames> pairs =
        survey.shared().stream()
            .filter(
                pair ->
                    survey.clip(pair.first()).info().label()
                        != survey.clip(pair.second()).info().label())
            .toList();
    if (!pairs.isEmpty()) {
      sentences.add(
          Names.count(pairs.size(), "pair")
              + " of clips "
              + (pairs.size() == 1 ? "holds" : "hold")
              + " the same frames under different labels ("
              + Names.few(pairs.stream().map(this::pair).toList())
              + "): their labels contradict each other there.");
    }
  }

  private String pair(SharedFrames pair) {
    return survey.clip(pair.first()).name()
        + " with "
        + survey.clip(pair.second()).name()
        + ": "
        + Names.count(pair.frames(), "frame");
  }

  private void counts(SideCount count) {
    if (count.differs()) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "%s: %,d %s clips, but the literature counts %,d (%+,d): %s.",
              count.sides().name(),
              count.found(),
              count.side(),
              count.expected(),
              count.found() - count.expected(),
              count.explanation(survey)));
    }
  }

  private void skipped() {
    List<SkippedFile> files = survey.data().skipped();
    if (!files.isEmpty()) {
      sentences.add(
          Names.count(files.size(), "damaged file")
              + " left out of the set ("
              + Names.few(files.stream().map(SkippedFile::place).toList())
              + "); see skipped().");
    }
  }

  private void degenerateTestClips(Sides sides) {
    List<ClipFacts> clips = new SideCount(sides, false).degenerate(survey);
    if (!clips.isEmpty()) {
      sentences.add(
          sides.name()
              + ": "
              + Names.count(clips.size(), "test clip")
              + (clips.size() == 1 ? " is" : " are")
              + " degenerate ("
              + defects(clips)
              + ").");
    }
  }

  private String defects(List<ClipFacts> clips) {
    return Arrays.stream(Defect.values())
        .map(
            defect -> {
              long found = clips.stream().filter(clip -> clip.defects().contains(defect)).count();
              return found == 0 ? "" : found + " " + name(defect);
            })
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private String name(Defect defect) {
    return switch (defect) {
      case ONE_FRAME -> "of one frame";
      case SHORT -> "under " + survey.options().shortFrames() + " frames";
      default -> defect.label();
    };
  }

  private void unit() {
    double bone = survey.usualBone();
    if (bone > LONGEST_USUAL_BONE || bone < SHORTEST_USUAL_BONE) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "half of the bones are %s than %.4g m: the coordinates seem not to be metres, and what"
                  + " is said of jumps, bones and distances means little.",
              bone > LONGEST_USUAL_BONE ? "longer" : "shorter",
              bone));
    }
  }

  private String names(List<Integer> positions) {
    return Names.few(positions.stream().map(n -> survey.clip(n).name()).toList());
  }
}
