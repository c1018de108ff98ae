package org.penumbra.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.penumbra.train.TrainingListener;
import org.penumbra.train.TrainingStart;

/**
 * Lets the peer do a step after each of ours, in processor time of the whole process on both sides.
 * It listens to the real training loop, so what it times is what users run: views, step, update and
 * all the loop does between two steps.
 */
final class StepsInTurns implements TrainingListener {
  private final Peer peer;
  private final int warmUp;
  private final double[] ours;
  private final double[] theirs;
  private final PrintStream out;
  private IOException failure;
  private int step;
  private long start;

  /**
   * A clock for one training.
   *
   * @param peer prepared
   * @param warmUp steps of both sides that do not count
   * @param rounds steps of both sides that do
   * @param out is told each of them: on a slow machine they take minutes
   */
  StepsInTurns(Peer peer, int warmUp, int rounds, PrintStream out) {
    this.out = out;
    this.peer = peer;
    this.warmUp = warmUp;
    ours = new double[rounds];
    theirs = new double[rounds];
  }

  @Override
  public void trainingStarted(TrainingStart begin) {
    start = Comparison.processorNanos();
  }

  @Override
  public void stepEnded(int epoch, int number, int steps, int epochs, double loss) {
    double seconds = (Comparison.processorNanos() - start) * 1e-9;
    try {
      double answer = peer.processorSeconds(1);
      if (step >= warmUp) {
        ours[step - warmUp] = seconds;
        theirs[step - warmUp] = answer;
      }
      out.printf(
          Locale.ROOT,
          "  %s step %d: ours %.2f s, peer %.2f s%n",
          step < warmUp ? "first" : "timed",
          step + 1,
          seconds,
          answer);
      step++;
    } catch (IOException broken) {
      failure = broken; // the loop takes it for a full disk and ends quietly
      throw new UncheckedIOException(broken);
    }
    start = Comparison.processorNanos();
  }

  /**
   * The times, once the training is over.
   *
   * @throws IOException if the peer failed
   */
  Comparison comparison() throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (step != warmUp + ours.length) {
      throw new IllegalStateException(
          "the training did " + step + " steps, not " + (warmUp + ours.length));
    }
    return new Comparison(ours, theirs);
  }
}
