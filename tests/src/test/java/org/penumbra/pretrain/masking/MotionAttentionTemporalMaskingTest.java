package org.penumbra.pretrain.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;

class MotionAttentionTemporalMaskingTest {
  private static final float[] SERIES = {0, 1, 1.5f, 4, 4.1f, 4.2f, 9, 9.05f, 9.1f, 9.3f};

  @Test
  void framesThatMoveMostGoFirst() {
    double[] motion = new double[SERIES.length];
    for (int t = 0; t < SERIES.length - 1; t++) {
      motion[t] = Math.pow(SERIES[t + 1] - SERIES[t], 2);
    }
    assertThat(new MotionAttentionTemporalMasking(3).calmestFrames(motion))
        .containsExactly(1, 3, 4, 6, 7, 8, 9);
  }

  @Test
  void whatStaysComesFromTheCalmFramesInTimeOrder() {
    FloatBuffer target = FloatBuffer.allocate(2 * 4);
    float[] twoSamples = new float[20];
    System.arraycopy(SERIES, 0, twoSamples, 0, 10);
    for (int t = 0; t < 10; t++) {
      twoSamples[10 + t] = 100 + t * t; // moves most at the end, so 0 to 5 and 9 are calm
    }
    new MotionAttentionTemporalMasking(3)
        .apply(FloatBuffer.wrap(twoSamples), 2, 10, 1, RandomKey.of(1).generator(), target);
    float[] first = Arrays.copyOfRange(target.array(), 0, 4);
    float[] second = Arrays.copyOfRange(target.array(), 4, 8);
    float[] calmFirst = {1, 4, 4.1f, 9, 9.05f, 9.1f, 9.3f};
    float[] calmSecond = {100, 101, 104, 109, 116, 125, 181};
    int[] places = places(first, calmFirst);
    assertThat(places).isSorted().doesNotHaveDuplicates();
    assertThat(places(second, calmSecond)).isEqualTo(places); // one choice for the batch
  }

  private static int[] places(float[] kept, float[] calm) {
    return IntStream.range(0, kept.length)
        .map(
            i ->
                IntStream.range(0, calm.length)
                    .filter(k -> calm[k] == kept[i])
                    .findFirst()
                    .orElseThrow())
        .toArray();
  }

  /** Three coordinates, seven joints, two bodies, five samples, many seeds. */
  @Test
  void agreesWithTheNaiveFormAndKeepsEveryPlaceEquallyOften() {
    int samples = 5;
    int length = 20;
    int row = 7 * 2;
    int masked = 4;
    int seeds = 400;
    int[] keptAt = new int[length - masked];
    for (int seed = 0; seed < seeds; seed++) {
      RandomKey key = RandomKey.of(seed);
      SplittableRandom values = key.with("values").generator();
      float[] source = new float[samples * 3 * length * row];
      for (int i = 0; i < source.length; i++) {
        source[i] = (float) values.nextDouble(-1, 1);
      }
      FloatBuffer target = FloatBuffer.allocate(samples * 3 * (length - 2 * masked) * row);
      new MotionAttentionTemporalMasking(masked)
          .apply(FloatBuffer.wrap(source), samples, length, row, key.generator(), target);
      int[] places =
          new ReferenceTemporalMasking(source, samples, length, row)
              .assertMasked("seed " + seed, target.array(), masked);
      Arrays.stream(places).forEach(place -> keptAt[place]++);
    }
    double share = 12 / 16.0;
    double deviation = Math.sqrt(seeds * share * (1 - share));
    for (int place = 0; place < keptAt.length; place++) {
      assertThat((double) keptAt[place])
          .as("how often place %d stays, seeds 0 to %d", place, seeds - 1)
          .isCloseTo(seeds * share, within(4.5 * deviation));
    }
  }

  @Test
  void fiftyFramesBecomeThirty() {
    assertThat(MotionAttentionTemporalMasking.published().remaining(50)).isEqualTo(30);
  }

  @Test
  void maskingEveryFrameIsRefused() {
    assertThatThrownBy(() -> new MotionAttentionTemporalMasking(25).remaining(50))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("masked frames must be between 0 and 24");
  }
}
