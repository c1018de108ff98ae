package org.penumbra.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Scale;
import org.penumbra.model.StGcnOptions;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.skeleton.SkeletonLayout;

class BatchSizeFinderTest {
  private static final PreparedDataset CLIPS = Waves.of(SkeletonLayout.KINECT_20, 3, 50, 1);
  private static final Pstl TINY =
      Pstl.preset(Scale.SMOKE)
          .withEncoder(StGcnOptions.published().withSize(2, 8))
          .withEmbedding(16);

  /** More samples than there are clips: they are repeated. */
  @Test
  void realStepsGrowUpToTheLargestAskedFor() {
    assumeTrue(Files.exists(Path.of("/proc/self/status")), "needs Linux");
    BatchSizeFinder.Result found =
        BatchSizeFinder.of(TINY, CLIPS).withBudget(8L << 30).withLargest(12).find();
    assertThat(found.trials()).extracting(BatchTrial::batch).containsExactly(2, 4, 8, 12);
    assertThat(found.batch()).isEqualTo(12);
    assertThat(found.describe()).contains("8: fits", "batch 12 fits into 8.0 GiB");
  }

  @Test
  void badInputIsRefused() {
    BatchSizeFinder finder = BatchSizeFinder.of(TINY, CLIPS);
    assertThatThrownBy(() -> finder.withLargest(1))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("largest batch must be at least 2, found 1.");
    assertThatThrownBy(() -> finder.withBudget(0))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("memory budget must be above 0 bytes, found 0.");
  }
}
