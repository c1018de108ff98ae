package org.penumbra.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.penumbra.core.PenumbraException;

/** Which run made what another one is computed from, found by fingerprints. */
final class Lineage {
  private final RunFolders folders;
  private final Set<Path> read = new HashSet<>();
  private final Map<String, RunManifest> byOutput = new HashMap<>();
  private final Map<String, RunManifest> byHash = new HashMap<>();
  private final Map<String, String> sources = new HashMap<>(); // derived to original

  Lineage(RunFolders folders) {
    this.folders = folders;
  }

  /** Notes that something was derived from something else outside of any run. */
  synchronized void derived(String fingerprint, String source) {
    if (!fingerprint.equals(source)) {
      sources.put(fingerprint, source);
    }
  }

  synchronized void add(RunManifest manifest) {
    byHash.put(manifest.key().hash(), manifest);
    manifest.outputs().values().forEach(output -> byOutput.put(output, manifest));
  }

  /** The runs that a question is made from, by the names of its inputs, options and parents. */
  synchronized List<RunParent> parents(RunKey key) {
    readNew();
    List<RunParent> parents = new ArrayList<>();
    key.inputs().forEach((part, input) -> maker(input.fingerprint()).ifPresent(add(parents, part)));
    key.options().forEach((name, value) -> maker(value).ifPresent(add(parents, name)));
    key.parents()
        .forEach(
            (part, hash) -> Optional.ofNullable(byHash.get(hash)).ifPresent(add(parents, part)));
    return parents;
  }

  private static Consumer<RunManifest> add(List<RunParent> parents, String part) {
    return manifest -> parents.add(new RunParent(part, manifest.key(), manifest.parents()));
  }

  private Optional<RunManifest> maker(String fingerprint) {
    Set<String> seen = new HashSet<>();
    String at = fingerprint;
    while (at != null && seen.add(at)) {
      if (byOutput.containsKey(at)) {
        return Optional.of(byOutput.get(at));
      }
      at = sources.get(at);
    }
    return Optional.empty();
  }

  /** Runs that other processes have added meanwhile. */
  private void readNew() {
    for (Path run : folders.runs()) {
      if (read.add(run)) {
        try {
          add(RunManifest.read(run));
        } catch (PenumbraException damaged) {
          // whoever asks for it hears of it
        }
      }
    }
  }
}
