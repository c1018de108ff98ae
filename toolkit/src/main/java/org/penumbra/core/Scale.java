package org.penumbra.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much work a notebook does. The same cells run at every scale; only presets differ.
 *
 * <p>Chosen by {@code PENUMBRA_SCALE=smoke|course|paper}, or in a cell.
 */
public enum Scale {
  /** The whole notebook in under a minute on two CPU cores: proves that it runs. */
  SMOKE,
  /** Minutes per pretraining on two CPU cores: orderings become visible. */
  COURSE,
  /** The published settings, for a GPU and the real data set. */
  PAPER;

  /** Name of the environment variable that chooses the scale. */
  public static final String VARIABLE = "PENUMBRA_SCALE";

  /**
   * Scale of a name, in any letter case.
   *
   * @throws InvalidOptionException if the name is none of the three
   */
  public static Scale of(String name) {
    for (Scale scale : values()) {
      if (scale.label().equals(name.strip().toLowerCase(Locale.ROOT))) {
        return scale;
      }
    }
    String known = Arrays.stream(values()).map(Scale::label).collect(Collectors.joining(", "));
    throw new InvalidOptionException("scale", "one of " + known, name);
  }

  /**
   * Scale named by {@code PENUMBRA_SCALE} of this process; {@link #SMOKE} if that is not set.
   *
   * @throws InvalidOptionException if it names none of the three
   */
  public static Scale fromEnvironment() {
    return from(System.getenv());
  }

  /**
   * Scale named by {@code PENUMBRA_SCALE} of an environment; {@link #SMOKE} if that is not there or
   * blank.
   *
   * @throws InvalidOptionException if it names none of the three
   */
  public static Scale from(Map<String, String> environment) {
    String name = environment.getOrDefault(VARIABLE, "");
    return name.isBlank() ? SMOKE : of(name);
  }

  /** Lower-case name, as users write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
