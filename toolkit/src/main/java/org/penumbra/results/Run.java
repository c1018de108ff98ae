package org.penumbra.results;

import java.util.Optional;

/**
 * The answer to a question.
 *
 * @param value the result
 * @param state where it comes from
 * @param manifest what is known of it; empty if it was not kept
 * @param <T> the result
 */
public record Run<T>(T value, State state, Optional<RunManifest> manifest) {
  /** Where a result comes from. */
  public enum State {
    /** It was there. */
    FOUND,
    /** It was computed and is now kept. */
    COMPUTED,
    /** It was broken off; asking again goes on where it stopped. Not kept. */
    UNFINISHED,
    /** It was computed, but could not be written. */
    NOT_KEPT
  }

  /** Whether nothing had to be computed. */
  public boolean isHit() {
    return state == State.FOUND;
  }
}
