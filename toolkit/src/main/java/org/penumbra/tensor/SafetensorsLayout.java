package org.penumbra.tensor;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.core.DataFormatException;

/**
 * Where the tensors of a safetensors file lie, checked against the file: each is as long as its
 * shape says, they neither overlap nor leave gaps, and they end where the file ends.
 */
final class SafetensorsLayout {
  /**
   * One tensor.
   *
   * @param place file and name, for messages
   * @param type of its numbers
   * @param shape lengths of the axes
   * @param from first byte in the file
   * @param to byte behind the last
   */
  record Part(String place, SafetensorsType type, Shape shape, long from, long to) {}

  private SafetensorsLayout() {}

  /**
   * Checks a header.
   *
   * @param place the file, for messages
   * @param header what it says
   * @param dataOffset bytes in front of the tensors
   * @param size bytes of the file
   * @return the tensors by name, in the order of their bytes
   * @throws DataFormatException if the header says what cannot be
   */
  static Map<String, Part> check(
      String place, SafetensorsHeader header, long dataOffset, long size) {
    List<Map.Entry<String, SafetensorsHeader.Entry>> entries =
        new ArrayList<>(header.tensors().entrySet());
    entries.sort(
        Comparator.comparingLong(
                (Map.Entry<String, SafetensorsHeader.Entry> e) -> e.getValue().from())
            .thenComparingLong(e -> e.getValue().to()));
    Map<String, Part> parts = new LinkedHashMap<>();
    long covered = 0;
    for (Map.Entry<String, SafetensorsHeader.Entry> named : entries) {
      String tensor = place + ", tensor " + SafetensorsHeader.shown(named.getKey());
      SafetensorsHeader.Entry entry = named.getValue();
      SafetensorsType type =
          SafetensorsType.of(entry.type())
              .orElseThrow(
                  () ->
                      new DataFormatException(
                          tensor, "unknown type '" + SafetensorsHeader.shown(entry.type()) + "'."));
      long bytes = bytes(tensor, type, entry.shape());
      if (entry.from() != covered || entry.to() - entry.from() != bytes) {
        throw new DataFormatException(
            tensor,
            String.format(
                "expected %d bytes from %d on for %s %s, found bytes %d to %d.",
                bytes, covered, entry.type(), entry.shape(), entry.from(), entry.to()));
      }
      covered = entry.to();
      Shape shape = new Shape(entry.shape().stream().mapToLong(Long::longValue).toArray());
      parts.put(
          named.getKey(),
          new Part(tensor, type, shape, dataOffset + entry.from(), dataOffset + entry.to()));
    }
    if (covered != size - dataOffset) {
      throw new DataFormatException(
          place,
          "expected "
              + covered
              + " bytes behind the header, found "
              + (size - dataOffset)
              + "; the file is cut off or damaged. Copy or write it again.");
    }
    return parts;
  }

  private static long bytes(String place, SafetensorsType type, List<Long> shape) {
    try {
      long bytes = type.itemBytes();
      for (long length : shape) {
        if (length < 0) {
          throw new ArithmeticException("negative length");
        }
        bytes = Math.multiplyExact(bytes, length);
      }
      return bytes;
    } catch (ArithmeticException overflow) {
      throw new DataFormatException(place, "impossible shape " + shape + ".", overflow);
    }
  }
}
