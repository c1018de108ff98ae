package org.penumbra.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Scale;

class PstlVariantsTest {
  private static final String JOINTS = "central spatial masking of 9 joints";
  private static final String FRAMES = "motion attention temporal masking of twice 10 frames";

  @ParameterizedTest
  @CsvSource({
    "default, '" + JOINTS + ", " + FRAMES + ", views'",
    "csm-only, '" + JOINTS + " only, views'",
    "matm-only, '" + FRAMES + " only, views'",
    "rsm+rtm, 'random spatial masking of 9 joints, random temporal masking of 20 frames, views'",
    "rsm+matm, 'random spatial masking of 9 joints, " + FRAMES + ", views'",
    "csm+rtm, '" + JOINTS + ", random temporal masking of 20 frames, views'",
    "csm5, central spatial masking of 5 joints",
    "csm7, central spatial masking of 7 joints",
    "csm11, central spatial masking of 11 joints",
    "K6, twice 6 frames",
    "K8, twice 8 frames",
    "K12, twice 12 frames",
    "emb4096, 'embedding 4096, lambda 0.000300'",
    "emb8196, 'embedding 8196, lambda 0.000150'"
  })
  void everyRowOfTheTables(String name, String expected) {
    assertThat(Pstl.preset(Scale.PAPER).variant(name).describe()).contains(expected);
  }

  @Test
  void noTwoNamesMeanTheSame() {
    for (Scale scale : Scale.values()) {
      Map<String, String> seen = new TreeMap<>();
      for (String name : PstlVariants.NAMES) {
        Pstl variant = Pstl.preset(scale).variant(name);
        assertThat(seen.put(variant.describe(), name)).as(name).isNull();
      }
    }
  }

  @Test
  void widthsShrinkWithThePreset() {
    assertThat(Pstl.preset(Scale.COURSE).variant("emb4096").options().embedding()).isEqualTo(341);
  }

  @Test
  void unknownNamesAreRefused() {
    assertThatThrownBy(() -> Pstl.preset(Scale.SMOKE).variant("csm6"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("variant of PSTL must be one of [default, csm-only")
        .hasMessageContaining("found 'csm6'");
  }
}
