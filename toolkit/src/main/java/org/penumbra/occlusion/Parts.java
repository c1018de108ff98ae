package org.penumbra.occlusion;

import org.penumbra.core.RandomKey;

/** What combined occlusions have in common. */
final class Parts {
  private Parts() {}

  /** The part with the seed of its place in a whole. */
  static Occlusion seeded(Occlusion part, long seed, int place) {
    return part.withSeed(RandomKey.of(seed).with("part").with(place).state());
  }

  /** Both parts in one line, without their own seeds. */
  static String describe(Occlusion whole, Occlusion first, String link, Occlusion second) {
    return withoutSeed(first) + link + withoutSeed(second) + seed(whole);
  }

  /** A part's line without its seed, which follows from the whole's. */
  static String withoutSeed(Occlusion part) {
    return part.describe().replace(seed(part), "");
  }

  /** The end of the line of an occlusion that draws; nothing for another. */
  static String seed(Occlusion whole) {
    return whole.isRandom() ? ", seed " + whole.seed() : "";
  }
}
