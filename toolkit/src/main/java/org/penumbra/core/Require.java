package org.penumbra.core;

import java.util.Collection;

/** Checks of options; each failure is an {@link InvalidOptionException} that names the option. */
public final class Require {
  private Require() {}

  /** Checks {@code low <= value <= high}; returns the value. */
  public static int inRange(String option, int value, int low, int high) {
    if (value < low || value > high) {
      throw new InvalidOptionException(option, "between " + low + " and " + high, value);
    }
    return value;
  }

  /** Checks {@code low <= value <= high}, which NaN never is; returns the value. */
  public static double inRange(String option, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new InvalidOptionException(option, "between " + low + " and " + high, value);
    }
    return value;
  }

  /** Checks {@code value >= low}; returns the value. */
  public static int atLeast(String option, int value, int low) {
    if (value < low) {
      throw new InvalidOptionException(option, "at least " + low, value);
    }
    return value;
  }

  /** Checks that the value is finite and above zero; returns it. */
  public static double positive(String option, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new InvalidOptionException(option, "above 0 and finite", value);
    }
    return value;
  }

  /** Checks that the collection has at least one element; returns it. */
  public static <T extends Collection<?>> T notEmpty(String option, T values) {
    if (values.isEmpty()) {
      throw new InvalidOptionException(option, "not empty", "nothing");
    }
    return values;
  }
}
