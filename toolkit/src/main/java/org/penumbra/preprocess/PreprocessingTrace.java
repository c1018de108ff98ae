package org.penumbra.preprocess;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * What each step of pre-processing does to one clip. The last step's {@code after} is what {@link
 * Preprocessing#apply(SkeletonClip)} returns. {@code PreprocessingFigure} draws it.
 *
 * @param clip name of the clip
 * @param layout which joints
 * @param steps in order; steps that are switched off are left out
 */
public record PreprocessingTrace(String clip, SkeletonLayout layout, List<TraceStep> steps) {
  /** Keeps an unmodifiable copy of the steps. */
  public PreprocessingTrace {
    Objects.requireNonNull(clip, "clip");
    Objects.requireNonNull(layout, "layout");
    steps = List.copyOf(steps);
  }

  static PreprocessingTrace of(Pipeline pipeline, SkeletonClip clip) {
    WorkingClip work = new WorkingClip(clip);
    List<TraceStep> steps = new ArrayList<>();
    TraceFrames before = TraceFrames.of(work);
    for (Pipeline.Step step : pipeline.steps()) {
      step.action().accept(work);
      TraceFrames after = TraceFrames.of(work);
      steps.add(new TraceStep(step.name(), step.explanation(), before, after));
      before = after;
    }
    return new PreprocessingTrace(clip.name(), clip.layout(), steps);
  }

  /** The step of a name's first word or words, for instance {@code Centring}. */
  public TraceStep step(String name) {
    return steps.stream()
        .filter(step -> step.name().startsWith(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidOptionException(
                    "step", "one of " + steps.stream().map(TraceStep::name).toList(), name));
  }

  /** One numbered line per step. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Pre-processing of ").append(clip);
    for (int i = 0; i < steps.size(); i++) {
      text.append('\n').append(i + 1).append(". ").append(steps.get(i));
    }
    return text.toString();
  }
}
