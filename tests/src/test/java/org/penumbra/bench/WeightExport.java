package org.penumbra.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.penumbra.tensor.Parameters;

/**
 * Weights for a peer: {@code NAME.txt} with a line {@code name size size ...} for each tensor, and
 * {@code NAME.f32} with all numbers. They go to the file from the engine's memory, so that the Java
 * heap does not grow by what only the comparison needs.
 */
final class WeightExport {
  private WeightExport() {}

  static void learned(Path folder, String name, Parameters parameters) throws IOException {
    String index =
        parameters.weights().entrySet().stream()
            .map(entry -> entry.getKey() + sizes(entry.getValue().getShape()))
            .collect(Collectors.joining("\n", "", "\n"));
    Files.writeString(folder.resolve(name + ".txt"), index);
    write(folder.resolve(name + ".f32"), parameters.weights());
  }

  /** One tensor that is kept but not learned. */
  static void buffer(Path file, NDArray value) throws IOException {
    write(file, Map.of("", value));
  }

  private static String sizes(Shape shape) {
    return Arrays.stream(shape.getShape())
        .mapToObj(size -> " " + size)
        .collect(Collectors.joining());
  }

  private static void write(Path file, Map<String, NDArray> tensors) throws IOException {
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (NDArray tensor : tensors.values()) {
        ByteBuffer bytes = ((PtNDArray) tensor).toByteBuffer(true);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
      }
    }
  }
}
