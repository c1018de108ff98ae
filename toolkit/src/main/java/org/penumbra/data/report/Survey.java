package org.penumbra.data.report;

import java.util.List;
import org.penumbra.data.SkeletonDataset;

/** All that the tables, the warnings and the text are made from. */
record Survey(
    SkeletonDataset data,
    ReportOptions options,
    Findings findings,
    Copies copies,
    List<SharedFrames> shared,
    List<Sides> sides) {

  static Survey of(SkeletonDataset data, ReportOptions options) {
    Findings findings = Findings.of(data, options);
    List<ClipFacts> clips = findings.clips();
    Copies copies = Copies.in(clips);
    return new Survey(
        data,
        options,
        findings,
        copies,
        SharedFrames.in(clips, copies, options.sharedFrames()),
        data.splits().stream().map(rule -> Sides.of(rule, clips)).toList());
  }

  List<ClipFacts> clips() {
    return findings.clips();
  }

  ClipFacts clip(int position) {
    return clips().get(position);
  }

  String className(ClipFacts clip) {
    return data.classNames().get(clip.info().label());
  }

  String jointName(int joint) {
    return data.layout().joints().get(joint).name();
  }

  /** Median over clips of their median bone lengths, metres; NaN if no bone is seen. */
  double usualBone() {
    return BoneLengths.median(
        clips().stream()
            .mapToDouble(ClipFacts::usualBone)
            .filter(length -> !Double.isNaN(length))
            .toArray());
  }
}
