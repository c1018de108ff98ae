package org.penumbra.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Pins the keys: a changed value here would silently change every published result. */
class RandomKeyTest {
  @Test
  void keysHaveTheirGoldenValues() {
    assertThat(RandomKey.of(0).state()).isEqualTo(-2152535657050944081L);
    assertThat(RandomKey.of(1).state()).isEqualTo(-7995527694508729151L);
    assertThat(RandomKey.of(1).with("shear").state()).isEqualTo(-4976213767379424819L);
    assertThat(RandomKey.of(1).with("shear").with(3).state()).isEqualTo(4216655341078913007L);
    assertThat(RandomKey.of(1).with("").state()).isEqualTo(-256434680328563757L);
  }

  @Test
  void drawsHaveTheirGoldenValues() {
    SplittableRandom random = RandomKey.of(1).with("shear").with(3).generator();
    assertThat(random.nextLong()).isEqualTo(-6757152154323621339L);
    assertThat(random.nextLong()).isEqualTo(-1946494508148751409L);
    assertThat(random.nextDouble()).isEqualTo(0.9193689420607563);
    assertThat(random.nextInt(25)).isEqualTo(11);
    assertThat(random.nextInt(25)).isEqualTo(19);
  }

  @Test
  void generatorsOfOneKeyDrawTheSame() {
    RandomKey key = RandomKey.of(7).with("clip");
    assertThat(key.generator().longs(20).toArray()).isEqualTo(key.generator().longs(20).toArray());
  }

  @Test
  void differentPartsAndOrdersGiveDifferentKeys() {
    Set<Long> states = new HashSet<>();
    for (int seed = 0; seed < 100; seed++) {
      for (int epoch = 0; epoch < 100; epoch++) {
        states.add(RandomKey.of(seed).with(epoch).state());
      }
    }
    assertThat(states).hasSize(10_000);
    assertThat(RandomKey.of(1).with("a").with("b"))
        .isNotEqualTo(RandomKey.of(1).with("b").with("a"))
        .isNotEqualTo(RandomKey.of(1).with("ab"));
  }
}
