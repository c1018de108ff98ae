package org.penumbra.train;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;

/**
 * Where a training's checkpoints are kept, how many, and how often one is saved: after every epoch,
 * and when the training is interrupted. A training that is given the same folder again goes on
 * where the last good one stands, and ends with the same weights as if nothing had happened.
 *
 * <pre>{@code
 * Pstl.preset(scale).pretrain(train, Checkpoints.in(Path.of("runs/pstl")), TrainingDisplay.of("PSTL"));
 * }</pre>
 *
 * <p>One folder holds one training. Each file takes about three times the room of the weights, with
 * Adam.
 *
 * @param folder made if it is not there
 * @param last how many of the latest are kept; at least 1, or 2 to survive a damaged one
 * @param best whether those of the epochs of lowest loss and of best nearest neighbours are kept
 *     too
 * @param steps saves within epochs too, after so many steps; 0 for never
 */
public record Checkpoints(Path folder, int last, boolean best, int steps) {
  private static final int ALL = Integer.MAX_VALUE;

  /** Checks the numbers. */
  public Checkpoints {
    Require.atLeast("checkpoints to keep", last, 1);
    Require.atLeast("steps between checkpoints", steps, 0);
  }

  /** In a folder: one after every epoch, of which the latest two are kept. */
  public static Checkpoints in(Path folder) {
    return new Checkpoints(folder, 2, false, 0);
  }

  /** These, keeping so many of the latest. */
  public Checkpoints keepingLast(int count) {
    return new Checkpoints(folder, count, best, steps);
  }

  /** These, keeping all. */
  public Checkpoints keepingAll() {
    return keepingLast(ALL);
  }

  /** These, keeping also the epochs of lowest loss and of best nearest neighbours. */
  public Checkpoints keepingBest() {
    return new Checkpoints(folder, last, true, steps);
  }

  /** These, saved also within epochs: for epochs that take hours. */
  public Checkpoints everySteps(int count) {
    return new Checkpoints(folder, last, best, count);
  }

  /**
   * Opens the folder for a training; the caller closes it.
   *
   * @throws InvalidOptionException if it cannot be written, or another training writes there
   * @throws org.penumbra.core.TrainingException if it holds checkpoints of another training, or of
   *     a newer version
   */
  public CheckpointFolder open(RunIdentity run) {
    return new CheckpointFolder(this, run);
  }

  /** The good checkpoints that are there, in order; damaged files are left out. */
  public List<Checkpoint> list() {
    return CheckpointFolder.good(folder, damage -> {}).stream()
        .sorted(
            Comparator.comparingInt((Checkpoint each) -> each.position().epoch())
                .thenComparingInt(each -> each.position().step()))
        .toList();
  }

  /**
   * The checkpoint after an epoch.
   *
   * @param epoch from 0, as in {@link EpochReport}
   * @throws InvalidOptionException if it was not kept; the message lists those that are there
   */
  public Checkpoint ofEpoch(int epoch) {
    List<Checkpoint> whole = list().stream().filter(each -> each.position().step() == 0).toList();
    Optional<Checkpoint> found =
        whole.stream().filter(each -> each.position().epoch() == epoch + 1).findFirst();
    return found.orElseThrow(
        () ->
            new InvalidOptionException(
                "epoch of a checkpoint in " + folder,
                "one of "
                    + whole.stream().map(each -> each.position().epoch() - 1).toList()
                    + " (those kept; see keepingBest and keepingAll)",
                epoch));
  }
}
