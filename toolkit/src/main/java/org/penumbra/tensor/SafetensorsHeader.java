package org.penumbra.tensor;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.core.DataFormatException;

/**
 * The JSON at the start of a safetensors file: for each tensor its type, shape and the bytes where
 * it lies, counted from the header's end; and free text under {@code __metadata__}.
 *
 * @param metadata free text by name
 * @param tensors entries by name, in the file's order
 */
record SafetensorsHeader(Map<String, String> metadata, Map<String, Entry> tensors) {
  /** Name under which the free text stands. */
  static final String METADATA = "__metadata__";

  /** Longest header that is read or written, in bytes: room for a hundred thousand tensors. */
  static final int LIMIT = 1 << 24;

  private static final int ALIGNMENT = 8; // bytes
  private static final int SHOWN = 60; // characters of a name that a message repeats

  /**
   * One tensor.
   *
   * @param type for instance {@code F32}
   * @param shape lengths of the axes
   * @param from first byte
   * @param to byte behind the last
   */
  record Entry(String type, List<Long> shape, long from, long to) {}

  /** The header as bytes, filled with spaces to a multiple of eight. */
  byte[] toBytes() {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      if (!metadata.isEmpty()) {
        json.name(METADATA).beginObject();
        for (Map.Entry<String, String> line : metadata.entrySet()) {
          json.name(line.getKey()).value(line.getValue());
        }
        json.endObject();
      }
      for (Map.Entry<String, Entry> tensor : tensors.entrySet()) {
        Entry entry = tensor.getValue();
        json.name(tensor.getKey()).beginObject();
        json.name("dtype").value(entry.type());
        numbers(json.name("shape"), entry.shape());
        numbers(json.name("data_offsets"), List.of(entry.from(), entry.to()));
        json.endObject();
      }
      json.endObject();
    } catch (IOException impossible) {
      throw new IllegalStateException("a string takes everything", impossible);
    }
    int length = text.toString().getBytes(StandardCharsets.UTF_8).length;
    int missing = (ALIGNMENT - length % ALIGNMENT) % ALIGNMENT;
    return (text + " ".repeat(missing)).getBytes(StandardCharsets.UTF_8);
  }

  private static void numbers(JsonWriter json, List<Long> values) throws IOException {
    json.beginArray();
    for (long value : values) {
      json.value(value);
    }
    json.endArray();
  }

  /**
   * Reads the header's text; where the tensors lie is not checked.
   *
   * @param place the file, for messages
   * @throws DataFormatException if it is not such JSON, or a name is there twice
   */
  static SafetensorsHeader parse(String place, String text) {
    Map<String, String> metadata = new LinkedHashMap<>();
    Map<String, Entry> tensors = new LinkedHashMap<>();
    try (JsonReader json = new JsonReader(new StringReader(text))) {
      json.beginObject();
      while (json.hasNext()) {
        String name = json.nextName();
        if (name.equals(METADATA)) {
          json.beginObject();
          while (json.hasNext()) {
            String line = json.nextName();
            if (metadata.put(line, json.nextString()) != null) {
              throw new DataFormatException(
                  place, "the metadata '" + shown(line) + "' are there twice.");
            }
          }
          json.endObject();
        } else if (tensors.put(name, entry(json)) != null) {
          throw new DataFormatException(place, "the tensor '" + shown(name) + "' is there twice.");
        }
      }
      json.endObject();
      if (json.peek() != JsonToken.END_DOCUMENT) {
        throw new IllegalStateException("something follows its end");
      }
    } catch (IOException | IllegalStateException | NumberFormatException failure) {
      throw new DataFormatException(
          place, "no header of safetensors: " + failure.getMessage() + ".", failure);
    }
    return new SafetensorsHeader(metadata, tensors);
  }

  private static Entry entry(JsonReader json) throws IOException {
    String type = null;
    List<Long> shape = null;
    List<Long> offsets = null;
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "dtype" -> type = json.nextString();
        case "shape" -> shape = numbers(json);
        case "data_offsets" -> offsets = numbers(json);
        default -> json.skipValue();
      }
    }
    json.endObject();
    if (type == null || shape == null || offsets == null || offsets.size() != 2) {
      throw new IllegalStateException(
          "a tensor needs dtype, shape and two data_offsets, near " + json.getPath());
    }
    return new Entry(type, shape, offsets.get(0), offsets.get(1));
  }

  private static List<Long> numbers(JsonReader json) throws IOException {
    List<Long> values = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      values.add(json.nextLong());
    }
    json.endArray();
    return values;
  }

  static String shown(String name) {
    return name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "...";
  }
}
