package org.penumbra.data.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;

/** Clips that are copies of others, as a whole or in part. */
final class CopyTables {
  private CopyTables() {}

  /** Groups of clips with equal content, one row for each clip, with its side in every split. */
  static Table copies(Survey survey) {
    return groups("Copies: groups of equal clips", survey.copies(), survey);
  }

  /** The groups of {@link #copies} whose clips have more than one label. */
  static Table labelConflicts(Survey survey) {
    Copies conflicts = survey.copies().withTwoLabels(survey.clips());
    return groups("Label conflicts: equal clips of different classes", conflicts, survey);
  }

  private static Table groups(String title, Copies copies, Survey survey) {
    TableDraft draft = TableDraft.of(title).whole("group").text("clip").text("class");
    survey.sides().forEach(sides -> draft.text(sides.name()));
    for (int group = 0; group < copies.groups().size(); group++) {
      for (int n : copies.groups().get(group)) {
        List<Object> row = new ArrayList<>();
        row.add(group + 1);
        row.add(survey.clip(n).name());
        row.add(survey.className(survey.clip(n)));
        survey.sides().forEach(sides -> row.add(sides.side(n)));
        draft.row(row);
      }
    }
    return draft.table();
  }

  /** Test clips that copy a training clip, for each split. */
  static Table copiedTestClips(Survey survey) {
    TableDraft draft =
        TableDraft.of("Test clips that are copies of training clips")
            .text("split")
            .text("test clip")
            .text("class")
            .text("training clip")
            .text("its class");
    for (Sides sides : survey.sides()) {
      sides
          .copiedTestClips(survey.copies())
          .forEach(
              (copy, original) ->
                  draft.row(
                      sides.name(),
                      survey.clip(copy).name(),
                      survey.className(survey.clip(copy)),
                      survey.clip(original).name(),
                      survey.className(survey.clip(original))));
    }
    return draft.table();
  }

  /** Pairs of clips that share frames without being copies; those that share most first. */
  static Table sharedFrames(Survey survey) {
    TableDraft draft =
        TableDraft.of("Clips that share frames")
            .text("clip")
            .text("class")
            .text("other clip")
            .text("its class")
            .whole("shared frames")
            .number("% of the shorter")
            .text("across");
    for (SharedFrames pair : survey.shared()) {
      ClipFacts first = survey.clip(pair.first());
      ClipFacts second = survey.clip(pair.second());
      draft.row(
          first.name(),
          survey.className(first),
          second.name(),
          survey.className(second),
          pair.frames(),
          100 * pair.share(survey.clips()),
          survey.sides().stream()
              .filter(sides -> sides.separates(pair.first(), pair.second()))
              .map(Sides::name)
              .collect(Collectors.joining(", ")));
    }
    return draft.table();
  }
}
