package org.penumbra.preprocess;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * The steps that some options stand for, in order. Preparing a clip and tracing it walk the same
 * list, so they cannot disagree.
 */
final class Pipeline {
  /**
   * One step.
   *
   * @param name a word or two
   * @param explanation one sentence: what this setting of the step does
   * @param action changes the working clip
   */
  record Step(String name, String explanation, Consumer<WorkingClip> action) {}

  private final List<Step> steps;

  private Pipeline(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /**
   * Steps that make positions; those that are switched off are not in the list.
   *
   * @throws org.penumbra.core.InvalidOptionException if an option needs joints the layout lacks
   */
  static Pipeline of(Preprocessing options, SkeletonLayout layout) {
    List<Step> steps = start(options, layout);
    steps.add(count(options));
    if (options.centring() != Centring.NONE) {
      steps.add(new Step("Centring", options.centring().describe(), options.centring()::apply));
    }
    finish(options, steps);
    if (options.alignment() != Alignment.NONE) {
      options.alignment().check(layout);
      steps.add(new Step("Alignment", options.alignment().describe(), options.alignment()::apply));
    }
    return new Pipeline(steps);
  }

  /** Steps that make the motion of places as the camera sees them: neither centred nor turned. */
  static Pipeline ofAbsoluteMotion(Preprocessing options, SkeletonLayout layout) {
    List<Step> steps = start(options, layout);
    steps.add(
        new Step(
            "Motion",
            "the place in the next frame minus the place in this one, before everything else",
            AbsoluteMotion::apply));
    steps.add(count(options));
    finish(options, steps);
    return new Pipeline(steps);
  }

  private static List<Step> start(Preprocessing options, SkeletonLayout layout) {
    options.scaling().check(layout);
    List<Step> steps = new ArrayList<>();
    if (options.bodies() != Preprocessing.ALL_BODIES) {
      steps.add(
          new Step("Bodies", options.describeBodies(), work -> work.keepBodies(options.bodies())));
    }
    steps.add(
        new Step(
            "Hidden joints",
            options.missing().describe(),
            work -> options.missing().fill(work.clip(), work.frames())));
    if (options.crop().longest() > 0) {
      steps.add(
          new Step(
              "Crop",
              options.crop().describe(),
              work -> work.keepFrames(options.crop().rows(work.counted()))));
    }
    return steps;
  }

  private static Step count(Preprocessing options) {
    return new Step(
        "Frames that count",
        options.lengthRule().describe(),
        work -> work.keepFrames(options.lengthRule().select(work)));
  }

  private static void finish(Preprocessing options, List<Step> steps) {
    if (options.scaling() != Scaling.NONE) {
      steps.add(new Step("Scaling", options.scaling().describe(), options.scaling()::apply));
    }
    steps.add(
        new Step(
            "Resampling to " + options.frames() + " frames",
            options.resampling().describe(),
            work -> work.resample(options.resampling(), options.frames())));
  }

  List<Step> steps() {
    return steps;
  }

  /** All steps at once: (C, T, V, M) with the bodies that are kept. */
  Frames run(SkeletonClip clip) {
    WorkingClip work = new WorkingClip(clip);
    steps.forEach(step -> step.action().accept(work));
    return work.frames();
  }
}
