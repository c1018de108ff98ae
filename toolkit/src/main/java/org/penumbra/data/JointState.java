package org.penumbra.data;

/** What is known of one joint of one body in one frame. */
public enum JointState {
  /** Seen: its coordinates are a measurement. */
  OBSERVED(0),
  /** There, but hidden or lost by the sensor: its coordinates are unknown. */
  OCCLUDED(1),
  /** Not there at all: a frame after the end, or no second body. */
  ABSENT(2);

  private final byte code;

  JointState(int code) {
    this.code = (byte) code;
  }

  /** Number that stands for the state in arrays and files; grows with what is lost. */
  public byte code() {
    return code;
  }
}
