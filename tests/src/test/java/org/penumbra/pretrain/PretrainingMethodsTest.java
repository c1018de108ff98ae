package org.penumbra.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Scale;

class PretrainingMethodsTest {
  @ParameterizedTest
  @EnumSource(Scale.class)
  void aMethodIsFoundByItsNameInAnyCase(Scale scale) {
    assertThat(PretrainingMethods.named("pstl", scale)).isEqualTo(Pstl.preset(scale));
    assertThat(PretrainingMethods.named("CrossMoCo", scale)).isEqualTo(CrossMoco.preset(scale));
    for (PretrainingMethod method : PretrainingMethods.all(scale)) {
      assertThat(PretrainingMethods.named(method.name(), scale)).isEqualTo(method);
    }
    assertThat(PretrainingMethods.all(scale))
        .extracting(PretrainingMethod::name)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(Scale.class)
  void anUnknownNameIsAnsweredByTheKnownOnes(Scale scale) {
    assertThatThrownBy(() -> PretrainingMethods.named("PTSL", scale))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("PSTL, OPSTL")
        .hasMessageContaining("PTSL");
  }
}
