package org.penumbra.plot;

import java.awt.image.BufferedImage;

/**
 * A picture and a sentence that says the same. {@code Notebook.show} shows any of them.
 *
 * <p>Pictures are painted with {@link #PIXEL_RATIO} pixels per display pixel in each direction, so
 * that text stays crisp on dense screens; a notebook shows them at {@link #width()} by {@link
 * #height()}.
 */
public interface Figure {
  /** Painted pixels per display pixel. */
  int PIXEL_RATIO = 2;

  /** Width on the page, in display pixels. */
  int width();

  /** Height on the page, in display pixels. */
  int height();

  /**
   * The picture, on a white background.
   *
   * @return an image of {@code PIXEL_RATIO * width()} by {@code PIXEL_RATIO * height()} pixels
   */
  BufferedImage image();

  /** What the picture says, in words and figures; shown where pictures cannot be. */
  String text();
}
