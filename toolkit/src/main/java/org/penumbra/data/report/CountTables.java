package org.penumbra.data.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.penumbra.data.ClipInfo;
import tech.tablesaw.api.Table;

/** How many clips each class, subject, camera and setup has, and on which side of each split. */
final class CountTables {
  private CountTables() {}

  /** One row for each class, also for those without clips. */
  static Table classes(Survey survey) {
    TableDraft draft = draft("Clips by class", "class", survey);
    Map<Integer, List<Integer>> byLabel = by(survey, ClipInfo::label);
    for (int label = 0; label < survey.data().classNames().size(); label++) {
      List<Integer> clips = byLabel.getOrDefault(label, List.of());
      draft.row(row(survey.data().classNames().get(label), clips, survey));
    }
    return draft.table();
  }

  static Table subjects(Survey survey) {
    return numbers("Clips by subject", "subject", survey, ClipInfo::subject);
  }

  static Table cameras(Survey survey) {
    return numbers("Clips by camera", "camera", survey, ClipInfo::camera);
  }

  static Table setups(Survey survey) {
    return numbers("Clips by setup", "setup", survey, ClipInfo::setup);
  }

  private static Table numbers(
      String title, String field, Survey survey, ToIntFunction<ClipInfo> value) {
    TableDraft draft = draft(title, field, survey);
    by(survey, value).forEach((number, clips) -> draft.row(row(number.toString(), clips, survey)));
    return draft.table();
  }

  /** In order of the values. */
  private static Map<Integer, List<Integer>> by(Survey survey, ToIntFunction<ClipInfo> value) {
    Map<Integer, List<Integer>> clips = new TreeMap<>();
    IntStream.range(0, survey.clips().size())
        .forEach(
            n ->
                clips
                    .computeIfAbsent(
                        value.applyAsInt(survey.clip(n).info()), number -> new ArrayList<>())
                    .add(n));
    return clips;
  }

  private static TableDraft draft(String title, String field, Survey survey) {
    TableDraft draft = TableDraft.of(title).text(field).whole("clips").whole("frames");
    survey.sides().forEach(s -> draft.whole(s.name() + " train").whole(s.name() + " test"));
    return draft;
  }

  private static List<Object> row(String name, List<Integer> clips, Survey survey) {
    List<Object> row = new ArrayList<>();
    row.add(name);
    row.add(clips.size());
    row.add(clips.stream().mapToLong(n -> survey.clip(n).length()).sum());
    for (Sides sides : survey.sides()) {
      long training = clips.stream().filter(n -> sides.trains().get(n)).count();
      row.add(training);
      row.add(clips.size() - training);
    }
    return row;
  }
}
