package org.penumbra.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.format.numpy.NpyType;
import org.penumbra.data.format.numpy.NpzReader;
import org.penumbra.data.format.numpy.NpzWriter;

/**
 * Named weights in a file: {@code .safetensors}, or {@code .npz} as {@code np.savez} writes it.
 * Weights and buffers are stored under the names of {@link Parameters}, as float32 or float64.
 *
 * <pre>{@code
 * WeightFile.write(Path.of("pstl.safetensors"), encoder.parameters(), Map.of("seed", "1"));
 * WeightFile.open(Path.of("pstl.safetensors")).copyTo(encoder.parameters(), WeightNames.exact());
 * }</pre>
 *
 * <p>Weights of PyTorch come in through NumPy, in Python:
 *
 * <pre>{@code
 * state = torch.load("weights.pt", map_location="cpu")
 * np.savez("weights.npz", **{name: value.numpy() for name, value in state.items()})
 * }</pre>
 */
public final class WeightFile {
  private static final String SAFETENSORS = ".safetensors";
  private static final String NPZ = ".npz";
  private static final int MOST_ENTRIES = 100_000;

  private final String place;
  private final Map<String, String> metadata;
  private final Map<String, StoredTensor> tensors;

  private WeightFile(
      String place, Map<String, String> metadata, Map<String, StoredTensor> tensors) {
    this.place = place;
    this.metadata = Map.copyOf(metadata);
    this.tensors = tensors;
  }

  /**
   * Opens a file and checks that it is whole; the numbers stay in it until they are copied.
   *
   * @param file ends with {@code .safetensors} or {@code .npz}
   * @throws InvalidOptionException if it has another ending
   * @throws org.penumbra.core.DataNotFoundException if there is no such file
   * @throws DataFormatException if it is cut off, damaged or not what its ending says
   */
  public static WeightFile open(Path file) {
    String ending = ending(file);
    if (ending.equals(NPZ)) {
      Map<String, StoredTensor> tensors = new LinkedHashMap<>();
      NpzReader.read(file, MOST_ENTRIES)
          .forEach((name, array) -> tensors.put(name, StoredTensor.of(array)));
      return new WeightFile(file.toString(), Map.of(), tensors);
    }
    SafetensorsFile content = SafetensorsFile.open(file);
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    content.tensors().keySet().forEach(name -> tensors.put(name, StoredTensor.of(content, name)));
    return new WeightFile(file.toString(), content.metadata(), tensors);
  }

  /**
   * Writes weights and buffers; the file appears whole or not at all.
   *
   * @param file ends with {@code .safetensors} or {@code .npz}
   * @param parameters what to write
   * @param metadata free text by name; safetensors only
   * @throws InvalidOptionException if the file has another ending, metadata is for {@code .npz}, or
   *     a tensor is of another type
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public static void write(Path file, Parameters parameters, Map<String, String> metadata) {
    Map<String, NDArray> tensors = new LinkedHashMap<>();
    for (String name : parameters.names()) {
      NDArray array = parameters.get(name);
      if (array.getDataType() != DataType.FLOAT32 && array.getDataType() != DataType.FLOAT64) {
        throw new InvalidOptionException(
            "type of " + name,
            "FLOAT32 or FLOAT64 in a file of weights",
            array.getDataType().name());
      }
      tensors.put(name, array);
    }
    if (ending(file).equals(SAFETENSORS)) {
      SafetensorsFile.write(file, tensors, new TreeMap<>(metadata));
      return;
    }
    if (!metadata.isEmpty()) {
      throw new InvalidOptionException(
          "metadata of " + file, "empty, or the file one of .safetensors", metadata.keySet());
    }
    NpzWriter writer = new NpzWriter();
    tensors.forEach(
        (name, array) ->
            writer.with(
                name,
                array.getDataType() == DataType.FLOAT64 ? NpyType.FLOAT64 : NpyType.FLOAT32,
                array.getShape().getShape(),
                sink -> sink.bytes(array.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN))));
    writer.write(file);
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    for (String ending : List.of(SAFETENSORS, NPZ)) {
      if (name.endsWith(ending)) {
        return ending;
      }
    }
    boolean torch = name.endsWith(".pt") || name.endsWith(".pth");
    throw new InvalidOptionException(
        "file of weights",
        "one of .safetensors or .npz"
            + (torch
                ? " (a .pt file holds Python objects; in Python: np.savez('weights.npz', **{name:"
                    + " value.numpy() for name, value in torch.load(file,"
                    + " map_location='cpu').items()}))"
                : ""),
        file.toString());
  }

  /** The file, as messages name it. */
  public String place() {
    return place;
  }

  /** Free text that was written with the weights, by name. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** Shapes of all tensors by their names in the file, in its order. */
  public Map<String, Shape> shapes() {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    return shapes;
  }

  /**
   * Shapes of the tensors that stand for weights of a network, by the network's names.
   *
   * @param names how to read the file's names
   */
  public Map<String, Shape> shapes(WeightNames names) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    translated(names).forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    return shapes;
  }

  private Map<String, StoredTensor> translated(WeightNames names) {
    Map<String, StoredTensor> own = new LinkedHashMap<>();
    tensors.forEach(
        (stored, tensor) ->
            names
                .translate(stored)
                .ifPresent(
                    name -> {
                      if (own.put(name, tensor) != null) {
                        throw new DataFormatException(
                            place, "two tensors stand for " + name + "; give their prefix.");
                      }
                    }));
    return own;
  }

  /**
   * A tensor that is left aside but may be looked at, for instance the adjacency {@code A} that the
   * published code stores.
   *
   * @param name without the prefix
   * @param names how to read the file's names
   * @return its numbers in C-order; empty if there is none
   */
  public Optional<double[]> aside(String name, WeightNames names) {
    return tensors.entrySet().stream()
        .filter(tensor -> names.isNamed(tensor.getKey(), name))
        .findFirst()
        .map(tensor -> tensor.getValue().numbers());
  }

  /**
   * Overwrites every weight and buffer of a network in place; numbers are converted to its type.
   * Nothing is touched unless everything fits.
   *
   * @param target the network
   * @param names how to read the file's names
   * @throws DataFormatException if a name is missing, unexpected or of another shape; the message
   *     lists all of them
   */
  public void copyTo(Parameters target, WeightNames names) {
    Map<String, StoredTensor> own = translated(names);
    check(target, own);
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      for (String name : target.names()) {
        try (NDArray read = own.get(name).read(target.manager())) {
          target.set(name, read);
        }
      }
    }
  }

  private void check(Parameters target, Map<String, StoredTensor> own) {
    List<String> wrong = new ArrayList<>();
    for (String name : target.names()) {
      Shape expected = target.get(name).getShape();
      StoredTensor found = own.get(name);
      if (found == null) {
        wrong.add("missing: " + name + " " + expected);
      } else if (!found.shape().equals(expected)) {
        wrong.add("shape of " + name + ": expected " + expected + ", found " + found.shape());
      }
    }
    List<String> known = target.names();
    own.forEach(
        (name, tensor) -> {
          if (!known.contains(name)) {
            wrong.add("unexpected: " + name + " " + tensor.shape());
          }
        });
    if (!wrong.isEmpty()) {
      throw new DataFormatException(
          place,
          "holds another network than the one it is read into:\n  " + String.join("\n  ", wrong));
    }
  }
}
