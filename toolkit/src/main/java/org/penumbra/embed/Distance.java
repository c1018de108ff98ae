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
      // Four sums at once: one alone waits for itself at every element.
      double p0 = 0;
      double p1 = 0;
      double p2 = 0;
      double p3 = 0;
      int i = 0;
      for (; i + 3 < a.length; i += 4) {
        p0 += a[i] * b[i];
        p1 += a[i + 1] * b[i + 1];
        p2 += a[i + 2] * b[i + 2];
        p3 += a[i + 3] * b[i + 3];
      }
      for (; i < a.length; i++) {
        p0 += a[i] * b[i];
      }
      return ((p0 + p1) + (p2 + p3) + 1) / 2;
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
