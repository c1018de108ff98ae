package org.penumbra.occlusion;

import org.penumbra.core.DataFormatException;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;

/** A mask with two bits per cell. */
final class PackedMask {
  private static final int PER_BYTE = 4;

  private final int frames;
  private final int joints;
  private final int bodies;
  private final byte[] bits;

  /** Takes the array over. */
  PackedMask(int frames, int joints, int bodies, byte[] bits) {
    this.frames = frames;
    this.joints = joints;
    this.bodies = bodies;
    this.bits = bits;
  }

  static PackedMask of(JointMask mask) {
    byte[] codes = mask.toCodes();
    byte[] bits = new byte[bytes(codes.length)];
    for (int i = 0; i < codes.length; i++) {
      bits[i / PER_BYTE] |= (byte) (codes[i] << (2 * (i % PER_BYTE)));
    }
    return new PackedMask(mask.frames(), mask.joints(), mask.bodies(), bits);
  }

  /** Bytes that so many cells need. */
  static int bytes(long cells) {
    return Math.toIntExact((cells + PER_BYTE - 1) / PER_BYTE);
  }

  int frames() {
    return frames;
  }

  int joints() {
    return joints;
  }

  int bodies() {
    return bodies;
  }

  byte[] bits() {
    return bits;
  }

  /**
   * The mask.
   *
   * @param place what messages name
   * @throws DataFormatException if two bits are no state
   */
  JointMask unpack(String place) {
    byte[] codes = new byte[frames * joints * bodies];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) ((bits[i / PER_BYTE] >> (2 * (i % PER_BYTE))) & 3);
      if (codes[i] >= JointState.values().length) {
        throw new DataFormatException(
            place, "expected joint states 0 to 2, found " + codes[i] + " at cell " + i + ".");
      }
    }
    return JointMask.ofCodes(frames, joints, bodies, codes);
  }
}
