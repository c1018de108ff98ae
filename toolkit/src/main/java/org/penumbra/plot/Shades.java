package org.penumbra.plot;

import java.awt.Color;

/** One hue from pale to dark for shares from 0 to 1; reads in grey too. */
final class Shades {
  private static final int[] STEPS = {0xFFF3E6, 0xFDBE85, 0xF07818, 0xB03A02, 0x5C1A00};

  private Shades() {}

  static Color of(double share) {
    double place = Math.max(0, Math.min(1, share)) * (STEPS.length - 1);
    int low = Math.min((int) place, STEPS.length - 2);
    return mix(new Color(STEPS[low]), new Color(STEPS[low + 1]), place - low);
  }

  private static Color mix(Color a, Color b, double t) {
    return new Color(
        (int) Math.round(a.getRed() + t * (b.getRed() - a.getRed())),
        (int) Math.round(a.getGreen() + t * (b.getGreen() - a.getGreen())),
        (int) Math.round(a.getBlue() + t * (b.getBlue() - a.getBlue())));
  }
}
