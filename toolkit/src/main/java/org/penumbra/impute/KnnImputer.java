package org.penumbra.impute;

import java.util.Locale;
import java.util.Objects;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.impute.knn.KnnOptions;
import org.penumbra.impute.knn.KnnOptions.Weighting;
import org.penumbra.impute.space.ComparisonSpace;
import org.penumbra.impute.space.Padding;
import org.penumbra.impute.space.TrainingFacts;

/**
 * Hidden joints from the training clips that are most alike: scikit-learn's KNNImputer on whole
 * clips, as in OPSTL, section III-D.
 *
 * <p>Clips become rows of J cells (grid frame, joint, body) in a {@link ComparisonSpace}. Two are
 * at distance {@code d = sqrt(J / c * sum (a - b)^2)} over the c cells that both have. A missing
 * cell is the mean of the k nearest clips that have it, {@code sum (x / d) / sum (1 / d)}; if some
 * are at distance 0, of those alone. Cells are then brought back to the clip's own frames, on a
 * straight line in time between two of them. A clip is never its own donor, nor is another of its
 * name.
 *
 * <p>A clip, or for a relative space a body, of which nothing is seen stays hidden, where
 * scikit-learn would give the mean of all. OPSTL's paper searches on the relative grid; its
 * released code on 300 absolute frames, with absent frames and bodies as zeros: {@code
 * withSpace(RAW).withPadding(OBSERVED_ZERO)}, whose rows however end with the longest training clip
 * (more zeros would change the factor J / c alone). What that code overwrites with 0, observed
 * joints that no training clip shows, stays as observed here.
 *
 * <pre>{@code
 * KnnImputer imputer = KnnImputer.neighbours(5).withSpace(ComparisonSpace.TURNED_50);
 * TrainTest completed = imputer.withMeetingEnds().apply(occluded);
 * }</pre>
 *
 * @param options neighbours, weights and overlap
 * @param space how clips are laid over each other
 * @param padding what absent frames and bodies are
 * @param meetingEnds whether donors are shifted to meet what is observed around a gap ({@link
 *     #withMeetingEnds})
 */
public record KnnImputer(
    KnnOptions options, ComparisonSpace space, Padding padding, boolean meetingEnds)
    implements Imputer {
  /** Checks that all is there. */
  public KnnImputer {
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(space, "space");
    Objects.requireNonNull(padding, "padding");
  }

  /**
   * So many neighbours, weighted by distance, on the relative grid of 50 frames. More than there
   * are clips that see a joint is allowed; such joints are {@link FillReason#FEW_DONORS}.
   */
  public static KnnImputer neighbours(int k) {
    return new KnnImputer(
        KnnOptions.neighbours(k), ComparisonSpace.RELATIVE_50, Padding.EXCLUDED, false);
  }

  /** With donors averaged in another way. */
  public KnnImputer withWeighting(Weighting value) {
    return with(new KnnOptions(options.neighbours(), value, options.minOverlap()));
  }

  /** With only donors that share at least this share of the cells with the clip, 0 to 1. */
  public KnnImputer withMinOverlap(double share) {
    return with(new KnnOptions(options.neighbours(), options.weighting(), share));
  }

  /** With clips compared in another space. */
  public KnnImputer withSpace(ComparisonSpace value) {
    return new KnnImputer(options, value, padding, meetingEnds);
  }

  /** With absent frames and bodies taken in another way. */
  public KnnImputer withPadding(Padding value) {
    return new KnnImputer(options, space, value, meetingEnds);
  }

  /**
   * With the donors' path in a gap shifted to meet the observed joint on both sides: by the
   * mismatch at the last frame before the gap, going linearly in time to that at the first after it
   * ({@link GapEnds}). A joint never seen in the clip is not shifted. Not published.
   */
  public KnnImputer withMeetingEnds() {
    return new KnnImputer(options, space, padding, true);
  }

  private KnnImputer with(KnnOptions value) {
    return new KnnImputer(value, space, padding, meetingEnds);
  }

  /** For instance {@code knn-5}; what differs from {@link #neighbours} is appended. */
  @Override
  public String name() {
    return "knn-"
        + options.neighbours()
        + place()
        + (options.weighting() == Weighting.DISTANCE ? "" : "-uniform")
        + (options.minOverlap() == 0 ? "" : "-overlap-" + options.minOverlap())
        + (padding == Padding.EXCLUDED ? "" : "-zeros")
        + (meetingEnds ? "-meeting-ends" : "");
  }

  private String place() {
    if (space.equals(ComparisonSpace.RELATIVE_50)) {
      return "";
    }
    return "-" + (space.equals(ComparisonSpace.TURNED_50) ? "turned" : space.name());
  }

  @Override
  public String describe() {
    return String.format(
        Locale.ROOT,
        "mean of the %d nearest training clips that see the joint, %s; clips compared %s; %s%s%s",
        options.neighbours(),
        options.weighting() == Weighting.DISTANCE ? "weighted by 1/distance" : "all alike",
        space.describe(),
        padding.describe(),
        options.minOverlap() == 0
            ? ""
            : "; donors share at least " + options.minOverlap() + " of all joints and frames",
        meetingEnds ? "; shifted to meet what is observed around a gap" : "");
  }

  /**
   * Makes rows of the training clips, reading each of them twice, and prepares the search. Rows are
   * kept in memory if they fit into half of what is free, else in a temporary file.
   *
   * @throws DataFormatException if there are no clips
   * @throws org.penumbra.core.InvalidOptionException if there is no room for them; said before a
   *     row is made
   */
  @Override
  public FittedKnnImputer fit(SkeletonDataset train) {
    return fit(train, RowMemory.now());
  }

  FittedKnnImputer fit(SkeletonDataset train, RowMemory memory) {
    if (train.size() == 0) {
      throw new DataFormatException(
          "training clips of " + train.name(),
          "expected at least one that can donate, found no clips.");
    }
    return FittedKnnImputer.of(this, train, TrainingFacts.of(train), memory);
  }
}
