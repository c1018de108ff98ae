package org.penumbra.embed;

/** How far two feature vectors are apart. */
public enum Distance {
  /** Angle: one minus the cosine; lengths do not count. */
  COSINE {
    @Override
    double[] row(float[] values, int from, int length) {
      double[] row = EUCLIDEAN.row(values, from, length);
      double square = 0;
      for (double value : row) {
        square += value * value;
      }
      double norm = square == 0 ? 1 : Math.sqrt(square);
      for (int j = 0; j < length; j++) {
        row[j] /= norm;
      }
      return row;
    }

    @Override
    double closeness(double[] a, double[] b) {
      double product = 0;
      for (int i = 0; i < a.length; i++) {
        product += a[i] * b[i];
      }
      return (product + 1) / 2;
    }
  },
  /** Length of the difference. */
  EUCLIDEAN {
    @Override
    double[] row(float[] values, int from, int length) {
      double[] row = new double[length];
      for (int j = 0; j < length; j++) {
        row[j] = values[from + j];
      }
      return row;
    }

    @Override
    double closeness(double[] a, double[] b) {
      double square = 0;
      for (int i = 0; i < a.length; i++) {
        square += (a[i] - b[i]) * (a[i] - b[i]);
      }
      return 1 / (1 + Math.sqrt(square));
    }
  };

  /** A row of a feature matrix as this distance needs it. */
  abstract double[] row(float[] values, int from, int length);

  /** From 0, far, to 1, equal. */
  abstract double closeness(double[] a, double[] b);
}
