package org.penumbra.skeleton;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;

/**
 * In which units and along which axes a file has its coordinates, and so how they become ours:
 * metres, x to the camera's left, y up, z away from the camera. A person who faces the camera then
 * has the left joints at the smaller x.
 *
 * <p>{@code axes} says for each axis of the file where it points: {@code ["x", "-y", "z"]} is a
 * file whose first axis points to the camera's left, whose second points down and whose third
 * points away. The usual frame of image processing (right, down, away) is {@code ["-x", "-y",
 * "z"]}.
 *
 * <p>A mapping that mirrors ({@link #mirrors()}) is right for a left-handed source (Unity: {@code
 * ["-x", "y", "z"]}). For a right-handed one (Kinect, OpenCV, motion capture) it would turn every
 * left arm into a right one: then one of its signs is wrong.
 *
 * @param metresPerUnit length of the file's unit in metres, above 0
 * @param axes where the file's three axes point: x, y and z once each, with an optional minus
 */
public record SourceFrame(double metresPerUnit, List<String> axes) {
  private static final List<String> OURS = List.of("x", "y", "z");

  /** Checks the unit and that each axis is named once. */
  public SourceFrame {
    Require.positive("units in metres", metresPerUnit);
    axes = axes.stream().map(axis -> axis.strip().toLowerCase(Locale.ROOT)).toList();
    Set<String> named = new TreeSet<>();
    axes.forEach(axis -> named.add(axis.startsWith("-") ? axis.substring(1) : axis));
    if (axes.size() != OURS.size() || !named.equals(Set.copyOf(OURS))) {
      throw new InvalidOptionException(
          "axes", "x, y and z once each, with an optional minus, as [\"x\", \"-y\", \"z\"]", axes);
    }
  }

  /** Our own: metres, no axis moved. */
  public static SourceFrame metres() {
    return new SourceFrame(1, OURS);
  }

  /** Our channel (0 x, 1 y, 2 z) along which an axis of the file lies. */
  public int channel(int fileAxis) {
    String axis = axes.get(fileAxis);
    return OURS.indexOf(axis.substring(axis.length() - 1));
  }

  /** Metres along {@link #channel} for one unit along an axis of the file; signed. */
  public double factor(int fileAxis) {
    return axes.get(fileAxis).startsWith("-") ? -metresPerUnit : metresPerUnit;
  }

  /** Whether the mapping swaps left-handed and right-handed; see the class comment. */
  public boolean mirrors() {
    boolean mirrors = false;
    for (int i = 0; i < axes.size(); i++) {
      mirrors ^= axes.get(i).startsWith("-");
      for (int j = 0; j < i; j++) {
        mirrors ^= channel(j) > channel(i);
      }
    }
    return mirrors;
  }
}
