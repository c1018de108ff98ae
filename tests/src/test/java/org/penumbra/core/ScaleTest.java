package org.penumbra.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScaleTest {
  /** Prints the scale of its environment. */
  static final class Probe {
    private Probe() {}

    public static void main(String[] arguments) {
      System.out.println(Scale.fromEnvironment());
    }
  }

  @Test
  void anEnvironmentWithoutAScaleMeansSmoke() {
    assertThat(Scale.from(Map.of())).isEqualTo(Scale.SMOKE);
    assertThat(Scale.from(Map.of("PENUMBRA_SCALE", "  "))).isEqualTo(Scale.SMOKE);
  }

  @Test
  void anEnvironmentNamesItInAnyLetterCase() {
    assertThat(Scale.from(Map.of("PENUMBRA_SCALE", " Paper "))).isEqualTo(Scale.PAPER);
    assertThatThrownBy(() -> Scale.from(Map.of("PENUMBRA_SCALE", "huge")))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("scale must be one of smoke, course, paper, found 'huge'.");
  }

  @Test
  void theProcessReadsItsOwn(@TempDir Path folder) throws Exception {
    assertThat(ForkedJvm.run(Probe.class, Map.of(), folder).lines()).containsExactly("SMOKE");
    assertThat(ForkedJvm.run(Probe.class, Map.of("PENUMBRA_SCALE", "course"), folder).lines())
        .containsExactly("COURSE");
  }
}
