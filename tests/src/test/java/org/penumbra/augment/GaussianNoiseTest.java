package org.penumbra.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.penumbra.skeleton.SkeletonLayout;

/** Noise, and the normal numbers it is made of. */
class GaussianNoiseTest {
  private static final long SEED = 61;

  /** Integral of the bell up to x by Simpson's rule in steps of 0.001 from -9. */
  private static double[] cumulative() {
    double[] sums = new double[18_001];
    for (int i = 1; i < sums.length; i++) {
      double x = -9 + (i - 1) * 1e-3;
      double area = bell(x) + 4 * bell(x + 5e-4) + bell(x + 1e-3);
      sums[i] = sums[i - 1] + area * 1e-3 / 6;
    }
    return sums;
  }

  private static double bell(double x) {
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  /** The distribution function turns normal numbers into uniform ones. */
  @Test
  void drawsAreNormal() {
    double[] cumulative = cumulative();
    SplittableRandom random = new SplittableRandom(SEED);
    double[] uniform = new double[1_000_000];
    int inTail = 0;
    for (int i = 0; i < uniform.length; i++) {
      double x = Ziggurat.normal(random);
      double place = (x + 9) * 1000;
      int step = (int) place;
      double part = place - step;
      uniform[i] = cumulative[step] * (1 - part) + cumulative[step + 1] * part;
      inTail += Math.abs(x) > 3.442619855899 ? 1 : 0;
    }
    Spread.assertUniform("distribution of normal draws, seed " + SEED, uniform, 0, 1);
    double expected = 2 * cumulative[(int) ((9 - 3.442619855899) * 1000)] * uniform.length;
    assertThat((double) inTail)
        .as("draws beyond the boxes, seed %d", SEED)
        .isCloseTo(expected, within(4.5 * Math.sqrt(expected) + 2));
    double[] before = Arrays.copyOf(uniform, uniform.length - 1);
    double[] after = Arrays.copyOfRange(uniform, 1, uniform.length);
    Spread.assertUncorrelated("a draw and the next", before, after);
  }

  /** The same draws on every platform and Java version. */
  @Test
  void goldenDraws() {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] found = new double[4];
    Arrays.setAll(found, i -> Ziggurat.normal(random));
    assertThat(found)
        .containsExactly(
            new double[] {
              0.8928698710588532, 0.17524892159370525, 0.33877426297621416, 0.052069621583442215
            },
            within(1e-15));
  }

  @Test
  void everyValueIsMovedByACentimetreThoseOfAbsentBodiesToo() {
    Rendered clip = new Rendered(SkeletonLayout.NTU_25, 50, 2, SEED);
    float[] found = clip.by(GaussianNoise.published(), SEED);
    double[] squares = new double[2];
    double[] sums = new double[2];
    for (int i = 0; i < found.length; i++) {
      double step = found[i] - clip.clip()[i];
      sums[i % 2] += step / (found.length / 2.0);
      squares[i % 2] += step * step / (found.length / 2.0);
    }
    double error = 4.5 * 0.01 / Math.sqrt(found.length / 2.0);
    for (int body = 0; body < 2; body++) {
      assertThat(sums[body]).as("mean, body %d, seed %d", body, SEED).isCloseTo(0, within(error));
      assertThat(Math.sqrt(squares[body]))
          .as("deviation, body %d, seed %d", body, SEED)
          .isCloseTo(0.01, within(error));
    }
  }

  @Test
  void noiseDoesNotDependOnTheClip() {
    Rendered one = new Rendered(SkeletonLayout.NTU_25, 50, 2, SEED);
    Rendered other = new Rendered(SkeletonLayout.NTU_25, 50, 2, SEED + 1);
    float[] first = one.by(new GaussianNoise(1), SEED);
    float[] second = other.by(new GaussianNoise(1), SEED);
    for (int i = 0; i < first.length; i++) {
      assertThat(first[i] - one.clip()[i]).isCloseTo(second[i] - other.clip()[i], within(1e-6f));
    }
  }

  @Test
  void badDeviationIsRefusedByName() {
    assertThatThrownBy(() -> new GaussianNoise(-0.1))
        .hasMessageContaining("deviation of the noise");
  }
}
