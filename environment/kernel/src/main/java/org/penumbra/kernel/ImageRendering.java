package org.penumbra.kernel;

import io.github.spencerpark.jupyter.kernel.display.Renderer;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Shows images as PNG. The base library's own renderer cuts off the last bytes of the file. */
final class ImageRendering {

  private static final String PNG = "image/png";

  private ImageRendering() {}

  static void register(Renderer renderer) {
    renderer
        .createRegistration(RenderedImage.class)
        .preferring(PNG)
        .register(
            (image, context) -> {
              context.getOutputContainer().putData(PNG, png(image));
              context
                  .getOutputContainer()
                  .putText("image, " + image.getWidth() + " x " + image.getHeight() + " pixels");
            });
  }

  private static String png(RenderedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode the image as PNG", e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
