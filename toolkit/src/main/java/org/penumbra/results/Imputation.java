package org.penumbra.results;

import java.util.Locale;

/**
 * The columns of OPSTL's Tables II and III: how hidden joints are filled before the second stage.
 */
public enum Imputation {
  /** They are not: the first stage is all there is. */
  NONE,
  /** At random between the smallest and largest coordinate of the clip. */
  RANDOM,
  /** From nearest neighbours within clusters of first-stage features. */
  KNN;

  /** Lower-case name, the value of a condition's setting {@code imputation}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
