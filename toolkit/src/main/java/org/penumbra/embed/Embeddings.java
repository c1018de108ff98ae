package org.penumbra.embed;

import java.util.List;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;

/**
 * Features of clips, one row each, with the clips' labels. The matrix is shared: do not write it.
 */
public final class Embeddings {
  private final List<String> classNames;
  private final int[] labels;
  private final int features;
  private final float[] values;

  /**
   * Features of N clips.
   *
   * @param classNames by label
   * @param labels N class indices
   * @param features length of a row, F
   * @param values (N, F), C-order, shared
   */
  public Embeddings(List<String> classNames, int[] labels, int features, float[] values) {
    this.classNames = List.copyOf(classNames);
    this.labels = labels.clone();
    this.features = features;
    this.values = values;
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

  /** Names of the classes, by label. */
  public List<String> classNames() {
    return classNames;
  }

  /** Class indices, length N; a copy. */
  public int[] labels() {
    return labels.clone();
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
