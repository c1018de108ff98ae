package org.penumbra.data.format.numpy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;

/**
 * The bytes of a file, little-endian, mapped in windows because one mapping ends at 2 GiB; or bytes
 * on the heap. All access is absolute, so one object serves any number of threads.
 *
 * <p>Mapping takes no heap and next to no time; the operating system brings in what is looked at.
 */
public final class MappedBytes {
  /** Largest part of a file that one mapping holds, in bytes. */
  static final int WINDOW = 1 << 30;

  private final String place;
  private final long size;
  private final int window;
  private final ByteBuffer[] bytes;
  private final FloatBuffer[] floats;

  private MappedBytes(String place, long size, int window, ByteBuffer[] bytes) {
    this.place = place;
    this.size = size;
    this.window = window;
    this.bytes = bytes;
    this.floats = new FloatBuffer[bytes.length];
    for (int w = 0; w < bytes.length; w++) {
      bytes[w].order(ByteOrder.LITTLE_ENDIAN);
      floats[w] = bytes[w].asFloatBuffer();
    }
  }

  /**
   * Maps a whole file.
   *
   * @throws DataNotFoundException if there is no such file
   * @throws DataFormatException if it cannot be read
   */
  public static MappedBytes open(Path file) {
    return open(file, WINDOW);
  }

  /** As {@link #open(Path)} with smaller windows; a multiple of 8 bytes. */
  static MappedBytes open(Path file, int window) {
    return part(file, 0, -1, window);
  }

  /**
   * Maps a part of a file.
   *
   * @param from first byte
   * @param length number of bytes; below 0: all up to the end
   */
  static MappedBytes part(Path file, long from, long length, int window) {
    if (Files.isDirectory(file)) {
      throw new DataFormatException(file.toString(), "expected a file, found a folder.");
    }
    try (FileChannel channel = FileChannel.open(file)) {
      long size = length < 0 ? channel.size() - from : length;
      ByteBuffer[] windows = new ByteBuffer[Math.toIntExact((size + window - 1) / window)];
      for (int w = 0; w < windows.length; w++) {
        long start = (long) w * window;
        windows[w] =
            channel.map(
                FileChannel.MapMode.READ_ONLY, from + start, Math.min(window, size - start));
      }
      return new MappedBytes(file.toString(), size, window, windows);
    } catch (NoSuchFileException missing) {
      throw new DataNotFoundException("No file " + file + ".");
    } catch (IOException failure) {
      throw new DataFormatException(
          file.toString(), "cannot be read (" + failure + "); is the file yours?", failure);
    }
  }

  /**
   * Bytes on the heap, not copied.
   *
   * @param place what to call them in messages
   */
  public static MappedBytes of(String place, byte[] content) {
    int window = Math.max(Byte.SIZE, content.length);
    ByteBuffer[] windows = content.length == 0 ? new ByteBuffer[0] : new ByteBuffer[1];
    if (windows.length > 0) {
      windows[0] = ByteBuffer.wrap(content);
    }
    return new MappedBytes(place, content.length, window, windows);
  }

  /** The same bytes under another name for messages. */
  MappedBytes named(String other) {
    return new MappedBytes(other, size, window, bytes);
  }

  /** The file, as messages name it. */
  public String place() {
    return place;
  }

  /** Number of bytes. */
  public long size() {
    return size;
  }

  /** One byte. */
  public byte at(long offset) {
    Objects.checkIndex(offset, size);
    return bytes[(int) (offset / window)].get((int) (offset % window));
  }

  /** Four bytes, little-endian, signed. */
  public int intAt(long offset) {
    Objects.checkFromIndexSize(offset, (long) Integer.BYTES, size);
    ByteBuffer part = bytes[(int) (offset / window)];
    int inside = (int) (offset % window);
    if (inside <= part.limit() - Integer.BYTES) {
      return part.getInt(inside);
    }
    int value = 0;
    for (int i = Integer.BYTES - 1; i >= 0; i--) {
      value = (value << Byte.SIZE) | (at(offset + i) & 0xff);
    }
    return value;
  }

  /** Eight bytes, little-endian, signed. */
  public long longAt(long offset) {
    Objects.checkFromIndexSize(offset, (long) Long.BYTES, size);
    return (intAt(offset) & 0xffff_ffffL) | ((long) intAt(offset + Integer.BYTES) << Integer.SIZE);
  }

  /** Copies bytes. */
  public void copy(long offset, byte[] target, int at, int count) {
    Objects.checkFromIndexSize(offset, (long) count, size);
    for (int done = 0; done < count; ) {
      ByteBuffer part = bytes[(int) ((offset + done) / window)];
      int inside = (int) ((offset + done) % window);
      int fits = Math.min(count - done, part.limit() - inside);
      part.get(inside, target, at + done, fits);
      done += fits;
    }
  }

  /** Copies float32 values that start at any byte. */
  public void copyFloats(long offset, float[] target, int at, int count) {
    Objects.checkFromIndexSize(offset, (long) count * Float.BYTES, size);
    for (int done = 0; done < count; ) {
      long from = offset + (long) done * Float.BYTES;
      int w = (int) (from / window);
      int inside = (int) (from % window);
      int fits = Math.min(count - done, (bytes[w].limit() - inside) / Float.BYTES);
      if (fits == 0) { // one value on two windows
        target[at + done] = Float.intBitsToFloat(intAt(from));
        fits = 1;
      } else if (inside % Float.BYTES == 0) {
        floats[w].get(inside / Float.BYTES, target, at + done, fits);
      } else {
        odd(w, inside, fits).get(target, at + done, fits);
      }
      done += fits;
    }
  }

  /** Copies float32 values that start at any byte; makes no garbage where they are aligned. */
  public void copyFloats(long offset, FloatBuffer target, int at, int count) {
    Objects.checkFromIndexSize(offset, (long) count * Float.BYTES, size);
    for (int done = 0; done < count; ) {
      long from = offset + (long) done * Float.BYTES;
      int w = (int) (from / window);
      int inside = (int) (from % window);
      int fits = Math.min(count - done, (bytes[w].limit() - inside) / Float.BYTES);
      if (fits == 0) {
        target.put(at + done, Float.intBitsToFloat(intAt(from)));
        fits = 1;
      } else if (inside % Float.BYTES == 0) {
        target.put(at + done, floats[w], inside / Float.BYTES, fits);
      } else {
        target.put(at + done, odd(w, inside, fits), 0, fits);
      }
      done += fits;
    }
  }

  private FloatBuffer odd(int w, int inside, int count) {
    return bytes[w]
        .slice(inside, count * Float.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer();
  }
}
