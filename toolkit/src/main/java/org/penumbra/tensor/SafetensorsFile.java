package org.penumbra.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.format.numpy.MappedBytes;
import org.penumbra.data.format.numpy.NpyType;
import org.penumbra.data.format.numpy.NumpyArray;

/**
 * A safetensors file: the length of a JSON header in eight bytes, the header, then the bytes of all
 * tensors without gaps. Any safetensors library reads what is written here, and files of other
 * programs are read too.
 *
 * <p>Our own files hold the SHA-256 of the whole file in their metadata, so that a single changed
 * bit anywhere is noticed. What a header says is checked against the file before anything is
 * allocated for it.
 *
 * <p>An interrupt of the thread breaks off neither reading nor writing. The file is open only while
 * a method runs.
 */
public final class SafetensorsFile {
  /**
   * What is known of a tensor without its numbers.
   *
   * @param type {@code float32}, {@code float64}, {@code int32}, {@code int64}, {@code uint8},
   *     {@code boolean}; of what the engine has no type for, the file's name of it, such as {@code
   *     BF16}
   * @param shape lengths of the axes
   */
  public record Tensor(String type, Shape shape) {}

  private final Path path;
  private final SafetensorsReader content;
  private final Map<String, String> metadata;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();

  private SafetensorsFile(Path path, SafetensorsReader content) {
    this.path = path;
    this.content = content;
    this.metadata =
        Collections.unmodifiableMap(SafetensorsChecksum.without(content.header().metadata()));
    for (String name : content.header().tensors().keySet()) {
      SafetensorsLayout.Part part = content.parts().get(name);
      tensors.put(name, new Tensor(part.type().text(), part.shape()));
    }
  }

  /**
   * Opens a file and checks all of it; the tensors stay in it until they are read.
   *
   * @throws DataNotFoundException if there is no such file
   * @throws DataFormatException if it is cut off, damaged or no safetensors file; the message says
   *     what was expected and found
   * @throws UncheckedIOException if it cannot be read
   */
  public static SafetensorsFile open(Path path) {
    if (Files.isDirectory(path)) {
      throw new DataFormatException(path.toString(), "expected a file, found a folder.");
    }
    if (Files.notExists(path)) {
      throw new DataNotFoundException("No file " + path + ".");
    }
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      return new SafetensorsFile(path, SafetensorsReader.open(path.toString(), file));
    } catch (IOException failure) {
      throw unreadable(path, failure);
    }
  }

  /**
   * Writes a file, whole or not at all, and through to the disk; at most one tensor at a time is in
   * memory twice.
   *
   * @param path where; its folder is made if need be
   * @param tensors by name, in this order: float32, float64, int32, int64, uint8 or boolean, each
   *     below 2 GiB
   * @param metadata free text by name
   * @throws InvalidOptionException if a tensor is of another type or too large, or a name is taken
   *     by the format
   * @throws UncheckedIOException if it cannot be written; a former file is then untouched
   */
  public static void write(Path path, Map<String, NDArray> tensors, Map<String, String> metadata) {
    SafetensorsWriter.write(path, tensors, metadata);
  }

  /** Whether the file holds a checksum of ours, which was then right. */
  public boolean isChecked() {
    return content.checked();
  }

  /** Free text that was written with the tensors, by name; without the checksum. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** All tensors by name, in the header's order. */
  public Map<String, Tensor> tensors() {
    return Collections.unmodifiableMap(tensors);
  }

  /**
   * Reads a tensor in its own type, bit by bit; float16 as float32.
   *
   * @param name one of {@link #tensors()}
   * @param manager owns the result
   * @throws InvalidOptionException if there is no such tensor
   * @throws DataFormatException if its type cannot be read, it has 2 GiB or more, or the file was
   *     changed since it was opened
   * @throws UncheckedIOException if the file cannot be read
   */
  public NDArray read(String name, NDManager manager) {
    SafetensorsLayout.Part part = content.parts().get(name);
    if (part == null) {
      throw new InvalidOptionException("tensor of " + path, "one of " + tensors.keySet(), name);
    }
    boolean half = part.type() == SafetensorsType.F16;
    if (!half && part.type().engine().isEmpty()) {
      throw new DataFormatException(
          part.place(),
          "expected float32 or float64, found " + part.type() + "; convert it, then save again.");
    }
    long items = (part.to() - part.from()) / part.type().itemBytes();
    DataType type = part.type().engine().orElse(DataType.FLOAT32);
    if (items * type.getNumOfBytes() > Integer.MAX_VALUE) {
      throw new DataFormatException(
          part.place(), "expected fewer than 2^31 bytes, found shape " + part.shape() + ".");
    }
    ByteBuffer target =
        ByteBuffer.allocateDirect((int) items * type.getNumOfBytes())
            .order(ByteOrder.nativeOrder());
    CRC32C sum = new CRC32C();
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      file.seek(part.from());
      SafetensorsReader.eachBlock(
          file,
          part,
          (block, count) -> {
            sum.update(block, 0, count);
            if (half) {
              putHalves(block, count, target);
            } else {
              target.put(block, 0, count);
            }
          });
    } catch (IOException failure) {
      throw unreadable(path, failure);
    }
    if (sum.getValue() != content.sums().get(name)) {
      throw new DataFormatException(
          part.place(), "the file was changed since it was opened; open it again.");
    }
    return manager.create(target.flip(), part.shape(), type);
  }

  private static void putHalves(byte[] block, int count, ByteBuffer target) {
    int items = count / Short.BYTES;
    MappedBytes bytes = MappedBytes.of("float16", block);
    float[] floats = new float[items];
    new NumpyArray("float16", new NpyType('f', Short.BYTES), new long[] {items}, bytes, 0)
        .copyFloats(0, floats, 0, items);
    for (float value : floats) {
      target.putFloat(value);
    }
  }

  private static UncheckedIOException unreadable(Path path, IOException failure) {
    return new UncheckedIOException("cannot read " + path + ": " + failure.getMessage(), failure);
  }
}
