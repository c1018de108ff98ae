package org.penumbra.pretrain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of all methods; {@code -Dpenumbra.docs=write} writes it anew. */
class MethodSheetTest {
  private static final Path PAGE =
      Path.of(System.getProperty("penumbra.root"), "docs", "methods.md");

  @Test
  void thePageIsThatOfThePresets() throws IOException {
    if ("write".equals(System.getProperty("penumbra.docs"))) {
      Files.writeString(PAGE, MethodSheet.page());
    }
    assertThat(Files.readString(PAGE)).isEqualTo(MethodSheet.page());
  }
}
