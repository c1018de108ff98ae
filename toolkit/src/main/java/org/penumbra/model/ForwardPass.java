package org.penumbra.model;

import org.penumbra.tensor.Dropout;
import org.penumbra.tensor.Precision;

/**
 * How a network is passed through.
 *
 * @param training statistics of the batch instead of the running ones
 * @param dropout what drops activations; null for none
 * @param precision of maps and products
 */
record ForwardPass(boolean training, Dropout dropout, Precision precision) {

  /** Running statistics, nothing dropped, full precision. */
  static final ForwardPass EVALUATION = new ForwardPass(false, null, Precision.FLOAT32);

  /** The same without dropout. */
  ForwardPass withoutDropout() {
    return new ForwardPass(training, null, precision);
  }
}
