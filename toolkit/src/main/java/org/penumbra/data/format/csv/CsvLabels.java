package org.penumbra.data.format.csv;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.penumbra.core.DataFormatException;

/**
 * What the labels of a CSV mean. If all are whole numbers they are classes from 0; otherwise they
 * are names of classes, numbered in alphabetical order unless the layout file lists them.
 */
final class CsvLabels {
  private static final int MOST_CLASSES = 10_000;
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})(?:\\.0*)?"); // 2.0 is 2
  private static final Pattern NUMERIC = Pattern.compile("[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?");

  private final String place;
  private final boolean areNumbers;
  private final List<String> classNames;

  private CsvLabels(String place, boolean areNumbers, List<String> classNames) {
    this.place = place;
    this.areNumbers = areNumbers;
    this.classNames = List.copyOf(classNames);
  }

  /**
   * Finds out what the labels of all clips mean.
   *
   * @param listed names of the classes in the layout file; empty if it does not list them
   */
  static CsvLabels of(String place, Collection<CsvClip> clips, List<String> listed) {
    List<CsvClip> labelled = clips.stream().filter(clip -> clip.label() != null).toList();
    boolean numbers = labelled.stream().allMatch(clip -> NUMBER.matcher(clip.label()).matches());
    if (!numbers && listed.isEmpty()) {
      checkNames(place, labelled);
    }
    if (!listed.isEmpty()) {
      return new CsvLabels(place, numbers, listed);
    }
    if (labelled.isEmpty()) {
      return new CsvLabels(place, true, List.of("unlabelled"));
    }
    List<String> names = new ArrayList<>();
    if (numbers) {
      int most = labelled.stream().mapToInt(clip -> number(clip.label())).max().orElse(0);
      for (int label = 0; label <= Math.min(most, MOST_CLASSES); label++) {
        names.add("class " + label);
      }
    } else {
      TreeSet<String> sorted = new TreeSet<>();
      labelled.forEach(clip -> sorted.add(clip.label()));
      names.addAll(sorted);
    }
    return new CsvLabels(place, numbers, names);
  }

  /** Names and numbers together would number all classes anew, and nobody would notice. */
  private static void checkNames(String place, List<CsvClip> labelled) {
    for (CsvClip clip : labelled) {
      if (NUMERIC.matcher(clip.label()).matches()) {
        throw new DataFormatException(
            place + ", line " + clip.labelLine() + ", column label",
            "expected names of classes throughout, or whole numbers from 0 throughout, found '"
                + clip.label()
                + "' among others; list the names as \"classes\" in the layout file if this is one.");
      }
    }
  }

  private static int number(String label) {
    var matcher = NUMBER.matcher(label);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
  }

  List<String> classNames() {
    return classNames;
  }

  /** Class of a clip, from 0. */
  int of(CsvClip clip, boolean hasLabels) {
    if (clip.label() == null) {
      if (hasLabels) {
        throw new DataFormatException(
            place, "expected a label for each clip, found none for '" + clip.name() + "'.");
      }
      return 0;
    }
    int label = areNumbers ? number(clip.label()) : classNames.indexOf(clip.label());
    if (label < 0 || label >= Math.min(classNames.size(), MOST_CLASSES)) {
      throw new DataFormatException(
          place + ", line " + clip.labelLine() + ", column label",
          "expected "
              + (areNumbers
                  ? "a class from 0 to " + (Math.min(classNames.size(), MOST_CLASSES) - 1)
                  : "one of the classes " + classNames)
              + ", found '"
              + clip.label()
              + "'.");
    }
    return label;
  }
}
