package org.penumbra.results;

import java.util.Locale;

/** How an accuracy of ours stands to the published one. */
public enum Verdict {
  /** The same data and scale, and no further apart than chance allows. */
  AGREES,
  /** The same data and scale, and ours is higher than chance allows. */
  ABOVE,
  /** The same data and scale, and ours is lower than chance allows. */
  BELOW,
  /** Other data or a smaller scale: the two numbers say nothing of each other. */
  NOT_COMPARABLE,
  /** Nothing of ours yet. */
  OPEN;

  /** Lower-case text, as tables print it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
