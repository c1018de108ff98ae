package org.penumbra.impute;

import java.util.List;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.TrainTest;

/** An {@link Imputer} that has seen its training clips. Immutable, used from several threads. */
public interface FittedImputer {
  /** The options it was made with. */
  Imputer imputer();

  /**
   * Fills clips together, which costs less than one by one and gives the same to the bit.
   *
   * @param clips untouched, of the training clips' layout
   * @return the clips in the same order; what could not be filled stays hidden and is said
   */
  List<ImputedClip> imputeBlock(List<SkeletonClip> clips);

  /** Fills one clip. */
  default ImputedClip impute(SkeletonClip clip) {
    return imputeBlock(List.of(clip)).get(0);
  }

  /**
   * Fills a set: at once if it is in memory, else block by block whenever clips are asked for.
   *
   * @see ImputedDataset
   */
  default ImputedDataset impute(SkeletonDataset data) {
    return ImputedDataset.of(this, data);
  }

  /** Fills both halves of a divided set. */
  default TrainTest impute(TrainTest data) {
    return data.map(half -> impute(half).data());
  }
}
