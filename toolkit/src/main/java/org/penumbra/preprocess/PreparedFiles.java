package org.penumbra.preprocess;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.penumbra.core.AtomicFiles;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.format.array.ArrayLabels;
import org.penumbra.data.format.numpy.NpyBlocks;
import org.penumbra.data.format.numpy.NpyType;
import org.penumbra.data.format.numpy.NpyWriter;
import org.penumbra.data.format.numpy.NumpyArray;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * Prepared sets as files, in the form of the reference pipelines: {@code PART_position.npy} (N, 3,
 * T, V, M), {@code PART_label.npy}, {@code PART_label.pkl}; and {@code PART_about.json} with the
 * names of set, layout and classes, which those pipelines do not have.
 *
 * <p>Opening maps the array: 1.2 GB are there at once and take no heap. Writing goes block by
 * block, so that neither side of it needs to fit into memory.
 *
 * <pre>{@code
 * PreparedFiles.write(data.train(), Preprocessing.published(), folder, "train");
 * PreparedDataset train = PreparedFiles.open(folder, "train");
 * }</pre>
 */
public final class PreparedFiles {
  private static final List<SkeletonLayout> BUILT_IN =
      List.of(SkeletonLayout.NTU_25, SkeletonLayout.KINECT_20);

  private PreparedFiles() {}

  /**
   * Prepares clips straight into files, in parallel; the same bytes for any number of threads. The
   * values are those of {@link Preprocessing#apply(SkeletonDataset)}.
   *
   * @param part for instance {@code train} or {@code val}
   * @throws UncheckedIOException if a file cannot be written
   */
  public static void write(
      SkeletonDataset data, Preprocessing preprocessing, Path folder, String part) {
    int frames = preprocessing.frames();
    int rows = SkeletonClip.CHANNELS * frames * data.layout().size();
    int bodies = preprocessing.keptBodies(data.bodies());
    NpyBlocks blocks =
        new NpyBlocks(
            data.size(),
            rows * bodies,
            (n, target, offset) -> {
              SkeletonClip clip = data.clips().get(n);
              float[] values = preprocessing.apply(clip);
              int kept = values.length / rows;
              for (int row = 0; row < rows; row++) {
                System.arraycopy(values, row * kept, target, offset + row * bodies, kept);
              }
            });
    long[] shape = {data.size(), SkeletonClip.CHANNELS, frames, data.layout().size(), bodies};
    NpyWriter.write(positions(folder, part), NpyType.FLOAT32, shape, blocks);
    List<String> names = data.infos().stream().map(ClipInfo::name).toList();
    List<Integer> labels = data.infos().stream().map(ClipInfo::label).toList();
    new ArrayLabels(names, labels).write(folder, part);
    writeAbout(folder, part, data.name(), data.layout(), data.classNames());
  }

  /** Writes a prepared set. */
  public static void write(PreparedDataset data, Path folder, String part) {
    int joints = data.layout().size();
    long[] shape = {data.size(), SkeletonClip.CHANNELS, data.frames(), joints, data.bodies()};
    NpyWriter.write(
        positions(folder, part),
        NpyType.FLOAT32,
        shape,
        new NpyBlocks(data.size(), data.sampleLength(), data::copyTo));
    new ArrayLabels(data.clipNames(), Arrays.stream(data.labels()).boxed().toList())
        .write(folder, part);
    writeAbout(folder, part, data.name(), data.layout(), data.classNames());
  }

  /**
   * Opens what {@link #write} wrote, for one of the built-in layouts.
   *
   * @throws DataNotFoundException if a file is not there; the message names it
   * @throws DataFormatException if a file is damaged or does not fit the others
   */
  public static PreparedDataset open(Path folder, String part) {
    JsonObject about = about(folder, part);
    String wanted = text(folder, part, about, "layout");
    SkeletonLayout layout =
        BUILT_IN.stream()
            .filter(known -> known.name().equals(wanted))
            .findFirst()
            .orElseThrow(
                () ->
                    new DataFormatException(
                        aboutFile(folder, part).toString(),
                        "the layout '"
                            + wanted
                            + "' is not built in; use open(folder, part, layout)."));
    return open(folder, part, layout);
  }

