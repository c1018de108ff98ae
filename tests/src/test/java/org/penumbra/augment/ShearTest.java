package org.penumbra.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.RandomKey;

/** Shear as published: ones on the diagonal, six independent factors, each U(-a, a). */
class ShearTest {
  private static final long SEED = 41;
  private static final int DRAWS = 4000;

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.5})
  void sixIndependentUniformFactorsAroundAUnitDiagonal(double amplitude) {
    SplittableRandom random = RandomKey.of(SEED).generator();
    double[][] factors = new double[6][DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      LinearMap map = LinearMap.draw(new Shear(amplitude), random);
      int factor = 0;
      for (int i = 0; i < 9; i++) {
        double entry = map.matrix()[i / 3][i % 3];
        if (i / 3 == i % 3) {
          assertThat(entry).as("diagonal, seed %d, draw %d", SEED, draw).isEqualTo(1);
        } else {
          factors[factor++][draw] = entry;
        }
      }
      assertThat(map.image())
          .as("seed %d, draw %d", SEED, draw)
          .containsExactly(LinearMap.times(map.matrix(), LinearMap.POINT), within(1e-6))
          .doesNotContain(LinearMap.POINT, within(1e-9));
    }
    for (int a = 0; a < 6; a++) {
      Spread.assertUniform("factor " + a + ", seed " + SEED, factors[a], -amplitude, amplitude);
      for (int b = 0; b < a; b++) {
        Spread.assertUncorrelated("factors " + a + " and " + b, factors[a], factors[b]);
      }
    }
  }
}
