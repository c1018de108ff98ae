package org.penumbra.data.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.penumbra.data.SkeletonDataset;

/** What one pass over the clips of a set found; equal for any number of threads. */
final class Findings {
  private final List<ClipFacts> clips = new ArrayList<>();
  private final List<JointTally> joints;
  private final long[] framesByBodies; // index: bodies that are there

  private Findings(int joints, int bodies) {
    this.joints = Stream.generate(JointTally::new).limit(joints).toList();
    this.framesByBodies = new long[bodies + 1];
  }

  /** Reads every clip once, in parallel, and keeps none. */
  static Findings of(SkeletonDataset data, ReportOptions options) {
    return IntStream.range(0, data.size())
        .parallel()
        .collect(
            () -> new Findings(data.layout().size(), data.bodies()),
            (findings, n) -> findings.add(new ClipCells(data.clips().get(n)), options),
            Findings::add);
  }

  private void add(ClipCells cells, ReportOptions options) {
    ClipFacts facts = ClipFacts.of(cells, options);
    clips.add(facts);
    for (int v = 0; v < cells.joints; v++) {
      joints.get(v).add(cells, v);
    }
    for (int t = 0; t < facts.length(); t++) {
      framesByBodies[cells.bodiesThere(t)]++;
    }
  }

  private void add(Findings later) {
    clips.addAll(later.clips);
    for (int v = 0; v < joints.size(); v++) {
      joints.get(v).add(later.joints.get(v));
    }
    for (int m = 0; m < framesByBodies.length; m++) {
      framesByBodies[m] += later.framesByBodies[m];
    }
  }

  /** In order of the clips' names. */
  List<ClipFacts> clips() {
    return clips;
  }

  /** By joint. */
  List<JointTally> joints() {
    return joints;
  }

  /** All joints together. */
  JointTally allJoints() {
    JointTally all = new JointTally();
    joints.forEach(all::add);
    return all;
  }

  /** Frames, without padding, in which this many bodies are there. */
  long framesWith(int bodies) {
    return framesByBodies[bodies];
  }

  /** Frames without padding. */
  long frames() {
    return clips.stream().mapToLong(ClipFacts::length).sum();
  }
}
