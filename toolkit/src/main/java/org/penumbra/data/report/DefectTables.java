package org.penumbra.data.report;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.penumbra.skeleton.Bone;
import tech.tablesaw.api.Table;

/** Clips that cannot be right, by name; the worst first. Frames and bodies count from 0. */
final class DefectTables {
  private record Of<T>(ClipFacts clip, T finding) {}

  private DefectTables() {}

  /** One row for each clip and defect of the clip as a whole, by defect. */
  static Table degenerate(Survey survey) {
    TableDraft draft =
        TableDraft.of("Degenerate clips").text("clip").text("class").whole("frames").text("defect");
    for (Defect defect : Defect.values()) {
      survey.clips().stream()
          .filter(clip -> clip.defects().contains(defect))
          .forEach(
              clip ->
                  draft.row(clip.name(), survey.className(clip), clip.length(), defect.label()));
    }
    return draft.table();
  }

  /** One row for each frame and body with a jump. */
  static Table jumps(Survey survey) {
    TableDraft draft =
        TableDraft.of("Jumps of more than " + survey.options().jumpMetres() + " m in a frame")
            .text("clip")
            .whole("frame")
            .whole("body")
            .whole("joints")
            .text("farthest joint")
            .number("metres");
    for (Of<Jump> of : worstFirst(survey, ClipFacts::jumps, Jump::metres)) {
      Jump jump = of.finding();
      String joint = survey.jointName(jump.joint());
      draft.row(of.clip().name(), jump.frame(), jump.body(), jump.joints(), joint, jump.metres());
    }
    return draft.table();
  }

  /** One row for each clip and body with odd bones. */
  static Table bones(Survey survey) {
    TableDraft draft =
        TableDraft.of("Bones of impossible length")
            .text("clip")
            .whole("body")
            .whole("bones")
            .whole("frames")
            .text("worst bone")
            .whole("in frame")
            .number("metres")
            .number("usual metres");
    for (Of<OddBones> of : worstFirst(survey, ClipFacts::bones, OddBones::off)) {
      OddBones odd = of.finding();
      Bone bone = odd.bone();
      draft.row(
          of.clip().name(),
          odd.body(),
          odd.bones(),
          odd.frames(),
          survey.jointName(bone.child()) + " to " + survey.jointName(bone.parent()),
          odd.frame(),
          odd.metres(),
          odd.usual());
    }
    return draft.table();
  }

  /** One row for each clip with coordinates outside of any room. */
  static Table farAway(Survey survey) {
    TableDraft draft =
        TableDraft.of("Coordinates beyond " + survey.options().roomMetres() + " m")
            .text("clip")
            .whole("joint positions")
            .whole("farthest in frame")
            .whole("body")
            .text("joint")
            .number("metres");
    for (Of<FarAway> of :
        worstFirst(survey, clip -> clip.far().stream().toList(), FarAway::metres)) {
      FarAway far = of.finding();
      String joint = survey.jointName(far.joint());
      draft.row(of.clip().name(), far.joints(), far.frame(), far.body(), joint, far.metres());
    }
    return draft.table();
  }

  private static <T> List<Of<T>> worstFirst(
      Survey survey, Function<ClipFacts, List<T>> findings, ToDoubleFunction<T> how) {
    return survey.clips().stream()
        .flatMap(clip -> findings.apply(clip).stream().map(finding -> new Of<>(clip, finding)))
        .sorted(
            Comparator.comparingDouble((Of<T> of) -> how.applyAsDouble(of.finding())).reversed())
        .toList();
  }
}
