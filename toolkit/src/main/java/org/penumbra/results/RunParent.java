package org.penumbra.results;

import java.util.List;

/**
 * A run that another one is made from, and those that it is made from in turn.
 *
 * @param part that it plays there: the name of an input or an option
 * @param key what was asked of it
 * @param parents its own, one for each part
 */
public record RunParent(String part, RunKey key, List<RunParent> parents) {
  /** Keeps an unmodifiable copy. */
  public RunParent {
    parents = List.copyOf(parents);
  }
}
