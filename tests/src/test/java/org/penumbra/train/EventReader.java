package org.penumbra.train;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads TensorBoard's event files by the definitions of TFRecord, CRC-32C (bit by bit) and
 * protobuf's wire format, knowing nothing of how ours are written.
 */
final class EventReader {
  record Event(
      double time, long step, String version, boolean sessionStart, Map<String, Float> values) {}

  /** A field: number, wire type, and its value as a number, or bytes as characters. */
  private record Field(int number, int type, long value, String raw) {
    byte[] bytes() {
      return raw.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  private EventReader() {}

  /** Whole records; a torn one at the end is left out, as TensorBoard does. */
  static List<Event> read(Path file) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    List<Event> events = new ArrayList<>();
    while (in.remaining() >= 12) {
      byte[] head = new byte[8];
      in.get(head);
      check(in.getInt(), head);
      int length = (int) ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong();
      if (in.remaining() < length + 4) {
        break;
      }
      byte[] data = new byte[length];
      in.get(data);
      check(in.getInt(), data);
      events.add(event(data));
    }
    return events;
  }

  private static void check(int stored, byte[] bytes) {
    int crc = -1;
    for (byte each : bytes) {
      crc ^= each & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1; // Castagnoli, reflected
      }
    }
    int unmasked = stored - 0xa282ead8;
    int rotated = (unmasked >>> 17) | (unmasked << 15);
    if (rotated != ~crc) {
      throw new AssertionError("checksum of a record of " + bytes.length + " bytes");
    }
  }

  private static Event event(byte[] data) {
    double time = 0;
    long step = 0;
    String version = "";
    boolean start = false;
    Map<String, Float> values = new LinkedHashMap<>();
    for (Field field : fields(data)) {
      switch (field.number()) {
        case 1 -> time = Double.longBitsToDouble(field.value());
        case 2 -> step = field.value();
        case 3 -> version = new String(field.bytes(), StandardCharsets.UTF_8);
        case 5 -> fields(field.bytes()).forEach(value -> add(fields(value.bytes()), values));
        case 7 -> start = fields(field.bytes()).get(0).value() == 1;
        default -> throw new AssertionError("field " + field.number());
      }
    }
    return new Event(time, step, version, start, values);
  }

  private static void add(List<Field> value, Map<String, Float> values) {
    String tag = new String(value.get(0).bytes(), StandardCharsets.UTF_8);
    values.put(tag, Float.intBitsToFloat((int) value.get(1).value()));
  }

  private static List<Field> fields(byte[] message) {
    ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    List<Field> fields = new ArrayList<>();
    while (in.hasRemaining()) {
      long key = varint(in);
      int type = (int) (key & 7);
      byte[] bytes = {};
      long value = 0;
      switch (type) {
        case 0 -> value = varint(in);
        case 1 -> value = in.getLong();
        case 2 -> {
          bytes = new byte[(int) varint(in)];
          in.get(bytes);
        }
        case 5 -> value = in.getInt();
        default -> throw new AssertionError("wire type " + type);
      }
      fields.add(
          new Field(
              (int) (key >>> 3), type, value, new String(bytes, StandardCharsets.ISO_8859_1)));
    }
    return fields;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
