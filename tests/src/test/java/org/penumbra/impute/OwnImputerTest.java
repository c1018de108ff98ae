package org.penumbra.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.penumbra.impute.KnnScenes.HAND;
import static org.penumbra.impute.KnnScenes.clip;
import static org.penumbra.impute.KnnScenes.hide;
import static org.penumbra.impute.KnnScenes.home;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.SkeletonClip;
import org.penumbra.results.RunStore;

/** Imputers that are a function of the user's. */
class OwnImputerTest extends ImputerContract {
  private static final ClipImputer ONES = ClipImputer.of("ones", clip -> everywhere(clip, 1));

  @Override
  Imputer imputer() {
    return ONES;
  }

  private static float[] everywhere(SkeletonClip clip, float metres) {
    float[] values = clip.toArray();
    Arrays.fill(values, metres);
    return values;
  }

  @Test
  void whatTheFunctionLeavesOpenIsLeftForTheNext() {
    SkeletonClip receiver = hide(clip("a", 6, (t, v) -> home(v)), HAND, 1, 4);
    ClipImputer none = ClipImputer.of("none", clip -> everywhere(clip, Float.NaN));
    ClipImputer some =
        ClipImputer.of(
            "some",
            clip -> {
              float[] values = clip.toArray();
              for (int c = 0; c < 3; c++) {
                values[(c * 6 + 2) * clip.layout().size() + HAND] = 2;
              }
              return values;
            });
    assertThat(none.impute(receiver).clip().mask()).isEqualTo(receiver.mask());
    ImputedClip done = some.orElse(imputer()).fit(KnnScenes.set(receiver)).impute(receiver);
    assertThat(done.clip().at(0, 1, HAND, 0)).isEqualTo(1);
    assertThat(done.clip().at(0, 2, HAND, 0)).isEqualTo(2);
    assertThat(done.fills().step(2, HAND, 0)).isEqualTo(0);
    assertThat(done.fills().step(1, HAND, 0)).isEqualTo(1);
  }

  @Test
  void aStoreOfRunsRefusesIt() {
    SkeletonClip receiver = hide(clip("a", 6, (t, v) -> home(v)), HAND, 1, 4);
    assertThatThrownBy(
            () ->
                RunStore.open().impute(imputer(), KnnScenes.set(receiver), KnnScenes.set(receiver)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("imputer of a run that is to be kept");
  }
}
