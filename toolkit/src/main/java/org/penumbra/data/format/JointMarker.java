package org.penumbra.data.format;

/** What tells in an NTU RGB+D skeleton file that a joint of a listed body has no position. */
public enum JointMarker {
  /** Tracking state 0, the sensor's own word. In real files no joint has it. */
  TRACKING_STATE,
  /**
   * A position of exactly (0, 0, 0), the camera's own place, or tracking state 0: files that were
   * occluded on purpose ({@code methods.md} 1.3). Only for files known to be so.
   */
  ZERO_POSITION
}
