package org.penumbra.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a motion: its shape, what is known of it and where its joints are. */
final class ContentHash {
  private static final int BLOCK = 1 << 13; // bytes

  private ContentHash() {}

  static String of(float[] coordinates, JointMask mask) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
      block.putInt(mask.frames()).putInt(mask.joints()).putInt(mask.bodies());
      digest.update(block.flip());
      digest.update(mask.toCodes());
      block.clear();
      for (float value : coordinates) {
        if (!block.hasRemaining()) {
          digest.update(block.flip());
          block.clear();
        }
        block.putFloat(value + 0f); // one zero, not two
      }
      digest.update(block.flip());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }
}
