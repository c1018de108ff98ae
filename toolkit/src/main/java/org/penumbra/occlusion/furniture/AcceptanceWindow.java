package org.penumbra.occlusion.furniture;

import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;

/**
 * How much of a clip a scene may hide.
 *
 * @param name what presets call it; with other shares than theirs, a name of its own
 * @param low smallest share of the observed joints, from 0
 * @param high largest share, below 1
 */
public record AcceptanceWindow(String name, double low, double high) {
  /** 5 to 30 %. */
  public static final AcceptanceWindow LIGHT = new AcceptanceWindow("light", 0.05, 0.30);

  /** 5 to 60 %. */
  public static final AcceptanceWindow MEDIUM = new AcceptanceWindow("medium", 0.05, 0.60);

  /** 30 to 70 %. */
  public static final AcceptanceWindow HEAVY = new AcceptanceWindow("heavy", 0.30, 0.70);

  /** Checks name and shares. */
  public AcceptanceWindow {
    if (!name.matches("[a-z0-9.-]+")) {
      throw new InvalidOptionException("window name", "of a-z, 0-9, dot and hyphen", name);
    }
    checkReserved(name, low, high);
    Require.inRange("smallest share", low, 0, 1);
    Require.inRange("largest share", high, low, 1);
    if (high == 1) {
      throw new InvalidOptionException("largest share", "below 1", high);
    }
  }

  /** The presets' names stand for their shares, or a stored mask would not say what drew it. */
  private static void checkReserved(String name, double low, double high) {
    boolean fits =
        switch (name) {
          case "light" -> low == 0.05 && high == 0.30;
          case "medium" -> low == 0.05 && high == 0.60;
          case "heavy" -> low == 0.30 && high == 0.70;
          default -> true;
        };
    if (!fits) {
      throw new InvalidOptionException(
          "window name", "another than that of a preset with other shares", name);
    }
  }

  /** 0 inside, else how far outside. */
  double distance(double share) {
    return Math.max(0, Math.max(low - share, share - high));
  }
}