  /** As {@link #open(Path, String)}, for a layout of one's own. */
  public static PreparedDataset open(Path folder, String part, SkeletonLayout layout) {
    JsonObject about = about(folder, part);
    String place = aboutFile(folder, part).toString();
    if (!text(folder, part, about, "layout").equals(layout.name())) {
      throw new DataFormatException(
          place, "expected layout " + layout.name() + ", found " + about.get("layout") + ".");
    }
    List<String> classes = new ArrayList<>();
    if (!(about.get("classes") instanceof JsonArray names)) {
      throw new DataFormatException(place, "expected a list 'classes', found none.");
    }
    for (JsonElement name : names) {
      classes.add(name.isJsonPrimitive() ? name.getAsString() : name.toString());
    }
    return open(folder, part, text(folder, part, about, "name"), layout, classes);
  }

  /**
   * Opens arrays that a reference pipeline wrote, which lack {@code PART_about.json}.
   *
   * @param name of the data set
   * @param classNames by label
   */
  public static PreparedDataset open(
      Path folder, String part, String name, SkeletonLayout layout, List<String> classNames) {
    NumpyArray array = NumpyArray.map(positions(folder, part));
    int joints = layout.size();
    array.expectShape("(N, 3, T, " + joints + ", M)", -1, SkeletonClip.CHANNELS, -1, joints, -1);
    long[] shape = array.shape();
    long sample = array.items() / shape[0];
    if (!array.type().equals(NpyType.FLOAT32)
        || shape[0] > Integer.MAX_VALUE
        || sample > Integer.MAX_VALUE / Float.BYTES) {
      throw new DataFormatException(
          array.place(),
          "expected <f4 with samples below 2 GiB, found "
              + array.describe()
              + ". In Python: np.save(file, a.astype('<f4')).");
    }
    ArrayLabels labels = ArrayLabels.read(folder, part, (int) shape[0]);
    return new PreparedDataset(
        name,
        layout,
        classNames,
        labels.names(),
        labels.labels().stream().mapToInt(Integer::intValue).toArray(),
        (int) shape[2],
        (int) shape[4],
        new MappedStore(array, (int) sample));
  }

  private static Path positions(Path folder, String part) {
    if (!part.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new InvalidOptionException("part", "a file name such as train or val", part);
    }
    return folder.resolve(part + "_position.npy");
  }

  private static Path aboutFile(Path folder, String part) {
    return folder.resolve(part + "_about.json");
  }

  private static void writeAbout(
      Path folder, String part, String name, SkeletonLayout layout, List<String> classNames) {
    JsonObject about = new JsonObject();
    about.addProperty("name", name);
    about.addProperty("layout", layout.name());
    JsonArray classes = new JsonArray();
    classNames.forEach(classes::add);
    about.add("classes", classes);
    AtomicFiles.writeText(aboutFile(folder, part), about + "\n");
  }

  private static JsonObject about(Path folder, String part) {
    Path file = aboutFile(folder, part);
    if (!Files.isRegularFile(file)) {
      throw new DataNotFoundException(
          "No file "
              + file
              + "; for arrays of a reference pipeline use open(folder, part, name, layout,"
              + " classNames).");
    }
    try {
      JsonObject about = new Gson().fromJson(Files.readString(file), JsonObject.class);
      if (about == null) {
        throw new DataFormatException(
            file.toString(), "expected an object in JSON, found nothing.");
      }
      return about;
    } catch (IOException | JsonParseException | ClassCastException failure) {
      throw new DataFormatException(
          file.toString(), "expected an object in JSON: " + failure.getMessage(), failure);
    }
  }

  private static String text(Path folder, String part, JsonObject about, String field) {
    JsonElement value = about.get(field);
    if (value == null || !value.isJsonPrimitive()) {
      throw new DataFormatException(
          aboutFile(folder, part).toString(), "expected the text '" + field + "', found none.");
    }
    return value.getAsString();
  }
}
