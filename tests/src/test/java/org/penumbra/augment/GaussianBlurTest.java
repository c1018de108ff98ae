package org.penumbra.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.skeleton.SkeletonLayout;

/** Blur along time against float64 loops written from the formula. */
class GaussianBlurTest {
  private static final long SEED = 51;
  private static final Rendered NTU = new Rendered(SkeletonLayout.NTU_25, 50, 2, SEED);

  /** {@code y[t] = sum_k exp(-k^2 / 2 s^2) x[t + k]}, k from -7 to 7, zeros outside. */
  private static double[] blurred(float[] x, int frames, int row, double sigma, double divisor) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      int frame = i / row % frames;
      for (int k = -7; k <= 7; k++) {
        if (frame + k >= 0 && frame + k < frames) {
          y[i] += Math.exp(-k * k / 2.0 / sigma / sigma) * x[i + k * row] / divisor;
        }
      }
    }
    return y;
  }

  private static void assertClose(float[] found, double[] expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) found[i])
          .as("element %d, seed %d", i, SEED)
          .isCloseTo(expected[i], within(5e-6));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.3, 0.7, 1, 2})
  void everyWidth(double sigma) {
    float[] found = NTU.by(new GaussianBlur(15, sigma, sigma, false), SEED);
    assertClose(found, blurred(NTU.clip(), 50, NTU.row(), sigma, 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 7, 8, 15})
  void clipsShorterThanTheBlur(int frames) {
    Rendered clip = new Rendered(SkeletonLayout.KINECT_20, frames, 1, SEED);
    float[] found = clip.by(new GaussianBlur(15, 1.7, 1.7, false), SEED);
    assertClose(found, blurred(clip.clip(), frames, clip.row(), 1.7, 1));
  }

  /** Golden: what a body at rest is multiplied by. */
  @ParameterizedTest
  @CsvSource({"0.1, 1", "1, 2.51", "2, 5.01"})
  void aBodyAtRestGrowsUnlessNormalised(double sigma, double gain) {
    float[] ones = new float[3 * 31 * 20];
    Arrays.fill(ones, 1);
    View view =
        new View(
            new PreparedDataset(
                "rest",
                SkeletonLayout.KINECT_20,
                List.of("a"),
                List.of("c"),
                new int[1],
                31,
                1,
                ones));
    int middle = 15 * 20;
    GaussianBlur blur = new GaussianBlur(15, sigma, sigma, false);
    view.moveTo(0);
    blur.apply(view, new SplittableRandom(SEED));
    assertThat((double) view.values()[middle]).isCloseTo(gain, within(0.005));
    view.moveTo(0);
    blur.withNormalised(true).apply(view, new SplittableRandom(SEED));
    assertThat((double) view.values()[middle]).isCloseTo(1, within(1e-6));
  }

  @Test
  void normalisedDividesByTheSumOfAllWeightsAlsoAtTheEnds() {
    double sum = 0;
    for (int k = -7; k <= 7; k++) {
      sum += Math.exp(-k * k / 2.0 / 1.3 / 1.3);
    }
    float[] found = NTU.by(new GaussianBlur(15, 1.3, 1.3, true), SEED);
    assertClose(found, blurred(NTU.clip(), 50, NTU.row(), 1.3, sum));
  }

  /** Neighbours of an impulse are exp(-1 / 2 s^2) of it, which gives s where that is not tiny. */
  @Test
  void theWidthIsUniform() {
    float[] impulse = new float[3 * 3 * 20];
    impulse[20] = 1;
    View view =
        new View(
            new PreparedDataset(
                "impulse",
                SkeletonLayout.KINECT_20,
                List.of("a"),
                List.of("c"),
                new int[1],
                3,
                1,
                impulse));
    SplittableRandom random = new SplittableRandom(SEED);
    List<Double> widths = new ArrayList<>();
    int draws = 4000;
    for (int draw = 0; draw < draws; draw++) {
      view.moveTo(0);
      GaussianBlur.published().apply(view, random);
      double sigma = Math.sqrt(-0.5 / Math.log(view.values()[0]));
      if (sigma > 0.25) {
        widths.add(sigma);
      }
    }
    double share = 1.75 / 1.9;
    assertThat((double) widths.size())
        .isCloseTo(draws * share, within(4.5 * Math.sqrt(draws * share * (1 - share))));
    double[] found = widths.stream().mapToDouble(Double::doubleValue).toArray();
    Spread.assertUniform("sigma, seed " + SEED, found, 0.25, 2 + 1e-5);
  }

  @Test
  void badOptionsAreRefusedByName() {
    assertThatThrownBy(() -> new GaussianBlur(14, 0.1, 2, false))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("taps of the blur must be an odd number");
    assertThatThrownBy(() -> new GaussianBlur(15, 0, 2, false))
        .hasMessageContaining("smallest sigma");
    assertThatThrownBy(() -> new GaussianBlur(15, 1, 0.5, false))
        .hasMessageContaining("largest sigma");
  }
}
