package org.penumbra.results;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.penumbra.core.AtomicFiles;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.format.numpy.NpyType;
import org.penumbra.data.format.numpy.NpyWriter;
import org.penumbra.data.format.numpy.NumpyArray;
import org.penumbra.embed.Embeddings;

/** Features as a NumPy array (N, F) of float32, with labels and names beside it. */
final class EmbeddingsCodec implements RunCodec<Embeddings> {
  private static final String FEATURES = "features.npy";
  private static final String ROWS = "rows.json";
  private static final Gson GSON = new Gson();

  /** What the rows are; no names if they are unknown. */
  private record Rows(List<String> classNames, List<Integer> labels, List<String> clipNames) {}

  @Override
  public String format() {
    return "embeddings 1";
  }

  @Override
  public void write(Embeddings value, Path folder) {
    long[] shape = {value.size(), value.features()};
    NpyWriter.write(
        folder.resolve(FEATURES),
        NpyType.FLOAT32,
        shape,
        sink -> sink.floats(value.values(), 0, value.values().length));
    List<Integer> labels = Arrays.stream(value.labels()).boxed().toList();
    Rows rows = new Rows(value.classNames(), labels, value.clipNames());
    AtomicFiles.writeText(folder.resolve(ROWS), GSON.toJson(rows));
  }

  @Override
  public Embeddings read(Path folder) {
    Path file = folder.resolve(ROWS);
    NumpyArray array = NumpyArray.map(folder.resolve(FEATURES));
    try {
      Rows rows = GSON.fromJson(RunFiles.text(file), Rows.class);
      array.expectShape("(N, F)", rows.labels().size(), -1);
      float[] values = new float[Math.toIntExact(array.items())];
      array.copyFloats(0, values, 0, values.length);
      return new Embeddings(
          rows.classNames(),
          rows.labels().stream().mapToInt(Integer::intValue).toArray(),
          (int) array.shape()[1],
          values,
          rows.clipNames());
    } catch (JsonParseException | NullPointerException | ArithmeticException bad) {
      throw new DataFormatException(
          file.toString(), "no rows of features (" + bad.getMessage() + ").", bad);
    }
  }

  @Override
  public Map<String, String> outputs(Embeddings value) {
    return Map.of("features", Fingerprints.of(value));
  }

  @Override
  public Map<String, Double> metrics(Embeddings value) {
    return Map.of("clips", (double) value.size(), "features", (double) value.features());
  }
}
