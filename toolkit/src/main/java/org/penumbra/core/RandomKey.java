package org.penumbra.core;

import java.util.SplittableRandom;

/**
 * Keyed randomness: every draw comes from a generator derived from what it is for (seed, purpose,
 * sample name, epoch), never from how many draws came before. Results therefore do not depend on
 * threads, order, subsets or resuming.
 *
 * <pre>{@code
 * SplittableRandom random = RandomKey.of(seed).with("shear").with(epoch).with(batch).generator();
 * }</pre>
 *
 * @param state 64 bits that stand for everything the key was made from
 */
public record RandomKey(long state) {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  /** The key of a seed. */
  public static RandomKey of(long seed) {
    return new RandomKey(mix(seed + GOLDEN_GAMMA));
  }

  /** This key, narrowed by a number: epoch, batch, index. */
  public RandomKey with(long part) {
    return new RandomKey(mix(state * 31 + mix(part + GOLDEN_GAMMA)));
  }

  /** This key, narrowed by a text: purpose, preset, sample name. The same on every platform. */
  public RandomKey with(String part) {
    long hash = 0xcbf29ce484222325L; // FNV-1a over UTF-16 units
    for (int i = 0; i < part.length(); i++) {
      hash = (hash ^ part.charAt(i)) * 0x100000001b3L;
    }
    return with(hash ^ part.length());
  }

  /** A fresh generator of this key; two calls give generators with the same draws. */
  public SplittableRandom generator() {
    return new SplittableRandom(state);
  }

  /**
   * The finaliser of MurmurHash3 in Stafford's 13th variant: every input bit moves every output
   * bit.
   */
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
