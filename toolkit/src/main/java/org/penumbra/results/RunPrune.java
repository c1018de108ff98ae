package org.penumbra.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import org.penumbra.core.Require;

/**
 * Which runs to remove. Nothing is removed before {@link #remove()}; printed, it says what that
 * would do:
 *
 * <pre>{@code
 * RunPrune old = runs.prune().kind("embed").olderThan(Duration.ofDays(30)).keepNewest(5);
 * show(old);     // what would go
 * old.remove();
 * }</pre>
 *
 * <p>Every condition must hold. Without any nothing is chosen.
 */
public final class RunPrune {
  private final RunFolders folders;
  private final RunList list;
  private final boolean conditions;

  private RunPrune(RunFolders folders, RunList list, boolean conditions) {
    this.folders = folders;
    this.list = list;
    this.conditions = conditions;
  }

  static RunPrune of(RunFolders folders, RunList all) {
    return new RunPrune(folders, all, false);
  }

  private RunPrune with(UnaryOperator<RunList> filter) {
    return new RunPrune(folders, filter.apply(list), true);
  }

  /** Only runs of a kind, for instance {@code embed}. */
  public RunPrune kind(String kind) {
    return with(runs -> runs.kind(kind));
  }

  /** Only runs whose name holds a text. */
  public RunPrune named(String text) {
    return with(runs -> runs.named(text));
  }

  /** Only runs that are older than that. */
  public RunPrune olderThan(Duration age) {
    return with(runs -> runs.olderThan(age));
  }

  /** Of each kind, the newest that were chosen so far stay. */
  public RunPrune keepNewest(int count) {
    Require.atLeast("runs to keep", count, 0);
    Map<String, Integer> seen = new HashMap<>();
    return with(runs -> runs.where(run -> seen.merge(run.key().kind(), 1, Integer::sum) > count));
  }

  /** What would be removed. */
  public List<RunManifest> chosen() {
    return conditions ? list.manifests() : List.of();
  }

  /** Bytes that would become free. */
  public long bytes() {
    return chosen().stream().mapToLong(RunManifest::size).sum();
  }

  /**
   * Removes them; one that somebody is computing or removing at this moment is left.
   *
   * @return what was removed
   * @throws UncheckedIOException if a folder cannot be removed
   */
  public List<RunManifest> remove() {
    List<RunManifest> removed = new ArrayList<>();
    for (RunManifest run : chosen()) {
      Optional<RunLock> lock = RunLock.tryTake(folders.lock(run.id()));
      if (lock.isPresent()) {
        try (RunLock held = lock.get()) {
          held.holds();
          folders.remove(run.id());
          Files.deleteIfExists(folders.hits(run.id()));
          removed.add(run);
        } catch (IOException failure) {
          throw new UncheckedIOException(
              "cannot remove the run " + run.id() + ": " + failure.getMessage(), failure);
        }
      }
    }
    return List.copyOf(removed);
  }

  /** What {@link #remove()} would do. */
  @Override
  public String toString() {
    List<RunManifest> runs = chosen();
    StringJoiner lines = new StringJoiner("\n");
    lines.add(
        runs.isEmpty()
            ? "Nothing would be removed."
            : runs.size() + " runs would be removed, " + ManifestText.mebibytes(bytes()) + ":");
    runs.forEach(
        run ->
            lines.add(
                "  "
                    + run.id()
                    + "  "
                    + run.key().name()
                    + ", "
                    + ManifestText.mebibytes(run.size())));
    for (Path work : folders.works()) {
      lines.add(
          "A run was broken off and can go on; delete by hand if you do not want it: " + work);
    }
    return lines.toString();
  }
}
