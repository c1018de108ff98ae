package org.penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;

class JointMaskTest {
  @Test
  void countsAndShares() {
    JointMask mask =
        JointMask.builder(2, 3, 2)
            .set(0, 0, 0, JointState.OCCLUDED)
            .set(1, 2, 1, JointState.ABSENT)
            .set(1, 1, 1, JointState.ABSENT)
            .build();
    assertThat(mask.count(JointState.OBSERVED)).isEqualTo(9);
    assertThat(mask.count(JointState.OCCLUDED)).isEqualTo(1);
    assertThat(mask.count(JointState.ABSENT)).isEqualTo(2);
    assertThat(mask.occludedShare()).isEqualTo(0.1);
    assertThat(JointMask.filled(2, 3, 1, JointState.ABSENT).occludedShare()).isZero();
    assertThat(mask.state(1, 2, 1)).isEqualTo(JointState.ABSENT);
    assertThat(mask.isObserved(1, 2, 0)).isTrue();
    assertThat(mask).hasToString("JointMask(T 2, V 3, M 2) observed 9, occluded 1, absent 2");
  }

  @Test
  void andKeepsTheGreaterLossAndIsASemilattice() {
    for (long seed = 0; seed < 20; seed++) {
      JointMask a = Clips.mask(seed, 4, 5, 2);
      JointMask b = Clips.mask(seed + 100, 4, 5, 2);
      JointMask both = a.and(b);
      assertThat(both).isEqualTo(b.and(a));
      assertThat(both.and(a)).isEqualTo(both);
      assertThat(a.and(a)).isEqualTo(a);
      for (int v = 0; v < 5; v++) {
        assertThat(both.state(3, v, 1).code())
            .isEqualTo((byte) Math.max(a.state(3, v, 1).code(), b.state(3, v, 1).code()));
      }
    }
  }

  @Test
  void aBuilderThatGoesOnLeavesWhatItBuilt() {
    JointMask.Builder builder = JointMask.builder(1, 2, 1);
    JointMask before = builder.build();
    builder.set(0, 0, 0, JointState.OCCLUDED);
    assertThat(before.count(JointState.OCCLUDED)).isZero();
    assertThat(builder.build().count(JointState.OCCLUDED)).isEqualTo(1);
  }

  @Test
  void wrongShapesAndIndicesAreNamed() {
    JointMask mask = JointMask.filled(2, 3, 1, JointState.OBSERVED);
    assertThatThrownBy(() -> mask.and(JointMask.filled(2, 3, 2, JointState.OBSERVED)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("(T 2, V 3, M 1)")
        .hasMessageContaining("(T 2, V 3, M 2)");
    assertThatThrownBy(() -> mask.state(0, 3, 0))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessageContaining("joint 3");
    assertThatThrownBy(() -> JointMask.builder(-1, 3, 1)).hasMessageContaining("frames");
    assertThatThrownBy(() -> JointMask.builder(1, 0, 1)).hasMessageContaining("joints");
    assertThatThrownBy(() -> JointMask.builder(1, 3, 0)).hasMessageContaining("bodies");
  }
}
