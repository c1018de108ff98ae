package org.penumbra.data;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.penumbra.core.AtomicFiles;
import org.penumbra.core.DataFormatException;

/**
 * Published splits as data: one JSON file per data set, in {@code datasets/splits} of the
 * repository and inside the jar.
 *
 * <pre>{@code
 * {"data set": "nw-ucla",
 *  "splits": [{"split": "cross view", "field": "camera", "training": [1, 2],
 *              "expected": {"train": 1020, "test": 464}}]}
 * }</pre>
 *
 * {@code field} is one of {@link SplitField}; {@code expected} may be left out.
 */
public final class SplitRules {
  private static final String FOLDER = "splits/";

  private SplitRules() {}

  /**
   * The published splits of a data set.
   *
   * @param name of the data set, for instance {@code ntu-60}
   * @throws IllegalArgumentException if the toolkit has none for it
   */
  public static List<SplitRule> of(String name) {
    String file = FOLDER + name + ".json";
    try (InputStream in = SplitRules.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("the toolkit holds no " + file);
      }
      return read(file, new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException("the toolkit's own " + file + " cannot be read", failure);
    }
  }

  /**
   * Reads rules.
   *
   * @param place what to call the source in messages, for instance the file name
   * @param json the text; the caller closes it
   * @throws DataFormatException if the text is no such JSON
   */
  public static List<SplitRule> read(String place, Reader json) {
    JsonObject file;
    try {
      file = new Gson().fromJson(json, JsonObject.class);
    } catch (JsonParseException | ClassCastException failure) {
      throw new DataFormatException(place, "no splits in JSON: " + failure.getMessage(), failure);
    }
    if (file == null) {
      throw new DataFormatException(place, "the file is empty; expected splits in JSON.");
    }
    List<SplitRule> rules = new ArrayList<>();
    for (JsonElement rule : array(place, file, "splits")) {
      if (!rule.isJsonObject()) {
        throw new DataFormatException(place, "each split must be an object, found " + rule);
      }
      rules.add(rule(place, rule.getAsJsonObject()));
    }
    return List.copyOf(rules);
  }

  /**
   * Reads a file of rules, for instance {@code NAME.splits.json} beside a set of one's own.
   *
   * @throws DataFormatException if it cannot be read or holds no such JSON
   */
  public static List<SplitRule> read(Path file) {
    try (Reader json = Files.newBufferedReader(file)) {
      return read(file.toString(), json);
    } catch (IOException failure) {
      throw new DataFormatException(file.toString(), "cannot be read: " + failure, failure);
    }
  }

  /**
   * Writes a file that {@link #read(Path)} reads as these.
   *
   * @param name of the data set, for people
   */
  public static void write(String name, List<SplitRule> rules, Path file) {
    JsonArray splits = new JsonArray();
    for (SplitRule rule : rules) {
      JsonObject json = new JsonObject();
      json.addProperty("split", rule.split().label());
      json.addProperty("field", rule.field().label());
      JsonArray training = new JsonArray();
      rule.training().stream().sorted().forEach(training::add);
      json.add("training", training);
      if (rule.expectedTrain() > 0 && rule.expectedTest() > 0) {
        JsonObject expected = new JsonObject();
        expected.addProperty("train", rule.expectedTrain());
        expected.addProperty("test", rule.expectedTest());
        json.add("expected", expected);
      }
      splits.add(json);
    }
    JsonObject all = new JsonObject();
    all.addProperty("data set", name);
    all.add("splits", splits);
    AtomicFiles.writeText(file, new GsonBuilder().setPrettyPrinting().create().toJson(all) + "\n");
  }

  private static SplitRule rule(String place, JsonObject rule) {
    Set<String> training = new LinkedHashSet<>();
    for (JsonElement value : array(place, rule, "training")) {
      if (!value.isJsonPrimitive()) {
        throw new DataFormatException(place, "training must hold numbers or names, found " + value);
      }
      training.add(value.getAsString());
    }
    if (training.isEmpty()) {
      throw new DataFormatException(place, "training must hold at least one value, found none.");
    }
    JsonElement expected = rule.get("expected");
    return new SplitRule(
        known(place, rule, "split", Split.values(), Split::label),
        known(place, rule, "field", SplitField.values(), SplitField::label),
        training,
        expected == null ? 0 : count(place, expected, "train"),
        expected == null ? 0 : count(place, expected, "test"));
  }

  private static int count(String place, JsonElement expected, String side) {
    JsonElement value = expected.isJsonObject() ? expected.getAsJsonObject().get(side) : null;
    // A count has at most nine digits, so it fits.
    if (value == null || !value.isJsonPrimitive() || !value.getAsString().matches("\\d{1,9}")) {
      throw new DataFormatException(
          place, "expected must hold the number of " + side + " clips, found " + expected);
    }
    return Integer.parseInt(value.getAsString());
  }

  private static <E> E known(
      String place,
      JsonObject rule,
      String field,
      E[] values,
      java.util.function.Function<E, String> label) {
    JsonElement found = rule.get(field);
    for (E value : values) {
      if (found != null
          && found.isJsonPrimitive()
          && found.getAsString().equals(label.apply(value))) {
        return value;
      }
    }
    String allowed = Arrays.stream(values).map(label).collect(Collectors.joining(", "));
    throw new DataFormatException(place, field + " must be one of " + allowed + ", found " + found);
  }

  private static JsonArray array(String place, JsonObject owner, String field) {
    JsonElement value = owner.get(field);
    if (value == null || !value.isJsonArray()) {
      throw new DataFormatException(place, field + " must be a list, found " + value);
    }
    return value.getAsJsonArray();
  }
}
