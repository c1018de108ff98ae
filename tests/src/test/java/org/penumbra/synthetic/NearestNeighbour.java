package org.penumbra.synthetic;

import org.penumbra.preprocess.PreparedDataset;

/** 1-NN on prepared arrays: the least that a data set must resist. */
final class NearestNeighbour {
  private NearestNeighbour() {}

  /** Share of test clips whose nearest training clip has their label. */
  static double accuracy(PreparedDataset train, PreparedDataset test) {
    int[] labels = train.labels();
    int[] truth = test.labels();
    int right = 0;
    for (int i = 0; i < test.size(); i++) {
      right += labels[nearest(train, test, i)] == truth[i] ? 1 : 0;
    }
    return (double) right / test.size();
  }

  private static int nearest(PreparedDataset train, PreparedDataset test, int asked) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < train.size(); i++) {
      double distance = squaredDistance(train, i, test, asked);
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  /** Squared Euclidean distance of two samples. */
  static double squaredDistance(PreparedDataset one, int i, PreparedDataset other, int j) {
    int length = one.sampleLength();
    float[] a = one.values();
    float[] b = other.values();
    double distance = 0;
    for (int k = 0; k < length; k++) {
      double difference = a[i * length + k] - b[j * length + k];
      distance += difference * difference;
    }
    return distance;
  }
}
