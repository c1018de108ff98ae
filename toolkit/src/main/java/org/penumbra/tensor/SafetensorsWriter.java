package org.penumbra.tensor;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.core.AtomicFiles;
import org.penumbra.core.InvalidOptionException;

/** Writes {@link SafetensorsFile}s, tensor by tensor: one of them at a time is in memory twice. */
final class SafetensorsWriter {
  private static final int BLOCK = 1 << 20; // bytes

  private SafetensorsWriter() {}

  static void write(Path file, Map<String, NDArray> tensors, Map<String, String> metadata) {
    byte[] header = header(tensors, metadata);
    AtomicFiles.writeDurably(file, out -> write(out, header, tensors));
  }

  private static byte[] header(Map<String, NDArray> tensors, Map<String, String> metadata) {
    Map<String, SafetensorsHeader.Entry> entries = new LinkedHashMap<>();
    long end = 0;
    for (Map.Entry<String, NDArray> tensor : tensors.entrySet()) {
      String name = tensor.getKey();
      NDArray array = tensor.getValue();
      SafetensorsType type =
          SafetensorsType.of(array.getDataType())
              .orElseThrow(
                  () ->
                      new InvalidOptionException(
                          "type of " + name, "a type of safetensors", array.getDataType().name()));
      long from = end;
      long length = array.getShape().size() * type.itemBytes();
      if (name.equals(SafetensorsHeader.METADATA) || length > Integer.MAX_VALUE) {
        throw new InvalidOptionException(
            "tensor " + name,
            "fewer than 2^31 bytes, and not called " + SafetensorsHeader.METADATA,
            length + " bytes");
      }
      end += length;
      List<Long> shape = Arrays.stream(array.getShape().getShape()).boxed().toList();
      entries.put(name, new SafetensorsHeader.Entry(type.name(), shape, from, end));
    }
    byte[] header =
        new SafetensorsHeader(SafetensorsChecksum.withRoom(metadata), entries).toBytes();
    if (header.length > SafetensorsHeader.LIMIT) {
      throw new InvalidOptionException(
          "names, shapes and metadata",
          "at most " + SafetensorsHeader.LIMIT + " bytes of JSON",
          header.length);
    }
    return header;
  }

  private static void write(RandomAccessFile out, byte[] header, Map<String, NDArray> tensors)
      throws IOException {
    SafetensorsChecksum checksum = new SafetensorsChecksum(header);
    out.write(SafetensorsChecksum.length(header));
    out.write(header);
    byte[] block = new byte[BLOCK];
    for (NDArray tensor : tensors.values()) {
      ByteBuffer bytes = tensor.toByteBuffer();
      while (bytes.hasRemaining()) {
        int count = Math.min(BLOCK, bytes.remaining());
        bytes.get(block, 0, count);
        checksum.update(block, count);
        out.write(block, 0, count);
      }
    }
    out.seek(SafetensorsChecksum.POSITION);
    out.write(checksum.digits());
  }
}
