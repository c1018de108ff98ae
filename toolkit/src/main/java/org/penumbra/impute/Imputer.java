package org.penumbra.impute;

import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.TrainTest;

/**
 * A way to fill hidden joints, as an immutable value.
 *
 * <p>It fills OCCLUDED joints, leaves ABSENT ones alone and never changes a bit of an OBSERVED one.
 * What it fills of a clip depends on (options, training clips, clip) only: not on other clips to be
 * filled, their order, threads, block size or machine.
 *
 * <pre>{@code
 * TrainTest occluded = Occlusions.named("furniture-medium").apply(data.split(Split.CROSS_VIEW));
 * FittedImputer knn = KnnImputer.neighbours(5).fit(occluded.train());
 * TrainTest completed = knn.impute(occluded);
 * }</pre>
 */
public interface Imputer {
  /** Short name with its options, for instance {@code knn-5}; equal names fill alike. */
  String name();

  /** One line: how it fills, with units and source. */
  String describe();

  /**
   * Learns from training clips what it needs, for instance the donors of a search. Methods that
   * look at one clip only learn nothing.
   *
   * @param train untouched; may be larger than memory
   * @throws org.penumbra.core.DataFormatException if there are no clips
   * @throws org.penumbra.core.InvalidOptionException if an option does not fit the clips
   */
  FittedImputer fit(SkeletonDataset train);

  /** Learns from the training half and fills both halves. */
  default TrainTest apply(TrainTest data) {
    return fit(data.train()).impute(data);
  }

  /** Fills by this one what it can, and by another what it leaves hidden; see {@link OrElse}. */
  default Imputer orElse(Imputer other) {
    return new OrElse(this, other);
  }
}
