package org.penumbra.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The page of all occlusions; {@code -Dpenumbra.docs=write} writes it anew. */
class OcclusionSheetTest {
  private static final Path DOCS = Path.of(System.getProperty("penumbra.root"), "docs");

  @Test
  void thePageAndThePictureAreThoseOfTheList() throws IOException {
    BufferedImage fresh = new OcclusionSheet().image();
    Path picture = DOCS.resolve("occlusions.png");
    if ("write".equals(System.getProperty("penumbra.docs"))) {
      Files.createDirectories(DOCS);
      Files.writeString(DOCS.resolve("occlusions.md"), OcclusionSheet.page());
      ImageIO.write(fresh, "png", picture.toFile());
    }
    assertThat(Files.readString(DOCS.resolve("occlusions.md"))).isEqualTo(OcclusionSheet.page());
    // Fonts differ from machine to machine, so only the size is compared.
    BufferedImage kept = ImageIO.read(picture.toFile());
    assertThat(kept.getWidth()).isEqualTo(fresh.getWidth());
    assertThat(kept.getHeight()).as("rows; write the page anew").isEqualTo(fresh.getHeight());
    assertThat(Files.size(picture)).isLessThan(300_000);
  }
}
