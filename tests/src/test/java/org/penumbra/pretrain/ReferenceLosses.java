package org.penumbra.pretrain;

import java.util.Arrays;

/** Contrastive losses in float64 and plain loops, from their formulas. */
public final class ReferenceLosses {
  private ReferenceLosses() {}

  /** Logarithm of the softmax of a row divided by the temperature. */
  public static double[] logSoftmax(double[] row, double temperature) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double value : row) {
      largest = Math.max(largest, value / temperature);
    }
    double sum = 0;
    for (double value : row) {
      sum += Math.exp(value / temperature - largest);
    }
    double[] logs = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      logs[i] = row[i] / temperature - largest - Math.log(sum);
    }
    return logs;
  }

  /** Minus the mean log probability of the first of each row. */
  public static double infoNce(double[][] similarities, double temperature) {
    double loss = 0;
    for (double[] row : similarities) {
      loss -= logSoftmax(row, temperature)[0] / similarities.length;
    }
    return loss;
  }

  /** Minus the mean over rows of the mean log probability of each row's positives. */
  public static double several(double[][] similarities, boolean[][] positives, double temperature) {
    double loss = 0;
    for (int n = 0; n < similarities.length; n++) {
      double[] logs = logSoftmax(similarities[n], temperature);
      double sum = 0;
      int count = 0;
      for (int i = 0; i < logs.length; i++) {
        sum += positives[n][i] ? logs[i] : 0;
        count += positives[n][i] ? 1 : 0;
      }
      loss -= sum / count / similarities.length;
    }
    return loss;
  }

  /** Cross entropy of the student's against the teacher's softmax. */
  public static double divergence(double[][] teacher, double[][] student, double temperature) {
    double loss = 0;
    for (int n = 0; n < teacher.length; n++) {
      double[] expected = logSoftmax(teacher[n], temperature);
      double[] found = logSoftmax(student[n], temperature);
      for (int i = 0; i < found.length; i++) {
        loss -= Math.exp(expected[i]) * found[i] / teacher.length;
      }
    }
    return loss;
  }

  /** Columns 1 and up: whether one is among the largest of its row. */
  public static boolean[][] nearest(double[][] similarities, int count) {
    boolean[][] marks = new boolean[similarities.length][similarities[0].length];
    for (int n = 0; n < marks.length; n++) {
      for (int round = 0; round < count; round++) {
        int best = 0;
        for (int i = 1; i < marks[n].length; i++) {
          boolean better = best == 0 || similarities[n][i] > similarities[n][best];
          best = !marks[n][i] && better ? i : best;
        }
        marks[n][best] = true;
      }
    }
    return marks;
  }

  /** {@code [1, near, near]} for {@code [own, queue, queue * other queue]}; context is optional. */
  public static double crossView(
      double[][] target, double[][] guide, int count, boolean context, double temperature) {
    boolean[][] near = nearest(guide, count);
    int keys = target[0].length - 1;
    double[][] values = new double[target.length][];
    boolean[][] positives = new boolean[target.length][];
    for (int n = 0; n < target.length; n++) {
      values[n] = Arrays.copyOf(target[n], 1 + (context ? 2 : 1) * keys);
      positives[n] = Arrays.copyOf(near[n], values[n].length);
      positives[n][0] = true;
      for (int i = 1; i <= keys && context; i++) {
        values[n][keys + i] = target[n][i] * guide[n][i];
        positives[n][keys + i] = near[n][i];
      }
    }
    return several(values, positives, temperature);
  }
}
