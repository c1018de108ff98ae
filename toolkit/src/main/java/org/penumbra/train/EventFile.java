package org.penumbra.train;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32C;

/**
 * TensorBoard's event file: records of (length, its checksum, bytes, their checksum), each an
 * {@code Event} message in protobuf's wire format. Checksums are CRC-32C, masked as in TFRecord.
 */
final class EventFile implements AutoCloseable {
  private static final int MASK = 0xa282ead8;
  private static final int SESSION_START = 1;

  private final Path path;
  private final OutputStream out;

  /** Creates a file; its first record says the version. */
  EventFile(Path path) {
    this.path = path;
    try {
      out = new FileOutputStream(path.toFile());
    } catch (IOException failure) {
      throw failed(path, failure);
    }
    Message event = event(0);
    event.bytes(3, "brain.Event:2".getBytes(StandardCharsets.UTF_8));
    append(event);
  }

  /** Says that a training begins or goes on at a step: points there and after it are void. */
  void sessionStart(long step) {
    Message log = new Message();
    log.number(1, SESSION_START);
    Message event = event(step);
    event.bytes(7, log.toBytes());
    append(event);
  }

  /** Adds a point to each curve. */
  void scalars(long step, Map<String, Double> values) {
    Message summary = new Message();
    values.forEach(
        (tag, number) -> {
          Message value = new Message();
          value.bytes(1, tag.getBytes(StandardCharsets.UTF_8));
          value.float32(2, number.floatValue());
          summary.bytes(1, value.toBytes());
        });
    Message event = event(step);
    event.bytes(5, summary.toBytes());
    append(event);
  }

  /** Steps of all whole records but the first in a file that this class wrote. */
  static Set<Long> steps(Path path) {
    Set<Long> steps = new TreeSet<>();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(new FileInputStream(path.toFile())))) {
      while (true) {
        int length = Math.toIntExact(Long.reverseBytes(in.readLong()));
        in.readInt();
        byte[] data = in.readNBytes(length);
        in.readInt();
        if (data.length > 9 && data[9] == 0x10) { // field 2, after the time
          long step = 0;
          int at = 10;
          int shift = 0;
          do {
            step |= (data[at] & 0x7fL) << shift;
            shift += 7;
          } while (data[at++] < 0);
          if (data[at] == 0x2a) { // field 5: points, not the start of a session
            steps.add(step);
          }
        }
      }
    } catch (EOFException | IllegalArgumentException | ArithmeticException end) {
      return steps; // a crash may have cut or spoilt the last record
    } catch (IOException failure) {
      throw failed(path, failure);
    }
  }

  private static Message event(long step) {
    Message event = new Message();
    event.float64(1, System.currentTimeMillis() / 1e3);
    if (step != 0) {
      event.number(2, step);
    }
    return event;
  }

  private void append(Message event) {
    byte[] data = event.toBytes();
    ByteBuffer record = ByteBuffer.allocate(16 + data.length).order(ByteOrder.LITTLE_ENDIAN);
    record.putLong(data.length);
    record.putInt(masked(record.array(), 0, 8));
    record.put(data);
    record.putInt(masked(data, 0, data.length));
    try {
      out.write(record.array());
    } catch (IOException failure) {
      throw failed(path, failure);
    }
  }

  private static int masked(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    int value = (int) crc.getValue();
    return ((value >>> 15) | (value << 17)) + MASK;
  }

  private static UncheckedIOException failed(Path path, IOException failure) {
    return new UncheckedIOException("cannot use " + path + ": " + failure.getMessage(), failure);
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException failure) {
      throw failed(path, failure);
    }
  }

  /** Fields of a protobuf message, in the order they are added. */
  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    void number(int field, long value) {
      varint((long) field << 3);
      varint(value);
    }

    void float64(int field, double value) {
      varint(((long) field << 3) | 1);
      long bits = Double.doubleToLongBits(value);
      out.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(bits).array());
    }

    void float32(int field, float value) {
      varint(((long) field << 3) | 5);
      out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array());
    }

    void bytes(int field, byte[] value) {
      varint(((long) field << 3) | 2);
      varint(value.length);
      out.writeBytes(value);
    }

    private void varint(long value) {
      long rest = value;
      while ((rest & ~0x7fL) != 0) {
        out.write((int) ((rest & 0x7f) | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
    }

    byte[] toBytes() {
      return out.toByteArray();
    }
  }
}
