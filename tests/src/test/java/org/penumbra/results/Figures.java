package org.penumbra.results;

import java.util.List;

/**
 * A small result for tests.
 *
 * @param share a number whose every bit matters
 * @param names texts
 */
record Figures(double share, List<String> names) {
  static final RunCodec<Figures> CODEC = RunCodec.json(Figures.class);

  static Figures of(double share) {
    return new Figures(share, List.of("first", "second \u00e9"));
  }

  static RunKey key(int seed) {
    return RunKey.of("figures", "test").option("seed", String.valueOf(seed));
  }
}
