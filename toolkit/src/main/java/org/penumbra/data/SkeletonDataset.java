package org.penumbra.data;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.skeleton.SkeletonLayout;

/** Clips of one layout and one set of classes. Immutable; clips are in order of their names. */
public final class SkeletonDataset {
  private final String name;
  private final SkeletonLayout layout;
  private final List<String> classNames;
  private final List<SkeletonClip> clips;
  private final Map<Split, Predicate<ClipInfo>> trainingRules;

  /**
   * A data set.
   *
   * @param name as {@link Datasets#open(String)} knows it, for instance {@code nw-ucla}
   * @param layout which joints every clip has
   * @param classNames names of the classes, by label
   * @param clips in any order; kept in order of their names
   * @param trainingRules for each split the set has: which clips train (the rest test)
   * @throws DataFormatException if a clip has another layout or an unknown label, or a name is
   *     double
   */
  public SkeletonDataset(
      String name,
      SkeletonLayout layout,
      List<String> classNames,
      List<SkeletonClip> clips,
      Map<Split, Predicate<ClipInfo>> trainingRules) {
    this.name = name;
    this.layout = layout;
    this.classNames = List.copyOf(classNames);
    this.clips = clips.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
    this.trainingRules = new EnumMap<>(Split.class);
    this.trainingRules.putAll(trainingRules);
    check();
  }

  private void check() {
    String former = null;
    for (SkeletonClip clip : clips) {
      if (!clip.layout().equals(layout)) {
        throw new DataFormatException(
            "clip " + clip.name(),
            "expected layout " + layout.name() + ", found " + clip.layout().name() + ".");
      }
      Require.inRange(
          "label of clip " + clip.name(), clip.info().label(), 0, classNames.size() - 1);
      if (clip.name().equals(former)) {
        throw new DataFormatException(name, "two clips have the name " + former + ".");
      }
      former = clip.name();
    }
  }

  /** Name of the set, for instance {@code nw-ucla}. */
  public String name() {
    return name;
  }

  /** Which joints every clip has. */
  public SkeletonLayout layout() {
    return layout;
  }

  /** Names of the classes, by label. */
  public List<String> classNames() {
    return classNames;
  }

  /** All clips in order of their names. */
  public List<SkeletonClip> clips() {
    return clips;
  }

  /** Number of clips, N. */
  public int size() {
    return clips.size();
  }

  /** Number of bodies of the clip that has most, M; 1 for an empty set. */
  public int bodies() {
    return clips.stream().mapToInt(SkeletonClip::bodies).max().orElse(1);
  }

  /** Class labels in clip order, length N. */
  public int[] labels() {
    return clips.stream().mapToInt(clip -> clip.info().label()).toArray();
  }

  /**
   * The clip of a name.
   *
   * @throws InvalidOptionException if there is none
   */
  public SkeletonClip clip(String clipName) {
    return clips.stream()
        .filter(clip -> clip.name().equals(clipName))
        .findFirst()
        .orElseThrow(
            () -> new InvalidOptionException("clip", "one of the names in " + name, clipName));
  }

  /**
   * Divides the set.
   *
   * @throws InvalidOptionException if the set has no such split; the message lists those it has
   */
  public TrainTest split(Split split) {
    Predicate<ClipInfo> trains = trainingRules.get(split);
    if (trains == null) {
      throw new InvalidOptionException(
          "split of " + name, "one of " + trainingRules.keySet(), split);
    }
    return new TrainTest(
        split, where(clip -> trains.test(clip.info())), where(clip -> !trains.test(clip.info())));
  }

  /** The clips that a condition holds for. */
  public SkeletonDataset where(Predicate<SkeletonClip> condition) {
    return with(clips.stream().filter(condition).toList());
  }

  /** Every clip through the same step, for instance an occlusion. */
  public SkeletonDataset map(UnaryOperator<SkeletonClip> step) {
    return with(clips.stream().map(step).toList());
  }

  private SkeletonDataset with(List<SkeletonClip> others) {
    return new SkeletonDataset(name, layout, classNames, others, trainingRules);
  }

  @Override
  public String toString() {
    return name + ": " + size() + " clips, " + classNames.size() + " classes, " + layout.name();
  }
}
