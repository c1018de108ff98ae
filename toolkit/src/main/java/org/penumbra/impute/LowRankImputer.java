package org.penumbra.impute;

import java.util.ArrayList;
import java.util.List;
import org.penumbra.core.Require;
import org.penumbra.data.SkeletonClip;

/**
 * Takes a body's motion for a matrix of low rank, frames by coordinates (T x 3V, each column less
 * its mean), and fills what is hidden so: soft-impute, that is, least squares on what is seen plus
 * a penalty on the sum of singular values (Mazumder, Hastie and Tibshirani 2010), minimised by
 * alternating least squares from the linear interpolation. A joint that is never seen, and a frame
 * that shows nothing, stay hidden: rank says nothing of them.
 *
 * @param rank most singular values that are not zero, from 1
 * @param shrinkage what is taken off each singular value, over the norm of what is seen; above 0
 *     and up to 1; near 0 a motion of that rank is recovered exactly
 * @param iterations most rounds, from 1
 * @param tolerance ends when a round moves no hidden joint by more, metres
 */
public record LowRankImputer(int rank, double shrinkage, int iterations, double tolerance)
    implements ClipImputer {
  /** Checks the ranges. */
  public LowRankImputer {
    Require.atLeast("rank", rank, 1);
    Require.inRange("shrinkage", Require.positive("shrinkage", shrinkage), 0, 1);
    Require.atLeast("iterations", iterations, 1);
    Require.positive("tolerance", tolerance);
  }

  /** How the rounds of one body ended. */
  public record Rounds(int count, boolean converged, double lastMove) {}

  /** Rank 6 and shrinkage 0.01: of ranks 3 and 6 and shrinkages 0.001 to 0.1 best on NW-UCLA. */
  public static LowRankImputer standard() {
    return new LowRankImputer(6, 0.01, 100, 1e-4);
  }

  /** With another rank. */
  public LowRankImputer withRank(int other) {
    return new LowRankImputer(other, shrinkage, iterations, tolerance);
  }

  /** With another shrinkage. */
  public LowRankImputer withShrinkage(double other) {
    return new LowRankImputer(rank, other, iterations, tolerance);
  }

  /** With another bound on rounds, and another end. */
  public LowRankImputer withIterations(int most, double metres) {
    return new LowRankImputer(rank, shrinkage, most, metres);
  }

  @Override
  public String name() {
    String name = "low-rank-" + rank + "-" + shrinkage;
    LowRankImputer usual = standard().withRank(rank).withShrinkage(shrinkage);
    return equals(standard())
        ? "low-rank"
        : name + (equals(usual) ? "" : "-" + iterations + "-" + tolerance);
  }

  @Override
  public String describe() {
    return "low-rank completion of frames by coordinates, rank up to "
        + rank
        + ", shrinkage "
        + shrinkage
        + ", at most "
        + iterations
        + " rounds, to "
        + 1000 * tolerance
        + " mm";
  }

  @Override
  public ImputedClip impute(SkeletonClip clip) {
    return BodyMotion.fill(clip, this::fill);
  }

  /** How the rounds of each body end, in order of bodies. */
  public List<Rounds> rounds(SkeletonClip clip) {
    List<Rounds> rounds = new ArrayList<>();
    for (int m = 0; m < clip.bodies(); m++) {
      rounds.add(fill(BodyMotion.of(clip, m)));
    }
    return List.copyOf(rounds);
  }

  private Rounds fill(BodyMotion body) {
    LowRankProblem problem = LowRankProblem.of(body);
    if (problem.isEmpty()) {
      return new Rounds(0, true, 0);
    }
    LowRankFactors factors = new LowRankFactors(problem, rank, shrinkage);
    double move = Double.POSITIVE_INFINITY;
    int round = 0;
    while (round < iterations && move > tolerance) {
      move = factors.improve();
      round++;
    }
    problem.write(body, factors);
    return new Rounds(round, move <= tolerance, move);
  }
}
