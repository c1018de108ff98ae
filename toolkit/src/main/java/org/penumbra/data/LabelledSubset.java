package org.penumbra.data;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.penumbra.core.AtomicFiles;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;

/**
 * The training clips whose labels a semi-supervised protocol may use, drawn per class: {@code
 * rint(share n)} of a class of n clips, half to even, as Python's {@code round} does in the
 * reference code ({@code methods.md} 5: 419 and 4,009 clips of NTU-60 cross subject at 1 % and 10
 * %; Java's {@code Math.round} would give 4,011).
 *
 * <p>A subset is kept as the names it holds, so that everybody can use the same one:
 *
 * <pre>{@code
 * var subset = LabelledSubset.draw(data.train(), 0.01, 1);
 * subset.write(Path.of("subsets/ntu-60-1-percent-seed-1.json"));
 * var labelled = subset.of(data.train());
 * }</pre>
 *
 * @param dataset name of the data set it was drawn from
 * @param share of the clips of each class, above 0, at most 1
 * @param seed of the draw
 * @param names of the clips, sorted
 */
public record LabelledSubset(String dataset, double share, long seed, List<String> names) {
  /** Checks the share and keeps a sorted copy of the names. */
  public LabelledSubset {
    checkShare(share);
    names = List.copyOf(new TreeSet<>(Require.notEmpty("names", names)));
  }

  /**
   * Draws a subset; it depends on the seed and the names in the set, not on their order.
   *
   * @param train training clips
   * @param share of the clips of each class, above 0, at most 1
   * @throws InvalidOptionException if a class would be left without any labelled clip
   */
  public static LabelledSubset draw(SkeletonDataset train, double share, long seed) {
    List<String> names = train.infos().stream().map(ClipInfo::name).toList();
    int[] labels = train.infos().stream().mapToInt(ClipInfo::label).toArray();
    return draw(train.name(), train.classNames(), names, labels, share, seed);
  }

  /**
   * As {@link #draw(SkeletonDataset, double, long)}, of clips that are known by name and label, for
   * instance prepared ones: the same names and labels give the same subset.
   *
   * @param dataset name of the set
   * @param classNames by label
   * @param clipNames N different names
   * @param labels N class indices
   */
  public static LabelledSubset draw(
      String dataset,
      List<String> classNames,
      List<String> clipNames,
      int[] labels,
      double share,
      long seed) {
    checkShare(share);
    Map<Integer, List<String>> classes =
        NameOrder.byClass(clipNames, labels, "labelled subset", seed);
    Set<String> drawn = new HashSet<>();
    classes.forEach(
        (label, names) -> {
          int count = (int) Math.rint(share * names.size());
          if (count == 0) {
            throw new InvalidOptionException(
                "share",
                "enough for one clip of each class; class '"
                    + classNames.get(label)
                    + "' has "
                    + names.size()
                    + " clips, so above "
                    + 0.5 / names.size(),
                share);
          }
          drawn.addAll(names.subList(0, count));
        });
    return new LabelledSubset(dataset, share, seed, List.copyOf(drawn));
  }

  /**
   * The clips of this subset.
   *
   * @param train holds all of them, for instance the training half it was drawn from
   * @throws DataFormatException if some are not there; the message counts and names them
   */
  public SkeletonDataset of(SkeletonDataset train) {
    Set<String> wanted = new TreeSet<>(names);
    SkeletonDataset found = train.select(info -> wanted.contains(info.name()));
    if (found.size() < wanted.size()) {
      found.infos().forEach(info -> wanted.remove(info.name()));
      throw new DataFormatException(
          "labelled subset of " + dataset,
          "expected all of its "
              + names.size()
              + " clips in "
              + train.name()
              + ", found "
              + found.size()
              + "; missing for instance "
              + wanted.stream().limit(3).toList()
              + ". Is this the same data set and split?");
    }
    return found;
  }

  /** Writes it as JSON. */
  public void write(Path file) {
    JsonObject json = new JsonObject();
    json.addProperty("data set", dataset);
    json.addProperty("share", share);
    json.addProperty("seed", seed);
    JsonArray list = new JsonArray();
    names.forEach(list::add);
    json.add("clips", list);
    AtomicFiles.writeText(file, new GsonBuilder().setPrettyPrinting().create().toJson(json) + "\n");
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws DataNotFoundException if the file is not there
   * @throws DataFormatException if it is no such file
   */
  public static LabelledSubset read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new DataNotFoundException("No labelled subset at " + file + "; draw and write one.");
    }
    try (Reader reader = Files.newBufferedReader(file)) {
      JsonObject json = new Gson().fromJson(reader, JsonObject.class);
      if (json == null) {
        throw new DataFormatException(file.toString(), "the file is empty.");
      }
      return new LabelledSubset(
          field(file, json, "data set").getAsString(),
          field(file, json, "share").getAsDouble(),
          field(file, json, "seed").getAsLong(),
          texts(field(file, json, "clips").getAsJsonArray()));
    } catch (IOException
        | JsonParseException
        | ClassCastException
        | IllegalStateException
        | UnsupportedOperationException
        | NumberFormatException failure) {
      throw new DataFormatException(
          file.toString(), "no labelled subset in JSON: " + failure.getMessage(), failure);
    }
  }

  private static List<String> texts(JsonArray list) {
    List<String> texts = new ArrayList<>();
    for (JsonElement text : list) {
      texts.add(text.getAsString());
    }
    return texts;
  }

  private static JsonElement field(Path file, JsonObject json, String name) {
    JsonElement value = json.get(name);
    if (value == null) {
      throw new DataFormatException(file.toString(), "the field '" + name + "' is missing.");
    }
    return value;
  }

  private static void checkShare(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new InvalidOptionException("share", "above 0 and at most 1", share);
    }
  }

  @Override
  public String toString() {
    return "%d labelled clips of %s (%s of each class, seed %d)"
        .formatted(names.size(), dataset, share, seed);
  }
}
