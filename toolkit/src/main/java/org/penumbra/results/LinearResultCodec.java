package org.penumbra.results;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.penumbra.core.AtomicFiles;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.PenumbraException;
import org.penumbra.data.format.numpy.NpyType;
import org.penumbra.data.format.numpy.NpyWriter;
import org.penumbra.data.format.numpy.NumpyArray;
import org.penumbra.evaluate.Accuracy;
import org.penumbra.evaluate.LinearResult;
import org.penumbra.evaluate.Predictions;

/**
 * Results of linear evaluations, with all that the record holds: accuracies, labels and names as
 * JSON, the scores of each epoch that was kept as a NumPy array (N, classes) of float32. As text,
 * the scores of NTU's test clips would be twenty times as long.
 */
final class LinearResultCodec implements RunCodec<LinearResult> {
  private static final String FILE = "result.json";
  private static final Gson GSON = new Gson();

  private record Result(List<Accuracy> epochs, List<Rows> kept) {}

  /** Predictions without their scores. */
  private record Rows(
      List<String> classNames, List<String> clipNames, List<Integer> labels, List<Integer> said) {}

  @Override
  public String format() {
    return "linear result 2";
  }

  private static Path scores(Path folder, int number) {
    return folder.resolve("scores-" + number + ".npy");
  }

  @Override
  public void write(LinearResult value, Path folder) {
    List<Rows> rows = new ArrayList<>();
    for (Predictions each : value.kept()) {
      float[] scores = each.scores();
      NpyWriter.write(
          scores(folder, rows.size()),
          NpyType.FLOAT32,
          new long[] {each.size(), each.classNames().size()},
          sink -> sink.floats(scores, 0, scores.length));
      List<Integer> labels = boxed(each.labels());
      rows.add(new Rows(each.classNames(), each.clipNames(), labels, boxed(each.predicted())));
    }
    AtomicFiles.writeText(folder.resolve(FILE), GSON.toJson(new Result(value.epochs(), rows)));
  }

  @Override
  public LinearResult read(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      Result result = GSON.fromJson(RunFiles.text(file), Result.class);
      List<Predictions> kept = new ArrayList<>();
      for (Rows rows : result.kept()) {
        kept.add(predictions(rows, NumpyArray.map(scores(folder, kept.size()))));
      }
      return new LinearResult(result.epochs(), kept);
    } catch (JsonParseException | PenumbraException | NullPointerException bad) {
      throw new DataFormatException(
          file.toString(), "no result of a linear evaluation: " + bad.getMessage(), bad);
    }
  }

  private static Predictions predictions(Rows rows, NumpyArray array) {
    array.expectShape("(N, classes)", rows.labels().size(), rows.classNames().size());
    float[] scores = new float[Math.toIntExact(array.items())];
    array.copyFloats(0, scores, 0, scores.length);
    return new Predictions(
        rows.classNames(), rows.clipNames(), plain(rows.labels()), plain(rows.said()), scores);
  }

  private static List<Integer> boxed(int[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static int[] plain(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public Map<String, Double> metrics(LinearResult result) {
    return Map.of(
        "last epoch accuracy in percent", result.last().percent(),
        "best epoch accuracy in percent", result.best().percent(),
        "test clips", (double) result.last().total());
  }
}
