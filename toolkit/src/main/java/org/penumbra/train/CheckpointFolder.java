package org.penumbra.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.penumbra.core.AtomicFiles;
import org.penumbra.core.DataFormatException;
import org.penumbra.tensor.Optimiser;
import org.penumbra.tensor.Parameters;

/**
 * A folder of checkpoints, open for one training. Made by {@link Checkpoints#open}; holds a lock
 * until it is closed.
 */
public final class CheckpointFolder implements AutoCloseable {
  private final Checkpoints options;
  private final RunIdentity run;
  private final FolderLock lock;
  private final List<String> notices = new ArrayList<>();
  private Checkpoint last; // null if there is none

  CheckpointFolder(Checkpoints options, RunIdentity run) {
    this.options = options;
    this.run = run;
    this.lock = FolderLock.take(options.folder());
    try {
      AtomicFiles.deleteTemporaries(options.folder());
      last = newest();
    } catch (RuntimeException refused) {
      lock.close();
      throw refused;
    }
  }

  /** The last good checkpoint; empty if there is none. */
  public Optional<Checkpoint> last() {
    return Optional.ofNullable(last);
  }

  /** What was wrong in the folder when it was opened. */
  public List<String> notices() {
    return Collections.unmodifiableList(notices);
  }

  /** Whether one should be saved within an epoch, so many steps after the last. */
  boolean isDue(int steps) {
    return options.steps() > 0 && steps >= options.steps();
  }

  /**
   * Saves one and deletes those that are not to be kept.
   *
   * @throws UncheckedIOException if it cannot be written; the former ones are then all there
   */
  void save(
      TrainingPosition position, Map<String, Parameters> state, Map<String, Optimiser> optimisers) {
    if (last != null && at(last.position()).equals(at(position))) {
      return; // nothing happened since
    }
    Path file = options.folder().resolve(CheckpointName.of(position));
    last = Checkpoint.write(file, run, position, state, optimisers);
    prune();
  }

  private static List<Integer> at(TrainingPosition position) {
    return List.of(position.epoch(), position.step());
  }

  /** Files after the present position are left: they are damaged and will be overwritten. */
  private void prune() {
    CheckpointName here = CheckpointName.at(last.position());
    TreeMap<CheckpointName, Path> upToHere =
        new TreeMap<>(CheckpointName.list(options.folder()).headMap(here, true));
    for (int kept = 0; kept < options.last() && !upToHere.isEmpty(); kept++) {
      upToHere.pollLastEntry();
    }
    if (options.best()) {
      TrainingHistory history = new TrainingHistory(last.position().epochs(), false, 0, List.of());
      history.lowestLoss().ifPresent(best -> upToHere.remove(CheckpointName.after(best)));
      history.bestNeighbours().ifPresent(best -> upToHere.remove(CheckpointName.after(best)));
    }
    upToHere.values().forEach(CheckpointFolder::delete);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      // one too many does no harm, and after the next checkpoint it is tried again
    }
  }

  private Checkpoint newest() {
    for (Path file : CheckpointName.list(options.folder()).descendingMap().values()) {
      Optional<Checkpoint> good = read(file, notices::add);
      if (good.isPresent()) {
        good.get().checkRun(run);
        return good.get();
      }
    }
    if (!notices.isEmpty()) {
      notices.add("No good checkpoint is left: training starts from the beginning.");
    }
    return null;
  }

  /** All good checkpoints of a folder, in order. */
  static List<Checkpoint> good(Path folder, Consumer<String> damage) {
    List<Checkpoint> good = new ArrayList<>();
    CheckpointName.list(folder).values().forEach(file -> read(file, damage).ifPresent(good::add));
    return good;
  }

  private static Optional<Checkpoint> read(Path file, Consumer<String> damage) {
    try {
      return Optional.of(Checkpoint.read(file));
    } catch (DataFormatException | UncheckedIOException damaged) {
      String reason = damaged.getMessage();
      String end = reason != null && reason.endsWith(".") ? "" : ".";
      damage.accept("A checkpoint is damaged and was not used: " + reason + end);
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    lock.close();
  }
}
