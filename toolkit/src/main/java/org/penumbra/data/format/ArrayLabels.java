package org.penumbra.data.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.data.format.numpy.NpyType;
import org.penumbra.data.format.numpy.NpyWriter;
import org.penumbra.data.format.numpy.NumpyArray;
import org.penumbra.data.format.pickle.LabelPickle;
import org.penumbra.data.format.pickle.Pickle;
import org.penumbra.data.format.pickle.PickleValue;

/**
 * Names and labels of the samples of one array, as the reference pipelines keep them beside it:
 * {@code PART_label.pkl}, a pickled tuple (list of names, list of labels), and {@code
 * PART_label.npy}, int64 (N, 1). Either is enough; if both are there they must agree.
 *
 * @param names N names without {@code .skeleton}; {@code PART-000000} and on where no file has them
 * @param labels N class indices from 0
 */
public record ArrayLabels(List<String> names, List<Integer> labels) {
  private static final int MOST_CLASSES = 100_000;

  /** Keeps copies; checks that there are as many of both. */
  public ArrayLabels {
    names = List.copyOf(names);
    labels = List.copyOf(labels);
    if (names.size() != labels.size()) {
      throw new DataFormatException(
          "labels",
          "expected " + names.size() + " for as many names, found " + labels.size() + ".");
    }
  }

  /**
   * Reads the label files of a part.
   *
   * @param part for instance {@code train}
   * @param samples N of the array they belong to
   * @throws DataNotFoundException if neither file is there
   * @throws DataFormatException if one is damaged, has another number of entries, contradicts the
   *     names or the other file
   */
  public static ArrayLabels read(Path folder, String part, int samples) {
    Path pickle = folder.resolve(part + "_label.pkl");
    Path array = folder.resolve(part + "_label.npy");
    boolean pickled = Files.exists(pickle);
    boolean stored = Files.exists(array);
    if (!pickled && !stored) {
      throw new DataNotFoundException(
          "No labels beside the arrays: expected " + pickle + " or " + array.getFileName() + ".");
    }
    ArrayLabels fromPickle = pickled ? fromPickle(pickle, samples) : null;
    if (!stored) {
      return fromPickle;
    }
    List<Integer> labels = fromArray(array, samples);
    if (!pickled) {
      List<String> names = new ArrayList<>();
      for (int n = 0; n < samples; n++) {
        names.add(String.format(Locale.ROOT, "%s-%06d", part, n));
      }
      return new ArrayLabels(names, labels);
    }
    checkAgreement(array, labels, fromPickle);
    return new ArrayLabels(fromPickle.names, labels);
  }

  /** The reference pipelines subtract the smallest label when they write the array. */
  private static void checkAgreement(Path array, List<Integer> labels, ArrayLabels pickled) {
    if (labels.isEmpty()) {
      return;
    }
    int shift = pickled.labels.get(0) - labels.get(0);
    for (int n = 0; n < labels.size(); n++) {
      if (pickled.labels.get(n) - labels.get(n) != shift) {
        throw new DataFormatException(
            array + ", item " + n,
            "expected label "
                + (pickled.labels.get(n) - shift)
                + " as the .pkl beside it says of "
                + pickled.names.get(n)
                + ", found "
                + labels.get(n)
                + "; are both files from one run?");
      }
    }
  }

  private static ArrayLabels fromPickle(Path file, int samples) {
    PickleValue root = Pickle.read(file);
    if (root.size() < 2) {
      throw new DataFormatException(
          file.toString(), "expected a tuple (names, labels), found " + root.size() + " items.");
    }
    PickleValue names = root.at(0);
    PickleValue labels = root.at(1);
    NumpyArray array = labels.isArray() ? labels.array().open(labels.path()) : null;
    checkCount(names.path(), names.size(), samples);
    checkCount(labels.path(), array == null ? labels.size() : array.items(), samples);
    List<String> plain = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (int n = 0; n < samples; n++) {
      String name = ArrayClipName.plain(names.at(n).text());
      long label = array == null ? labels.at(n).number() : array.longAt(n);
      int told = ArrayClipName.label(name);
      if (told >= 0 && told != label) {
        throw new DataFormatException(
            labels.path() + "[" + n + "]",
            "expected label " + told + " as the name " + name + " says, found " + label + ".");
      }
      plain.add(name);
      numbers.add(checked(file, n, label));
    }
    return new ArrayLabels(plain, numbers);
  }

  private static List<Integer> fromArray(Path file, int samples) {
    NumpyArray array = NumpyArray.map(file);
    long[] shape = array.shape();
    if (shape.length == 2) {
      array.expectShape("(N, 1) or (N)", -1, 1);
    } else {
      array.expectShape("(N, 1) or (N)", -1);
    }
    checkCount(file.toString(), array.items(), samples);
    List<Integer> labels = new ArrayList<>();
    for (int n = 0; n < samples; n++) {
      labels.add(checked(file, n, array.longAt(n)));
    }
    return labels;
  }

  private static void checkCount(String place, long found, int samples) {
    if (found != samples) {
      throw new DataFormatException(
          place, "expected " + samples + " entries, one for each sample, found " + found + ".");
    }
  }

  private static int checked(Path file, int item, long label) {
    if (label < 0 || label >= MOST_CLASSES) {
      throw new DataFormatException(
          file + ", item " + item, "expected a label from 0 on, found " + label + ".");
    }
    return (int) label;
  }

  /** Writes both label files of a part. */
  public void write(Path folder, String part) {
    NpyWriter.write(
        folder.resolve(part + "_label.npy"),
        NpyType.INT64,
        new long[] {labels.size(), 1},
        sink -> {
          for (int label : labels) {
            sink.number(label);
          }
        });
    LabelPickle.write(
        folder.resolve(part + "_label.pkl"),
        names.stream().map(ArrayClipName::inLabelFile).toList(),
        labels);
  }
}
