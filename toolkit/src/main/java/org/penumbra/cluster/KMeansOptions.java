package org.penumbra.cluster;

import java.util.Locale;
import java.util.Objects;
import org.penumbra.core.Require;

/**
 * How k-means is run. The defaults are OPSTL's: one start drawn by k-means++, at most 100
 * iterations, scikit-learn's tolerance.
 *
 * @param clusters number of clusters, K; at least 1
 * @param seed of the starts
 * @param restarts starts of which the one with the lowest inertia is kept; at least 1
 * @param maxIterations most iterations of one start; at least 1
 * @param tolerance the iterations end when the centres move by no more than this: the sum of their
 *     squared ways, in units of the mean variance of a feature, as scikit-learn measures it; 0
 *     means until no clip changes its cluster
 * @param emptyClusters what becomes of a cluster that lost its last clip
 */
public record KMeansOptions(
    int clusters,
    long seed,
    int restarts,
    int maxIterations,
    double tolerance,
    EmptyClusters emptyClusters) {

  /** What becomes of a cluster that lost its last clip. */
  public enum EmptyClusters {
    /**
     * It takes the clip that is farthest from its own centre, of a cluster that keeps another; as
     * scikit-learn does.
     */
    TAKE_FARTHEST,
    /** Its centre stays where it was, and may win clips again or stay empty. */
    KEEP_CENTRE
  }

  /** Checks the options. */
  public KMeansOptions {
    Require.atLeast("clusters", clusters, 1);
    Require.atLeast("restarts", restarts, 1);
    Require.atLeast("maxIterations", maxIterations, 1);
    Require.inRange("tolerance", tolerance, 0, 1e6);
    Objects.requireNonNull(emptyClusters, "emptyClusters");
  }

  /** So many clusters, seed 0, one start, 100 iterations, tolerance 1e-4. */
  public static KMeansOptions clusters(int clusters) {
    return new KMeansOptions(clusters, 0, 1, 100, 1e-4, EmptyClusters.TAKE_FARTHEST);
  }

  /** These with another seed. */
  public KMeansOptions withSeed(long other) {
    return new KMeansOptions(clusters, other, restarts, maxIterations, tolerance, emptyClusters);
  }

  /** These with so many starts. */
  public KMeansOptions withRestarts(int count) {
    return new KMeansOptions(clusters, seed, count, maxIterations, tolerance, emptyClusters);
  }

  /** These with at most so many iterations of a start. */
  public KMeansOptions withMaxIterations(int count) {
    return new KMeansOptions(clusters, seed, restarts, count, tolerance, emptyClusters);
  }

  /** These with another tolerance. */
  public KMeansOptions withTolerance(double other) {
    return new KMeansOptions(clusters, seed, restarts, maxIterations, other, emptyClusters);
  }

  /** These with another rule for empty clusters. */
  public KMeansOptions withEmptyClusters(EmptyClusters rule) {
    return new KMeansOptions(clusters, seed, restarts, maxIterations, tolerance, rule);
  }

  /** One line for people: every setting. */
  public String describe() {
    return String.format(
        Locale.ROOT,
        "k-means into %d clusters, seed %d, %s, at most %d iterations, tolerance %s, %s",
        clusters,
        seed,
        restarts == 1 ? "one start" : "best of " + restarts + " starts",
        maxIterations,
        tolerance,
        emptyClusters == EmptyClusters.TAKE_FARTHEST
            ? "an empty cluster takes the farthest clip"
            : "an empty cluster keeps its centre");
  }
}
