package org.penumbra.synthetic;

import org.penumbra.core.Require;

/**
 * A hand on its way to a place.
 *
 * @param hand which
 * @param spot where to
 * @param weight how far it has gone, from 0 (where the arm's angles leave it) to 1 (there)
 */
record Reach(Side hand, Spot spot, double weight) {
  /** The reach in a mirror. */
  Reach mirrored() {
    return new Reach(hand.other(), spot.mirrored(), weight);
  }

  /** Checks the weight. */
  Reach {
    Require.inRange("weight of a reach", weight, 0, 1);
  }
}
