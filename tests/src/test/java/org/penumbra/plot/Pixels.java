package org.penumbra.plot;

import java.awt.Color;
import java.awt.image.BufferedImage;

/** Counts pixels. */
final class Pixels {
  private Pixels() {}

  static int count(BufferedImage image, Color colour) {
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += image.getRGB(x, y) == colour.getRGB() ? 1 : 0;
      }
    }
    return count;
  }

  /** Whether every pixel of the outermost lines is white: nothing is cut off. */
  static boolean whiteEdges(BufferedImage image) {
    int right = image.getWidth() - 1;
    int bottom = image.getHeight() - 1;
    int white = Color.WHITE.getRGB();
    for (int x = 0; x <= right; x++) {
      if (image.getRGB(x, 0) != white || image.getRGB(x, bottom) != white) {
        return false;
      }
    }
    for (int y = 0; y <= bottom; y++) {
      if (image.getRGB(0, y) != white || image.getRGB(right, y) != white) {
        return false;
      }
    }
    return true;
  }

  /** Number of pixels that differ between two images of one size. */
  static int differences(BufferedImage one, BufferedImage other) {
    int count = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        count += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
      }
    }
    return count;
  }
}
