package org.penumbra.cluster;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.penumbra.embed.Embeddings;

/** What scikit-learn computed, by {@code cluster_reference.py}. */
final class ScikitLearn {
  String version;
  List<Agreement> agreements;
  List<Clustering> clusterings;

  /** Two groupings; NMI and AMI by the arithmetic, geometric, larger and smaller mean. */
  static final class Agreement {
    int[] groups;
    int[] labels;
    double[] nmi;
    double[] ami;
    double ari;
    double purity;

    /** Whether AMI is 0 / 0 by some mean, and what comes out is rounding. */
    boolean isSingles() {
      return Arrays.stream(groups).distinct().count() == groups.length
          && Arrays.stream(labels).distinct().count() < labels.length;
    }
  }

  /** Clusters from given starts. */
  static final class Clustering {
    float[][] rows;
    int[] labels;
    double[][] start;
    int iterationsAllowed;
    double tolerance;
    double[][] centres;
    int[] groups;
    double inertia;
    int iterations;
    double silhouette;
    double silhouetteOfLabels;

    Embeddings embeddings() {
      return embedded(rows, labels);
    }

    KMeansOptions options() {
      return KMeansOptions.clusters(start.length)
          .withMaxIterations(iterationsAllowed)
          .withTolerance(tolerance);
    }
  }

  /** Rows as embeddings without names. */
  static Embeddings embedded(float[][] rows, int[] labels) {
    int features = rows[0].length;
    float[] values = new float[rows.length * features];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, values, i * features, features);
    }
    return new Embeddings(Collections.nCopies(100, "action"), labels, features, values);
  }

  static ScikitLearn read() {
    try (Reader file =
        new InputStreamReader(
            ScikitLearn.class.getResourceAsStream("scikit-learn.json"), StandardCharsets.UTF_8)) {
      return new Gson().fromJson(file, ScikitLearn.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
