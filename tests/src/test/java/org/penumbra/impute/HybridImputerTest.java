package org.penumbra.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.penumbra.impute.KnnScenes.HAND;
import static org.penumbra.impute.KnnScenes.clip;
import static org.penumbra.impute.KnnScenes.hide;
import static org.penumbra.impute.KnnScenes.home;
import static org.penumbra.impute.KnnScenes.knn;
import static org.penumbra.impute.KnnScenes.set;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.SkeletonClip;

class HybridImputerTest extends ImputerContract {
  @Override
  Imputer imputer() {
    return HybridImputer.of(new Place(1), 3, knn(2));
  }

  /** Every hidden joint at one place. */
  record Place(float metres) implements ClipImputer {
    @Override
    public String name() {
      return "place";
    }

    @Override
    public String describe() {
      return "at " + metres;
    }

    @Override
    public ImputedClip impute(SkeletonClip clip) {
      float[] values = clip.toArray();
      Arrays.fill(values, metres);
      return new ImputedClip(clip.complete(values), FillMap.all(clip.mask(), FillReason.FILLED));
    }
  }

  @Test
  void gapsOfUpToTheLengthGoToTheFirstAndLongerOnesToTheSecond() {
    SkeletonClip whole = clip("b", 30, (t, v) -> home(v));
    int[][] gaps = {{0, 4}, {6, 11}, {13, 14}, {25, 30}};
    SkeletonClip receiver = whole;
    for (int[] gap : gaps) {
      receiver = hide(receiver, HAND, gap[0], gap[1]);
    }
    receiver = hide(receiver, HAND + 1, 5, 6); // another joint is another gap
    ImputedClip done =
        HybridImputer.of(new Place(1), 4, new Place(2)).fit(set(whole)).impute(receiver);
    for (int[] gap : gaps) {
      boolean isLong = gap[1] - gap[0] > 4;
      for (int t = gap[0]; t < gap[1]; t++) {
        assertThat(done.clip().at(0, t, HAND, 0)).isEqualTo(isLong ? 2 : 1);
        assertThat(done.fills().step(t, HAND, 0)).isEqualTo(isLong ? 1 : 0);
      }
    }
    assertThat(done.clip().at(0, 5, HAND + 1, 0)).isEqualTo(1);
    assertThat(done.fills().hiddenJoints()).isEqualTo(4 + 5 + 1 + 5 + 1);
  }

  @Test
  void aGapHasAtLeastOneFrame() {
    assertThatThrownBy(() -> HybridImputer.of(new Place(1), 0, new Place(2)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("frames of a short gap");
  }
}
