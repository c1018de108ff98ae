package org.penumbra.notebook;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * One thing to display: a plain text that says it all, and at most one richer form.
 *
 * @param text the {@code text/plain} form, never empty of meaning
 * @param rich the richer form, if any
 */
record Output(String text, Optional<Rich> rich) {

  /**
   * The richer form.
   *
   * @param type MIME type
   * @param data text, or base64 of bytes
   * @param width width on the page in display pixels; 0 where the type has none
   * @param height height on the page in display pixels; 0 where the type has none
   */
  record Rich(String type, String data, int width, int height) {}

  static Output plain(String text) {
    return new Output(text, Optional.empty());
  }

  static Output html(String text, String html) {
    return new Output(text, Optional.of(new Rich("text/html", html, 0, 0)));
  }

  static Output markdown(String source) {
    return new Output(source, Optional.of(new Rich("text/markdown", source, 0, 0)));
  }

  /** A picture shown at a size on the page, which may be smaller than its pixels. */
  static Output png(String text, BufferedImage image, int width, int height) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode a picture: " + e.getMessage(), e);
    }
    String base64 = Base64.getEncoder().encodeToString(bytes.toByteArray());
    return new Output(text, Optional.of(new Rich("image/png", base64, width, height)));
  }
}
