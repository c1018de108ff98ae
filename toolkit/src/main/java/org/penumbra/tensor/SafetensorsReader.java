package org.penumbra.tensor;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.penumbra.core.DataFormatException;

/**
 * What a {@link SafetensorsFile} held when it was opened, all of it checked.
 *
 * @param header as parsed
 * @param parts where each tensor lies
 * @param sums CRC-32C of each tensor's bytes, to notice a change between opening and reading
 * @param checked whether the file has a checksum
 */
record SafetensorsReader(
    SafetensorsHeader header,
    Map<String, SafetensorsLayout.Part> parts,
    Map<String, Long> sums,
    boolean checked) {
  private static final int BLOCK = 1 << 20; // bytes

  /**
   * Checks a file.
   *
   * @param place the file, for messages
   * @param file stands at its beginning
   * @throws DataFormatException if it is cut off, damaged, or no such file
   */
  static SafetensorsReader open(String place, RandomAccessFile file) throws IOException {
    byte[] header = readHeader(place, file);
    SafetensorsHeader parsed =
        SafetensorsHeader.parse(place, new String(header, StandardCharsets.UTF_8));
    Map<String, SafetensorsLayout.Part> parts =
        SafetensorsLayout.check(place, parsed, (long) Long.BYTES + header.length, file.length());
    boolean checked = SafetensorsChecksum.isIn(place, header, parsed.metadata());
    SafetensorsChecksum whole = checked ? new SafetensorsChecksum(header) : null;
    Map<String, Long> sums = checkContent(place, file, parts, whole, header);
    return new SafetensorsReader(parsed, parts, sums, checked);
  }

  private static byte[] readHeader(String place, RandomAccessFile file) throws IOException {
    long size = file.length();
    boolean tiny = size < Long.BYTES;
    byte[] start = new byte[Long.BYTES];
    if (!tiny) {
      file.readFully(start);
    }
    long length = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 2 || length > SafetensorsHeader.LIMIT) {
      throw new DataFormatException(
          place,
          "expected a safetensors file, which begins with the length of its header, 2 to "
              + SafetensorsHeader.LIMIT
              + ", found "
              + (tiny ? "fewer than 8 bytes" : String.valueOf(length))
              + ".");
    }
    if (length > size - Long.BYTES) {
      throw new DataFormatException(
          place,
          "expected a header of "
              + length
              + " bytes, found the end after "
              + size
              + " bytes; the file is cut off. Copy or write it again.");
    }
    byte[] bytes = new byte[(int) length];
    file.readFully(bytes);
    return bytes;
  }

  /** One pass over all tensors, which follow each other from where the header ends. */
  private static Map<String, Long> checkContent(
      String place,
      RandomAccessFile file,
      Map<String, SafetensorsLayout.Part> parts,
      SafetensorsChecksum whole,
      byte[] header)
      throws IOException {
    Map<String, Long> sums = new LinkedHashMap<>();
    for (Map.Entry<String, SafetensorsLayout.Part> part : parts.entrySet()) {
      CRC32C sum = new CRC32C();
      eachBlock(
          file,
          part.getValue(),
          (block, count) -> {
            sum.update(block, 0, count);
            if (whole != null) {
              whole.update(block, count);
            }
          });
      sums.put(part.getKey(), sum.getValue());
    }
    if (whole != null) {
      whole.check(place, header);
    }
    return sums;
  }

  /** Takes bytes as they come; the array is used again. */
  interface BlockReader {
    void take(byte[] block, int count);
  }

  /** Passes on the bytes of a tensor; the file stands at its first. */
  static void eachBlock(RandomAccessFile file, SafetensorsLayout.Part part, BlockReader reader)
      throws IOException {
    long left = part.to() - part.from();
    byte[] block = new byte[(int) Math.min(BLOCK, left)];
    while (left > 0) {
      int count = (int) Math.min(block.length, left);
      file.readFully(block, 0, count);
      reader.take(block, count);
      left -= count;
    }
  }
}
