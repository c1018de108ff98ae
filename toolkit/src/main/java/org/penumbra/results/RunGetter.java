package org.penumbra.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.core.Durations;

/** One question to a store: looks, waits, computes, keeps. */
final class RunGetter<T> {
  private static final double NANOS = 1e9;

  private final RunFolders folders;
  private final Lineage lineage;
  private final Consumer<String> listener;
  private final RunKey key;
  private final RunCodec<T> codec;
  private final String id;

  RunGetter(
      RunFolders folders,
      Lineage lineage,
      Consumer<String> listener,
      RunKey key,
      RunCodec<T> codec) {
    this.folders = folders;
    this.lineage = lineage;
    this.listener = listener;
    this.key = key;
    this.codec = codec;
    this.id = key.id();
  }

  Run<T> get(RunWork<T> work) {
    // Without the lock: a run appears whole, and a store that cannot be written may still be read.
    Optional<Run<T>> found = look(problem -> {});
    if (found.isPresent()) {
      return found.get();
    }
    Runnable waiting = () -> say("another thread or process is computing it; waiting.");
    try (RunLock lock = RunLock.take(folders.lock(id), waiting)) {
      lock.holds();
      found = look(problem -> say(problem + " It is computed anew."));
      return found.isPresent() ? found.get() : compute(work);
    }
  }

  private void say(String text) {
    listener.accept(key.name() + " [" + id + "]: " + text);
  }

  private Optional<Run<T>> look(Consumer<String> problems) {
    Path folder = folders.of(key);
    if (!Files.exists(folder)) {
      return Optional.empty();
    }
    try {
      RunManifest manifest = RunManifest.read(folder);
      checkAsked(folder, manifest);
      RunFiles.check(folder, manifest.files());
      T value = codec.read(folder);
      RunFiles.countHit(folders.hits(id));
      lineage.add(manifest);
      say(
          "found, computed "
              + manifest.started().truncatedTo(ChronoUnit.SECONDS)
              + " in "
              + Durations.text(manifest.seconds())
              + ".");
      return Optional.of(new Run<>(value, Run.State.FOUND, Optional.of(manifest)));
    } catch (DataFormatException | DataNotFoundException | UncheckedIOException damaged) {
      problems.accept("what is kept cannot be used: " + damaged.getMessage());
      return Optional.empty();
    }
  }

  private void checkAsked(Path folder, RunManifest manifest) {
    if (!manifest.key().hash().equals(key.hash())) {
      throw new DataFormatException(
          folder.toString(),
          "expected the run of key " + key.hash() + ", found " + manifest.key().hash() + ".");
    }
    if (!manifest.format().equals(codec.format())) {
      throw new DataFormatException(
          folder.toString(),
          "expected files in the form '"
              + codec.format()
              + "', found '"
              + manifest.format()
              + "'.");
    }
  }

  private Run<T> compute(RunWork<T> work) {
    folders.sweep(id);
    RunProgress progress = new RunProgress(folders.work(key));
    RunEnvironment.beginPeak();
    Instant started = Instant.now();
    long from = System.nanoTime();
    T value = work.compute(progress);
    double seconds = progress.seconds((System.nanoTime() - from) / NANOS);
    if (progress.whyUnfinished().isPresent()) {
      say(progress.whyUnfinished().get() + "; not kept. Ask again to go on.");
      return new Run<>(value, Run.State.UNFINISHED, Optional.empty());
    }
    return keep(value, started, seconds, RunEnvironment.peak());
  }

  private Run<T> keep(T value, Instant started, double seconds, OptionalLong peak) {
    Path temporary = folders.temporary(id);
    RunManifest manifest;
    T stored;
    try {
      Files.createDirectories(temporary);
      codec.write(value, temporary);
      List<StoredFile> files = RunFiles.seal(temporary);
      manifest =
          new RunManifest(
              key,
              codec.format(),
              started,
              seconds,
              peak,
              RunEnvironment.device(),
              RunEnvironment.threads(),
              RunEnvironment.versions(),
              new TreeMap<>(codec.metrics(value)),
              new TreeMap<>(codec.outputs(value)),
              lineage.parents(key),
              files);
      ManifestJson.write(temporary.resolve(RunManifest.FILE), manifest);
      folders.publish(temporary, id);
      stored = codec.stored(value, folders.of(key));
    } catch (IOException | UncheckedIOException failure) {
      // Hours of work are not thrown away because a disk is full; checkpoints stay, too.
      RunFolders.delete(temporary);
      say("computed in " + Durations.text(seconds) + ", but not kept: " + failure.getMessage());
      return new Run<>(value, Run.State.NOT_KEPT, Optional.empty());
    }
    lineage.add(manifest);
    RunFolders.delete(folders.work(key));
    say("computed in " + Durations.text(seconds) + " and kept.");
    return new Run<>(stored, Run.State.COMPUTED, Optional.of(manifest));
  }
}
