package org.penumbra.impute;

import java.util.stream.IntStream;

/**
 * The frames of a body that show something by its joints that are ever seen, each column less its
 * mean; hidden cells hold the linear interpolation.
 */
final class LowRankProblem {
  private final int[] rows; // frames
  private final int[] joints;
  private final double[] means; // (3V')
  private final double[][] values; // (T', 3V')
  private final boolean[][] seen; // (T', V')

  private LowRankProblem(BodyMotion body) {
    joints = IntStream.range(0, body.joints()).filter(body::isEverSeen).toArray();
    rows =
        IntStream.range(0, body.frames())
            .filter(t -> IntStream.of(joints).anyMatch(v -> body.isSeen(t, v)))
            .toArray();
    means = new double[3 * joints.length];
    values = new double[rows.length][means.length];
    seen = new boolean[rows.length][joints.length];
    for (int j = 0; j < joints.length; j++) {
      double[][] places = body.seenPlaces(joints[j]);
      double[][] path = TimePath.LINEAR.over(body.sightings(joints[j]), places, body.frames());
      double[] mean = Vectors.mean(places);
      System.arraycopy(mean, 0, means, 3 * j, 3);
      for (int i = 0; i < rows.length; i++) {
        seen[i][j] = body.isSeen(rows[i], joints[j]);
        System.arraycopy(Vectors.minus(path[rows[i]], mean), 0, values[i], 3 * j, 3);
      }
    }
  }

  static LowRankProblem of(BodyMotion body) {
    return new LowRankProblem(body);
  }

  boolean isEmpty() {
    return rows.length == 0;
  }

  int rows() {
    return rows.length;
  }

  int columns() {
    return means.length;
  }

  boolean isSeen(int row, int column) {
    return seen[row][column / 3];
  }

  /** Seen, or interpolated. */
  double value(int row, int column) {
    return values[row][column];
  }

  /** Root of the sum of squares of what is seen. */
  double norm() {
    double sum = 0;
    for (int i = 0; i < rows(); i++) {
      for (int j = 0; j < columns(); j++) {
        sum += isSeen(i, j) ? values[i][j] * values[i][j] : 0;
      }
    }
    return Math.sqrt(sum);
  }

  void write(BodyMotion body, LowRankFactors factors) {
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < joints.length; j++) {
        double[] place = new double[3];
        for (int c = 0; c < 3; c++) {
          place[c] = means[3 * j + c] + factors.at(i, 3 * j + c);
        }
        body.fill(rows[i], joints[j], place, FillReason.FILLED);
      }
    }
  }
}
