package org.penumbra.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.embed.Embeddings;
import smile.clustering.KMeans;

/** K-means beside scikit-learn's from the same starts, and Smile's from its own. */
class KMeansReferenceTest {
  static List<ScikitLearn.Clustering> clusterings() {
    return ScikitLearn.read().clusterings;
  }

  @ParameterizedTest
  @MethodSource("clusterings")
  void fromTheSameStartsItIsScikitLearns(ScikitLearn.Clustering expected) {
    KMeansClustering found =
        KMeansClustering.fit(expected.embeddings(), expected.options(), expected.start);
    assertThat(found.labels()).isEqualTo(expected.groups);
    assertThat(found.iterations()).isEqualTo(expected.iterations);
    assertThat(found.inertia()).isCloseTo(expected.inertia, within(1e-5 * expected.inertia));
    assertThat(found.converged()).isEqualTo(expected.iterations < expected.iterationsAllowed);
    double[][] centres = found.centres();
    for (int k = 0; k < centres.length; k++) {
      assertThat(centres[k]).containsExactly(expected.centres[k], within(1e-6));
    }
  }

  @ParameterizedTest
  @MethodSource("clusterings")
  void aRestOfSmilesIsOneOfOurs(ScikitLearn.Clustering given) {
    double[][] rows = new double[given.rows.length][given.rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] = given.rows[i][j];
      }
    }
    smile.math.MathEx.setSeed(1);
    KMeans smile = KMeans.lloyd(rows, given.start.length, 1000, 0);
    Embeddings embeddings = given.embeddings();
    KMeansClustering found =
        KMeansClustering.fit(
            embeddings, given.options().withTolerance(0).withMaxIterations(50), smile.centroids);
    assertThat(found.labels()).isEqualTo(smile.y);
    assertThat(found.inertia()).isCloseTo(smile.distortion, within(1e-5 * smile.distortion));
  }
}
