package org.penumbra.embed;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.preprocess.PreparedDataset;

/**
 * Features of clips, one row each, with the clips' labels. The matrix is shared: do not write it.
 */
public final class Embeddings {
  private final List<String> classNames;
  private final int[] labels;
  private final int features;
  private final float[] values;
  private final List<String> clipNames; // empty if unknown

  /**
   * Features of N clips.
   *
   * @param classNames by label
   * @param labels N class indices
   * @param features length of a row, F
   * @param values (N, F), C-order, shared
   */
  public Embeddings(List<String> classNames, int[] labels, int features, float[] values) {
    this(classNames, labels, features, values, List.of());
  }

  /**
   * Features of N clips whose names are known.
   *
   * @param clipNames N names in order of the rows
   */
  public Embeddings(
      List<String> classNames, int[] labels, int features, float[] values, List<String> clipNames) {
    this.classNames = List.copyOf(classNames);
    this.labels = labels.clone();
    this.features = features;
    this.values = values;
    this.clipNames = List.copyOf(clipNames);
    if (!clipNames.isEmpty() && clipNames.size() != labels.length) {
      throw new InvalidOptionException(
          "clip names of embeddings", "none or " + labels.length, clipNames.size());
    }
    if (values.length != (long) labels.length * features) {
      throw new InvalidOptionException(
          "embeddings", labels.length + " rows of " + features + " numbers", values.length);
    }
    for (int n = 0; n < labels.length; n++) {
      Require.inRange("label of row " + n, labels[n], 0, classNames.size() - 1);
    }
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new InvalidOptionException(
            "feature " + i % features + " of row " + i / features,
            "finite (check the data and the encoder that made it)",
            values[i]);
      }
    }
  }

  /**
   * The arrays themselves as features, which shows what they hold before any network: F = C T V M.
   *
   * @throws InvalidOptionException if they do not fit into one Java array
   */
  public static Embeddings ofArrays(PreparedDataset data) {
    return new Embeddings(
        data.classNames(), data.labels(), data.sampleLength(), data.values(), data.clipNames());
  }

  /** Names of the classes, by label. */
  public List<String> classNames() {
    return classNames;
  }

  /** Class indices, length N; a copy. */
  public int[] labels() {
    return labels.clone();
  }

  /** Names of the clips in order of the rows; empty if they are unknown. */
  public List<String> clipNames() {
    return clipNames;
  }

  /**
   * The rows of all clips but these.
   *
   * @throws InvalidOptionException if a name is not among the clips, or the clips have no names
   */
  public Embeddings without(Collection<String> names) {
    Set<String> leftOut = new HashSet<>(names);
    Set<String> known = new HashSet<>(clipNames);
    for (String name : names) {
      if (!known.contains(name)) {
        throw new InvalidOptionException(
            "clip to leave out", "one of the " + clipNames.size() + " names of the rows", name);
      }
    }
    int[] rows =
        IntStream.range(0, size())
            .filter(n -> clipNames.isEmpty() || !leftOut.contains(clipNames.get(n)))
            .toArray();
    float[] kept = new float[rows.length * features];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(values, rows[i] * features, kept, i * features, features);
    }
    return new Embeddings(
        classNames,
        Arrays.stream(rows).map(n -> labels[n]).toArray(),
        features,
        kept,
        Arrays.stream(rows).filter(n -> !clipNames.isEmpty()).mapToObj(clipNames::get).toList());
  }

  /** Number of clips, N. */
  public int size() {
    return labels.length;
  }

  /** Length of a row, F. */
  public int features() {
    return features;
  }

  /** The whole matrix, (N, F), C-order; shared, not to be written. */
  public float[] values() {
    return values;
  }
}
