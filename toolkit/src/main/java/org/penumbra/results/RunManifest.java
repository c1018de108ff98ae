package org.penumbra.results;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;

/**
 * All that is known of a run that is kept: what was asked, with what it was computed and what came
 * out. Stored as {@code manifest.json} in the run's folder, for programs and people.
 *
 * @param key what was asked
 * @param format form of the files, as {@link RunCodec#format()} names it
 * @param started when the computation that ended it began
 * @param seconds it took, of interrupted trainings all parts together
 * @param peakBytes largest memory of the process meanwhile, or since its start where no engine was
 *     loaded before; empty where the system does not say
 * @param device {@code CPU} or {@code GPU 0}
 * @param threads compute threads
 * @param versions of toolkit, engine, Java and system, by name
 * @param metrics figures of the result, by name
 * @param outputs fingerprints of what other runs may take as input, by name
 * @param parents the runs it is made from, with theirs
 * @param files with sizes and checksums; without the manifest itself
 */
public record RunManifest(
    RunKey key,
    String format,
    Instant started,
    double seconds,
    OptionalLong peakBytes,
    String device,
    int threads,
    SortedMap<String, String> versions,
    SortedMap<String, Double> metrics,
    SortedMap<String, String> outputs,
    List<RunParent> parents,
    List<StoredFile> files) {
  /** Name of the file that holds it. */
  public static final String FILE = "manifest.json";

  /** Keeps unmodifiable copies. */
  public RunManifest {
    versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
    outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
    parents = List.copyOf(parents);
    files = List.copyOf(files);
  }

  /**
   * Reads the manifest in a run's folder.
   *
   * @throws DataNotFoundException if there is none
   * @throws DataFormatException if it is damaged or of a newer version
   */
  public static RunManifest read(Path folder) {
    return ManifestJson.read(folder.resolve(FILE));
  }

  /** Kind and the first digits of the key, for instance {@code pretrain/0123456789abcdef}. */
  public String id() {
    return key.id();
  }

  /** The options that are seeds, by name. */
  public SortedMap<String, String> seeds() {
    SortedMap<String, String> seeds = new TreeMap<>(key.options());
    seeds.keySet().removeIf(name -> !name.equals("seed") && !name.endsWith(".seed"));
    return seeds;
  }

  /** Bytes of its files. */
  public long size() {
    return files.stream().mapToLong(StoredFile::size).sum();
  }

  /**
   * In what two runs differ: options, data, parents and theirs, versions, machine, figures.
   *
   * <pre>{@code
   * show(RunManifest.diff(runs.show("3f2a"), runs.show("77c0")).table());
   * }</pre>
   */
  public static ManifestDiff diff(RunManifest a, RunManifest b) {
    return ManifestDiff.of(a, b);
  }

  /** All of it, for people. */
  @Override
  public String toString() {
    return ManifestText.of(this);
  }
}
