package org.penumbra.data.format.pickle;

import org.penumbra.core.DataFormatException;
import org.penumbra.data.format.numpy.MappedBytes;

/**
 * Bytes in the file, as they are or, in protocols 0 to 2, as UTF-8 text of their latin-1 reading:
 * values from 128 on then take two bytes.
 */
record PickleBytes(MappedBytes source, long from, long length, boolean asText) {

  /** Whether so many bytes may come out. */
  boolean mayHold(long count) {
    return asText ? length >= count && length <= 2 * count : length == count;
  }

  /** The same bytes, each as one; on the heap if they have to be decoded. */
  PickleBytes plain(int count) {
    if (!asText) {
      return this;
    }
    byte[] text = new byte[Math.toIntExact(length)];
    source.copy(from, text, 0, text.length);
    byte[] plain = new byte[count];
    int at = 0;
    int done = 0;
    for (; at < text.length && done < count; done++) {
      int lead = text[at++] & 0xff;
      boolean two = (lead == 0xc2 || lead == 0xc3) && at < text.length && (text[at] & 0xc0) == 0x80;
      if (lead >= 0x80 && !two) {
        throw wrong(at - 1, "expected bytes as latin-1 text, found byte " + lead + ".");
      }
      plain[done] = (byte) (two ? ((lead & 3) << 6) | (text[at++] & 0x3f) : lead);
    }
    if (done < count || at < text.length) {
      throw wrong(
          at, "expected " + count + " bytes, found " + (at < text.length ? "more." : done + "."));
    }
    return new PickleBytes(MappedBytes.of(source.place(), plain), 0, count, false);
  }

  private DataFormatException wrong(int at, String problem) {
    return new DataFormatException(source.place() + ", byte " + (from + at), problem);
  }
}
