package org.penumbra.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.Hashes;
import org.penumbra.core.InvalidOptionException;

/**
 * The SHA-256 of a whole safetensors file, kept in its own metadata: its 64 digits stand first in
 * the header and count as zeros while it is computed.
 *
 * <p>A second line of metadata says how it is computed. It is there for people, and so that damage
 * to the name of either line does not make the file look like one that never had a checksum.
 */
final class SafetensorsChecksum {
  private static final String DIGITS = "penumbra_sha256";
  private static final String RULE = "penumbra_sha256_rule";
  private static final String RULE_TEXT =
      "SHA-256 of the file with 64 zeros in place of its digits";
  private static final byte[] BLANK = "0".repeat(64).getBytes(StandardCharsets.US_ASCII);
  private static final byte[] START =
      ("{\"" + SafetensorsHeader.METADATA + "\":{\"" + DIGITS + "\":\"")
          .getBytes(StandardCharsets.US_ASCII);

  /** Where in a file the digits begin, in bytes. */
  static final long POSITION = (long) Long.BYTES + START.length;

  private final MessageDigest digest = Hashes.sha256();

  /**
   * Begins with a header.
   *
   * @param header its bytes, not changed; digits that stand in it count as zeros
   */
  SafetensorsChecksum(byte[] header) {
    byte[] blank = header.clone();
    System.arraycopy(BLANK, 0, blank, START.length, BLANK.length);
    digest.update(length(header));
    digest.update(blank);
  }

  /** The eight bytes in front of a header. */
  static byte[] length(byte[] header) {
    return ByteBuffer.allocate(Long.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length)
        .array();
  }

  /**
   * Metadata with room for the digits.
   *
   * @throws InvalidOptionException if it uses the names of the checksum
   */
  static Map<String, String> withRoom(Map<String, String> metadata) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put(DIGITS, new String(BLANK, StandardCharsets.US_ASCII));
    lines.put(RULE, RULE_TEXT);
    metadata.forEach(
        (name, text) -> {
          if (lines.putIfAbsent(name, text) != null) {
            throw new InvalidOptionException("name of metadata", "not one of the checksum", name);
          }
        });
    return lines;
  }

  /** Metadata without the checksum's lines. */
  static Map<String, String> without(Map<String, String> metadata) {
    Map<String, String> lines = new LinkedHashMap<>(metadata);
    lines.keySet().removeAll(Arrays.asList(DIGITS, RULE));
    return lines;
  }

  /**
   * Whether a file has a checksum.
   *
   * @param place the file, for messages
   * @throws DataFormatException if it has one that cannot be right
   */
  static boolean isIn(String place, byte[] header, Map<String, String> metadata) {
    if (!metadata.containsKey(DIGITS) && !metadata.containsKey(RULE)) {
      return false;
    }
    if (header.length < START.length + BLANK.length
        || !Arrays.equals(header, 0, START.length, START, 0, START.length)) {
      throw new DataFormatException(
          place,
          "damaged, or changed by another program: expected the checksum "
              + DIGITS
              + " at byte "
              + POSITION
              + ", found "
              + (metadata.containsKey(DIGITS) ? "it elsewhere" : "none")
              + ". Copy or write the file again.");
    }
    return true;
  }

  /** Goes on with bytes behind the header. */
  void update(byte[] bytes, int count) {
    digest.update(bytes, 0, count);
  }

  /** The digits; ends the computation. */
  byte[] digits() {
    return HexFormat.of().formatHex(digest.digest()).getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Compares with what stands in the header; ends the computation.
   *
   * @throws DataFormatException if it differs
   */
  void check(String place, byte[] header) {
    String expected = new String(header, START.length, BLANK.length, StandardCharsets.ISO_8859_1);
    String found = new String(digits(), StandardCharsets.US_ASCII);
    if (!found.equals(expected)) {
      throw new DataFormatException(
          place,
          "damaged: expected checksum "
              + expected
              + ", found "
              + found
              + ". Copy or write the file again.");
    }
  }
}
