package org.penumbra.synthetic;

import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.TrainTest;

/** 1-NN on joints against the centre joint, 50 frames: the least a data set must resist. */
final class NearestNeighbour {
  private static final int FRAMES = 50;

  private NearestNeighbour() {}

  /** Share of test clips whose nearest training clip has their label. */
  static double accuracy(TrainTest data) {
    double[][] known = features(data.train());
    double[][] asked = features(data.test());
    int[] labels = data.train().labels();
    int[] truth = data.test().labels();
    int right = 0;
    for (int i = 0; i < asked.length; i++) {
      right += labels[nearest(known, asked[i])] == truth[i] ? 1 : 0;
    }
    return (double) right / asked.length;
  }

  private static int nearest(double[][] known, double[] asked) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < known.length; i++) {
      double distance = 0;
      for (int j = 0; j < asked.length; j++) {
        double difference = asked[j] - known[i][j];
        distance += difference * difference;
      }
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  private static double[][] features(SkeletonDataset data) {
    return data.clips().stream().map(NearestNeighbour::features).toArray(double[][]::new);
  }

  private static double[] features(SkeletonClip clip) {
    int joints = clip.layout().size();
    int centre = clip.layout().centre();
    double[] features = new double[FRAMES * joints * 3];
    int i = 0;
    for (int f = 0; f < FRAMES; f++) {
      double time =
          Math.max(0, Math.min(clip.frames() - 1, (f + 0.5) * clip.frames() / FRAMES - 0.5));
      int before = (int) time;
      int after = Math.min(clip.frames() - 1, before + 1);
      for (int v = 0; v < joints; v++) {
        for (int c = 0; c < 3; c++) {
          double first = clip.at(c, before, v, 0) - clip.at(c, before, centre, 0);
          double second = clip.at(c, after, v, 0) - clip.at(c, after, centre, 0);
          features[i++] = first + (time - before) * (second - first);
        }
      }
    }
    return features;
  }
}
