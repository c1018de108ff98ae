package org.penumbra.data.report;

import java.util.Locale;
import java.util.function.Predicate;
import tech.tablesaw.api.Table;

/** The figures of the whole set that people quote. */
final class OverviewTable {
  private OverviewTable() {}

  static Table of(Survey survey) {
    JointTally all = survey.findings().allJoints();
    TableDraft draft = TableDraft.of("Overview").text("what").text("how many");
    row(draft, "clips", survey.clips().size());
    row(draft, "frames", survey.findings().frames());
    row(draft, "classes", survey.data().classNames().size());
    row(draft, "joints where a body is", all.present());
    share(draft, "joints inferred", all.inferred, all);
    share(draft, "joints occluded", all.occluded, all);
    share(draft, "joints observed at exactly zero", all.zero, all);
    double bone = survey.usualBone();
    draft.row(
        "usual bone, m", Double.isNaN(bone) ? null : String.format(Locale.ROOT, "%.3f", bone));
    for (Defect defect : Defect.values()) {
      row(draft, "clips: " + defect.label(), count(survey, c -> c.defects().contains(defect)));
    }
    row(draft, "clips with jumps", count(survey, clip -> !clip.jumps().isEmpty()));
    row(draft, "clips with odd bones", count(survey, clip -> !clip.bones().isEmpty()));
    row(draft, "clips outside of a room", count(survey, clip -> clip.far().isPresent()));
    row(draft, "clips that have copies", survey.copies().clips());
    row(draft, "pairs of clips that share frames", survey.shared().size());
    row(draft, "damaged files left out", survey.data().skipped().size());
    return draft.table();
  }

  private static long count(Survey survey, Predicate<ClipFacts> condition) {
    return survey.clips().stream().filter(condition).count();
  }

  private static void row(TableDraft draft, String what, long number) {
    draft.row(what, String.format(Locale.ROOT, "%,d", number));
  }

  private static void share(TableDraft draft, String what, long number, JointTally all) {
    String share = number == 0 ? "" : " (" + Names.percent(100.0 * number / all.present()) + ")";
    draft.row(what, String.format(Locale.ROOT, "%,d", number) + share);
  }
}
