package org.penumbra.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {
  private static final Path HOME = Path.of("home");

  @Test
  void theFirstNamedFolderIsTaken() {
    assertThat(CacheFolder.from(Map.of(), HOME)).isEqualTo(HOME.resolve(".cache/penumbra"));
    assertThat(CacheFolder.from(Map.of("XDG_CACHE_HOME", "x"), HOME))
        .isEqualTo(Path.of("x/penumbra"));
    assertThat(CacheFolder.from(Map.of("XDG_CACHE_HOME", "x", "PENUMBRA_CACHE", "own"), HOME))
        .isEqualTo(Path.of("own"));
    assertThat(CacheFolder.from(Map.of("PENUMBRA_CACHE", " "), HOME))
        .isEqualTo(HOME.resolve(".cache/penumbra"));
  }
}
