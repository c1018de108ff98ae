package org.penumbra.impute;

/** A way from sighting to sighting in time; before the first and after the last it stands still. */
public enum TimePath {
  /** Straight, at even speed. */
  LINEAR("linear") {
    @Override
    double[] between(int[] times, double[][] values, int i, int t) {
      double weight = (double) (t - times[i]) / (times[i + 1] - times[i]);
      return Vectors.between(values[i], values[i + 1], weight);
    }
  },
  /**
   * A cubic curve in each coordinate that never leaves the range of the two sightings (Fritsch and
   * Carlson's monotone curve, with the slopes of Fritsch and Butland). Curves that swing over,
   * natural splines above all, do so most in the long gaps that occlusion makes.
   */
  CUBIC("cubic") {
    @Override
    double[] between(int[] times, double[][] values, int i, int t) {
      double[] place = new double[3];
      for (int c = 0; c < place.length; c++) {
        place[c] = cubic(times, values, i, t, c);
      }
      return place;
    }
  };

  private final String label;

  TimePath(String label) {
    this.label = label;
  }

  /** Lower-case word for names. */
  String label() {
    return label;
  }

  /** Place at a frame between sightings i and i + 1. */
  abstract double[] between(int[] times, double[][] values, int i, int t);

  /**
   * The whole path.
   *
   * @param times frames with a sighting, ascending, at least one
   * @param values places there, (n, 3)
   * @param frames T
   * @return (T, 3); at a sighting exactly its place
   */
  double[][] over(int[] times, double[][] values, int frames) {
    double[][] path = new double[frames][];
    int i = -1; // latest sighting
    for (int t = 0; t < frames; t++) {
      if (i + 1 < times.length && times[i + 1] == t) {
        i++;
      }
      boolean held = i < 0 || i == times.length - 1 || times[i] == t;
      path[t] = held ? values[Math.max(i, 0)] : between(times, values, i, t);
    }
    return path;
  }

  /** Hermite's cubic through two sightings with the slopes there. */
  private static double cubic(int[] times, double[][] values, int i, int t, int c) {
    double span = times[i + 1] - times[i];
    double s = (t - times[i]) / span;
    double rest = 1 - s;
    return (1 + 2 * s) * rest * rest * values[i][c]
        + s * rest * rest * span * slope(times, values, i, c)
        + s * s * (3 - 2 * s) * values[i + 1][c]
        - s * s * rest * span * slope(times, values, i + 1, c);
  }

  /**
   * Weighted harmonic mean of the speeds on both sides, 0 where the coordinate turns; at the ends
   * the speed of the one side.
   */
  private static double slope(int[] times, double[][] values, int i, int c) {
    if (i == 0) {
      return speed(times, values, 0, c);
    }
    double before = speed(times, values, i - 1, c);
    if (i == times.length - 1) {
      return before;
    }
    double after = speed(times, values, i, c);
    if (before * after <= 0) {
      return 0;
    }
    double spanBefore = times[i] - times[i - 1];
    double spanAfter = times[i + 1] - times[i];
    double weightBefore = 2 * spanAfter + spanBefore;
    double weightAfter = spanAfter + 2 * spanBefore;
    return (weightBefore + weightAfter) / (weightBefore / before + weightAfter / after);
  }

  private static double speed(int[] times, double[][] values, int i, int c) {
    return (values[i + 1][c] - values[i][c]) / (times[i + 1] - times[i]);
  }
}
