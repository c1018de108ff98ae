package org.penumbra.results;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.penumbra.core.Durations;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.PenumbraException;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Runs of a store at one moment, the newest first. Filters give shorter lists:
 *
 * <pre>{@code
 * show(runs.list().kind("pretrain").named("PSTL").table());
 * }</pre>
 */
public final class RunList {
  private static final double MIB = 1 << 20;
  private static final int NAMED = 6; // in a message
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final List<RunManifest> manifests;
  private final Map<String, Long> hits;

  private RunList(List<RunManifest> manifests, Map<String, Long> hits) {
    this.manifests = List.copyOf(manifests);
    this.hits = hits;
  }

  static RunList read(RunFolders folders, Consumer<String> problems) {
    List<RunManifest> found = new ArrayList<>();
    Map<String, Long> hits = new HashMap<>();
    for (Path folder : folders.runs()) {
      try {
        RunManifest manifest = RunManifest.read(folder);
        found.add(manifest);
        hits.put(manifest.id(), folders.hits(manifest.id()).toFile().length());
      } catch (PenumbraException damaged) {
        problems.accept("A run cannot be used: " + damaged.getMessage());
      }
    }
    found.sort(
        Comparator.comparing(RunManifest::started).reversed().thenComparing(RunManifest::id));
    return new RunList(found, hits);
  }

  /** The manifests, the newest first. */
  public List<RunManifest> manifests() {
    return manifests;
  }

  /** Number of runs. */
  public int size() {
    return manifests.size();
  }

  /** Bytes of all their files. */
  public long bytes() {
    return manifests.stream().mapToLong(RunManifest::size).sum();
  }

  /** Those of a kind, for instance {@code pretrain}. */
  public RunList kind(String kind) {
    return where(run -> run.key().kind().equals(kind));
  }

  /** Those whose name holds a text, in any case. */
  public RunList named(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return where(run -> run.key().name().toLowerCase(Locale.ROOT).contains(wanted));
  }

  /** Those that began before a time. */
  public RunList before(Instant time) {
    return where(run -> run.started().isBefore(time));
  }

  /** Those that are older than that. */
  public RunList olderThan(Duration age) {
    return before(Instant.now().minus(age));
  }

  /** Those that a condition holds for. */
  public RunList where(Predicate<RunManifest> condition) {
    return new RunList(manifests.stream().filter(condition).toList(), hits);
  }

  /**
   * The one run whose id or key begins so.
   *
   * @throws InvalidOptionException if there is none, or more than one; the message names those, or
   *     the newest that there are
   */
  RunManifest only(String start) {
    List<RunManifest> found =
        manifests.stream()
            .filter(run -> run.id().startsWith(start) || run.key().hash().startsWith(start))
            .toList();
    if (found.size() == 1 && !start.isBlank()) {
      return found.get(0);
    }
    List<RunManifest> near = found.isEmpty() ? manifests : found;
    String named =
        near.stream()
            .limit(NAMED)
            .map(run -> run.id() + " (" + run.key().name() + ")")
            .collect(Collectors.joining(", "));
    String rest = near.size() > NAMED ? " and " + (near.size() - NAMED) + " more" : "";
    throw new InvalidOptionException(
        "key of a run",
        "the first characters of one run; "
            + (found.isEmpty() ? "none begins so, there are: " : "so begin: ")
            + (near.isEmpty() ? "none" : named + rest),
        start);
  }

  /** How often a run was asked for again. */
  public long hits(RunManifest run) {
    return hits.getOrDefault(run.id(), 0L);
  }

  /** One row for each run. */
  public Table table() {
    StringColumn id = StringColumn.create("run");
    StringColumn name = StringColumn.create("name");
    StringColumn date = StringColumn.create("computed");
    DoubleColumn seconds = DoubleColumn.create("seconds");
    DoubleColumn size = DoubleColumn.create("size in MiB");
    LongColumn count = LongColumn.create("found again");
    for (RunManifest run : manifests) {
      id.append(run.id());
      name.append(run.key().name());
      date.append(DATE.format(run.started()));
      seconds.append(Math.rint(100 * run.seconds()) / 100);
      size.append(Math.rint(100 * run.size() / MIB) / 100);
      count.append(hits(run));
    }
    String title = size() + " runs, " + ManifestText.mebibytes(bytes());
    return Table.create(title, id, name, date, seconds, size, count);
  }

  /** The table as text. */
  @Override
  public String toString() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("run", "name", "computed", "took", "size", "found again"));
    for (RunManifest run : manifests) {
      lines.add(
          List.of(
              run.id(),
              run.key().name(),
              DATE.format(run.started()),
              Durations.text(run.seconds()),
              ManifestText.mebibytes(run.size()),
              String.valueOf(hits(run))));
    }
    List<String> text = new ArrayList<>(TextColumns.aligned(lines));
    text.add(size() + " runs, " + ManifestText.mebibytes(bytes()));
    return String.join("\n", text);
  }
}
