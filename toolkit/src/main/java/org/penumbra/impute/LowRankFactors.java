package org.penumbra.impute;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.penumbra.core.RandomKey;

/**
 * Two narrow matrices A (rows x r) and B (columns x r) whose product is the completed matrix: the
 * minimum of |seen (X - A B')|^2 + lambda (|A|^2 + |B|^2), which has the nuclear norm's solution.
 */
final class LowRankFactors {
  private static final int WARM_UP = 5; // rounds on the interpolated matrix

  private final LowRankProblem problem;
  private final int rank;
  private final double lambda;
  private final double[][] a;
  private final double[][] b;

  LowRankFactors(LowRankProblem problem, int rank, double shrinkage) {
    this.problem = problem;
    this.rank = Math.min(rank, Math.min(problem.rows(), problem.columns()));
    this.lambda = Math.max(shrinkage * problem.norm(), Double.MIN_NORMAL);
    a = new double[problem.rows()][this.rank];
    b = new double[problem.columns()][this.rank];
    SplittableRandom random = RandomKey.of(0).with("low-rank start").generator();
    for (double[] row : b) {
      Arrays.setAll(row, k -> random.nextDouble() - 0.5);
    }
    for (int i = 0; i < WARM_UP; i++) {
      round(true);
    }
  }

  /** One entry of the product. */
  double at(int row, int column) {
    double sum = 0;
    for (int k = 0; k < rank; k++) {
      sum += a[row][k] * b[column][k];
    }
    return sum;
  }

  /** One round on what is seen; returns how far it moved the hidden entry that moved most. */
  double improve() {
    double[][] before = new double[a.length][b.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        before[i][j] = problem.isSeen(i, j) ? 0 : at(i, j);
      }
    }
    round(false);
    double move = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        move = problem.isSeen(i, j) ? move : Math.max(move, Math.abs(at(i, j) - before[i][j]));
      }
    }
    return move;
  }

  private void round(boolean all) {
    for (int i = 0; i < a.length; i++) {
      RidgeSystem system = new RidgeSystem(rank, lambda);
      for (int j = 0; j < b.length; j++) {
        if (all || problem.isSeen(i, j)) {
          system.add(b[j], problem.value(i, j));
        }
      }
      a[i] = system.solve();
    }
    for (int j = 0; j < b.length; j++) {
      RidgeSystem system = new RidgeSystem(rank, lambda);
      for (int i = 0; i < a.length; i++) {
        if (all || problem.isSeen(i, j)) {
          system.add(a[i], problem.value(i, j));
        }
      }
      b[j] = system.solve();
    }
  }
}
