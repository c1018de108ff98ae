package org.penumbra.data.format.pickle;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.format.numpy.MappedBytes;

/** Text that stays in the file until somebody wants it; it may stand for an array's bytes. */
final class PickleText {
  private static final int LIMIT = 1 << 20; // bytes of text that anybody may want

  private final MappedBytes source;
  private final long from;
  private final long length;
  private final boolean bytes; // Python 2's str, which is bytes too
  private String decoded;

  PickleText(MappedBytes source, long from, long length, boolean bytes) {
    this.source = source;
    this.from = from;
    this.length = length;
    this.bytes = bytes;
  }

  /** The bytes that Python gets by encoding this text as latin-1, or that a Python 2 str is. */
  PickleBytes latin() {
    return new PickleBytes(source, from, length, !bytes);
  }

  /** Whether it is Python 2's str. */
  boolean isBytes() {
    return bytes;
  }

  /** Bytes of heap that decoding takes, at most. */
  long decodedBytes() {
    return 2 * length;
  }

  String decode() {
    if (decoded == null) {
      if (length > LIMIT) {
        throw new DataFormatException(
            place(), "expected a text of at most 1 MiB, found " + length + " bytes.");
      }
      byte[] content = new byte[(int) length];
      source.copy(from, content, 0, content.length);
      try {
        decoded =
            bytes || isAscii(content)
                ? new String(content, StandardCharsets.ISO_8859_1)
                : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      } catch (CharacterCodingException failure) {
        throw new DataFormatException(
            place(), "expected text in UTF-8, found other bytes (" + failure + ").", failure);
      }
    }
    return decoded;
  }

  private static boolean isAscii(byte... content) {
    for (byte one : content) {
      if (one < 0) {
        return false;
      }
    }
    return true;
  }

  private String place() {
    return source.place() + ", byte " + from;
  }
}
