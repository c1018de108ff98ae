package org.penumbra.impute;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.Require;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.skeleton.Joint;
import org.penumbra.skeleton.SkeletonLayout;
import tech.tablesaw.api.Table;

/**
 * How far imputed joints are from the truth, which synthetic occlusion keeps. Judged are the joints
 * that were hidden on purpose: OCCLUDED before filling and OBSERVED in {@link
 * SkeletonClip#truth()}. Joints that an imputer leaves hidden are in no error; {@link
 * #unfilledShare()} says how many they are, and must be read beside it.
 *
 * <p>Goes through the clips once, in parallel, and keeps none; the figures do not depend on
 * threads. Where nothing was filled they are NaN.
 *
 * <pre>{@code
 * var completed = Imputers.named("linear").fit(occluded.train()).impute(occluded.test());
 * show(ImputationQuality.of(completed));
 * }</pre>
 */
public final class ImputationQuality {
  private final String name;
  private final SkeletonLayout layout;
  private final ErrorSums sums;

  private ImputationQuality(String name, SkeletonLayout layout, ErrorSums sums) {
    this.name = name;
    this.layout = layout;
    this.sums = sums;
  }

  /**
   * Judges completed clips.
   *
   * @throws DataFormatException if a clip has no truth
   */
  public static ImputationQuality of(ImputedDataset completed) {
    return of(completed.data());
  }

  /**
   * Judges completed clips; one that nothing was filled in counts as left unfilled.
   *
   * @throws DataFormatException if a clip has no truth
   */
  public static ImputationQuality of(SkeletonDataset completed) {
    ErrorSums all = new ErrorSums(completed.layout());
    int block = ImputedDataset.BLOCK;
    for (int from = 0; from < completed.size(); from += block) {
      List<ErrorSums> sums =
          IntStream.range(from, Math.min(from + block, completed.size()))
              .parallel()
              .mapToObj(n -> judge(completed, completed.clips().get(n)))
              .toList();
      sums.forEach(all::add);
    }
    return new ImputationQuality(completed.name(), completed.layout(), all);
  }

  private static ErrorSums judge(SkeletonDataset data, SkeletonClip clip) {
    if (clip.truth().isEmpty()) {
      throw new DataFormatException(
          data.name() + ", clip " + clip.name(),
          "expected the truth behind synthetic occlusion, found none: hide joints with an"
              + " Occlusion first, then fill them. What a sensor did not see has no truth to be"
              + " judged by.");
    }
    return ErrorSums.of(clip);
  }

  /** Name of the data set. */
  public String name() {
    return name;
  }

  /** Which joints. */
  public SkeletonLayout layout() {
    return layout;
  }

  /** Number of joints that were hidden on purpose, over all frames, bodies and clips. */
  public long hidden() {
    return filled() + left();
  }

  /** How many of them were filled: those the errors are means of. */
  public long filled() {
    return Arrays.stream(sums.filledByJoint).sum();
  }

  private long left() {
    return Arrays.stream(sums.leftByJoint).sum();
  }

  /** Share of the hidden joints that were left hidden, 0 to 1; 0 if none was hidden. */
  public double unfilledShare() {
    return hidden() == 0 ? 0 : (double) left() / hidden();
  }

  /** Mean distance from the truth, millimetres. */
  public double meanError() {
    return Arrays.stream(sums.errorByGap).sum() / filled();
  }

  /** Median distance from the truth, millimetres, to 0.1. */
  public double medianError() {
    return quantile(0.5);
  }

  /**
   * Distance from the truth that a share of the filled joints do not exceed, millimetres, to 0.1.
   *
   * @param share 0 to 1, for instance 0.95
   */
  public double quantile(double share) {
    return sums.histogram.quantile(Require.inRange("share", share, 0, 1));
  }

  /** Mean distance of a joint, millimetres; NaN if it was never filled. */
  public double meanError(Joint joint) {
    return sums.errorByJoint[joint.index()] / sums.filledByJoint[joint.index()];
  }

  /** How often a joint was hidden. */
  public long hidden(Joint joint) {
    return sums.filledByJoint[joint.index()] + sums.leftByJoint[joint.index()];
  }

  /** Share of a joint's hidden places that were left hidden, 0 to 1. */
  public double unfilledShare(Joint joint) {
    return hidden(joint) == 0 ? 0 : (double) sums.leftByJoint[joint.index()] / hidden(joint);
  }

  /** Mean distance in gaps of a length, millimetres; NaN if there is none that was filled. */
  public double meanError(GapLength gap) {
    return sums.errorByGap[gap.index()] / sums.filledByGap[gap.index()];
  }

  /** Number of hidden joints in gaps of a length. */
  public long hidden(GapLength gap) {
    return sums.filledByGap[gap.index()] + sums.leftByGap[gap.index()];
  }

  /** Share of the hidden joints in gaps of a length that were left hidden, 0 to 1. */
  public double unfilledShare(GapLength gap) {
    return hidden(gap) == 0 ? 0 : (double) sums.leftByGap[gap.index()] / hidden(gap);
  }

  /**
   * Mean difference of a bone's length from its true one, millimetres, over bones with a filled
   * end.
   */
  public double boneError() {
    return sums.boneError / sums.bones;
  }

  /**
   * Mean length of third differences over four consecutive frames with a filled one among them, as
   * a multiple of the truth's in the same frames: 1 is as jerky as the motion is, 0 is too smooth.
   */
  public double jerkRatio() {
    return sums.jerk / sums.trueJerk;
  }

  /** Joints: index, name, how often hidden, mean error (mm), left hidden (%). */
  public Table joints() {
    return QualityTables.joints(this);
  }

  /** Lengths of gaps: frames, hidden joints, mean error (mm), left hidden (%). */
  public Table gaps() {
    return QualityTables.gaps(this);
  }

  /** The figures of all joints in a few lines. */
  @Override
  public String toString() {
    return String.join(
        "\n",
        String.format(
            Locale.ROOT,
            "%s: %,d joints hidden on purpose, %.2f %% of them left unfilled and in no error",
            name,
            hidden(),
            100 * unfilledShare()),
        String.format(
            Locale.ROOT,
            "distance from the truth: mean %.1f mm, median %.1f mm, 95 %% within %.1f mm",
            meanError(),
            medianError(),
            quantile(0.95)),
        String.format(
            Locale.ROOT,
            "bones with a filled end: %.1f mm off; jerk %.2f times the true one",
            boneError(),
            jerkRatio()));
  }
}
