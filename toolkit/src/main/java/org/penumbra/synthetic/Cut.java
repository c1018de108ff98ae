package org.penumbra.synthetic;

import org.penumbra.core.Draws;
import org.penumbra.core.RandomKey;

/**
 * Which frames of a performance a clip has: every camera's recording is cut on its own, a little
 * after the beginning and a little before the end.
 *
 * @param first frame of the performance
 * @param frames number of frames
 */
record Cut(int first, int frames) {
  private static final double MOST = 0.2; // share of the frames, at each end

  /** The cut of a clip; it keeps the shortest length that is allowed. */
  static Cut of(String clip, int frames, SyntheticActions options) {
    Draws draws = new Draws(RandomKey.of(options.seed()).with("cut").with(clip));
    int spare = (int) Math.min(MOST * frames, (frames - options.minFrames()) / 2.0);
    int before = (int) draws.uniform(0, spare + 1);
    int after = (int) draws.uniform(0, spare + 1);
    return new Cut(before, frames - before - after);
  }
}
