package org.penumbra.impute;

import java.util.List;
import java.util.stream.IntStream;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;

/** Mean bone vectors of training clips, of bodies turned to the front. */
final class MeanBones {
  private static final int BLOCK = 512; // clips whose sums are held at a time

  private MeanBones() {}

  /**
   * Goes through the clips once; the sums do not depend on threads.
   *
   * @throws DataFormatException if there are no clips
   */
  static BoneSums learn(SkeletonDataset train) {
    if (train.size() == 0) {
      throw new DataFormatException(
          "training set " + train.name(), "expected at least one clip to learn bones from.");
    }
    BoneSums all = new BoneSums(train.layout());
    for (int from = 0; from < train.size(); from += BLOCK) {
      List<BoneSums> sums =
          IntStream.range(from, Math.min(from + BLOCK, train.size()))
              .parallel()
              .mapToObj(n -> of(train.clips().get(n)))
              .toList();
      sums.forEach(all::add);
    }
    return all;
  }

  private static BoneSums of(SkeletonClip clip) {
    BoneSums sums = new BoneSums(clip.layout());
    for (int m = 0; m < clip.bodies(); m++) {
      BodyMotion body = BodyMotion.of(clip, m);
      sums.add(body, BodyAxes.of(body));
    }
    return sums;
  }
}
