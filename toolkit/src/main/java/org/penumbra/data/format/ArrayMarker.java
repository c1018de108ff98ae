package org.penumbra.data.format;

/** What tells in arrays that a joint of a body that is there has no position. */
public enum ArrayMarker {
  /**
   * NaN in the twin file {@code *_data_nan.npy}, if it lies beside {@code *_data.npy}; otherwise
   * nothing does. The default: a joint at zero is then a joint at zero.
   */
  NAN_TWIN,
  /**
   * Exactly (0, 0, 0) in {@code *_data.npy}, the camera's own place: files that were occluded on
   * purpose and have no twin ({@code methods.md} 1.3). Never for {@code *_position.npy}, where the
   * centre joint is at zero by right.
   */
  ZERO_POSITION
}
