package org.penumbra.data.format.numpy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Takes the items of an array one after the other; counts them. */
public final class NpySink {
  private static final int BLOCK = 1 << 16; // bytes

  private final OutputStream out;
  private final NpyType type;
  private final long items;
  private final ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
  private long count;

  NpySink(OutputStream out, NpyHeader header) {
    this.out = out;
    this.type = header.type();
    this.items = header.items();
  }

  /** Puts float32 items. */
  public void floats(float[] values, int from, int length) throws IOException {
    begin(NpyType.FLOAT32, length);
    for (int i = from; i < from + length; i++) {
      room(Float.BYTES).putFloat(values[i]);
    }
  }

  /** Puts float32 or float64 items that lie in memory in the file's order, up to the limit. */
  public void bytes(ByteBuffer values) throws IOException {
    if (!type.isFloat() || values.remaining() % type.itemBytes() != 0) {
      throw new IllegalStateException(
          "an array of " + type + " takes no " + values.remaining() + " bytes of numbers");
    }
    begin(type, values.remaining() / type.itemBytes());
    while (values.hasRemaining()) {
      int fits = Math.min(room(1).remaining(), values.remaining());
      block.put(block.position(), values, values.position(), fits);
      block.position(block.position() + fits);
      values.position(values.position() + fits);
    }
  }

  /** Puts one int64 item. */
  public void number(long value) throws IOException {
    begin(NpyType.INT64, 1);
    room(Long.BYTES).putLong(value);
  }

  /** Puts one uint8 or bool item. */
  public void code(int value) throws IOException {
    begin(type.kind() == 'b' ? NpyType.BOOL : NpyType.UINT8, 1);
    room(1).put((byte) value);
  }

  /** Puts one item of text. */
  public void text(String value) throws IOException {
    int[] points = value.codePoints().toArray();
    begin(
        type.isText() && points.length * 4 <= type.itemBytes() ? type : NpyType.text(points.length),
        1);
    for (int i = 0; i < type.itemBytes() / 4; i++) {
      room(Integer.BYTES).putInt(i < points.length ? points[i] : 0);
    }
  }

  private void begin(NpyType found, int length) {
    if (!found.equals(type) || length > items - count) {
      throw new IllegalStateException(
          "an array of " + items + " " + type + " takes no more " + length + " " + found);
    }
    count += length;
  }

  private ByteBuffer room(int bytes) throws IOException {
    if (block.remaining() < bytes) {
      flush();
    }
    return block;
  }

  private void flush() throws IOException {
    out.write(block.array(), 0, block.position());
    block.clear();
  }

  void finish() throws IOException {
    flush();
    if (count != items) {
      throw new IllegalStateException("an array of " + items + " items got only " + count);
    }
  }
}
