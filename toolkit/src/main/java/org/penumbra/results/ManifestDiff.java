package org.penumbra.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * In what two runs differ. Equal things are left out; so are times and files.
 *
 * @param a name of the one
 * @param b name of the other
 * @param rows differences in order: options, data, parents and theirs, versions, machine, figures
 */
public record ManifestDiff(String a, String b, List<Row> rows) {
  /** What stands for something that one of the two does not have. */
  public static final String NOTHING = "-";

  private static final String PARENT = " < "; // train < encoder: the encoder of what made train

  /**
   * One difference.
   *
   * @param what {@code option}, {@code data}, {@code run}, {@code numerics}, {@code version},
   *     {@code machine} or {@code figure}
   * @param name of it; of a parent's after the part that the parent plays, as {@code train < part}
   * @param a value in the one, {@link #NOTHING} if it has none
   * @param b value in the other
   */
  public record Row(String what, String name, String a, String b) {}

  /** Keeps an unmodifiable copy. */
  public ManifestDiff {
    rows = List.copyOf(rows);
  }

  static ManifestDiff of(RunManifest a, RunManifest b) {
    List<Row> rows = new ArrayList<>();
    compare(rows, "", a.key(), b.key());
    parents(rows, "", a.parents(), b.parents());
    compare(rows, "version", "", a.versions(), b.versions());
    compare(rows, "machine", "", machine(a), machine(b));
    compare(rows, "figure", "", texts(a.metrics()), texts(b.metrics()));
    return new ManifestDiff(title(a), title(b), rows);
  }

  private static String title(RunManifest manifest) {
    return manifest.id() + " (" + manifest.key().name() + ")";
  }

  private static void compare(List<Row> rows, String path, RunKey a, RunKey b) {
    compare(rows, "run", path, Map.of("kind", a.kind()), Map.of("kind", b.kind()));
    compare(rows, "option", path, a.options(), b.options());
    compare(rows, "data", path, inputs(a), inputs(b));
    compare(
        rows,
        "numerics",
        path,
        Map.of("version", String.valueOf(a.numerics())),
        Map.of("version", String.valueOf(b.numerics())));
  }

  private static void parents(
      List<Row> rows, String path, List<RunParent> ofA, List<RunParent> ofB) {
    SortedMap<String, RunParent> a = byPart(ofA);
    SortedMap<String, RunParent> b = byPart(ofB);
    Set<String> parts = new TreeSet<>(a.keySet());
    parts.addAll(b.keySet());
    for (String part : parts) {
      RunParent first = a.get(part);
      RunParent second = b.get(part);
      if (first == null || second == null) {
        rows.add(new Row("run", path + part, named(first), named(second)));
      } else if (!first.key().hash().equals(second.key().hash())) {
        String inner = path + part + PARENT;
        compare(rows, inner, first.key(), second.key());
        parents(rows, inner, first.parents(), second.parents());
      }
    }
  }

  private static String named(RunParent parent) {
    return parent == null ? NOTHING : parent.key().id() + " (" + parent.key().name() + ")";
  }

  private static SortedMap<String, RunParent> byPart(List<RunParent> parents) {
    SortedMap<String, RunParent> map = new TreeMap<>();
    parents.forEach(parent -> map.put(parent.part(), parent));
    return map;
  }

  private static SortedMap<String, String> inputs(RunKey key) {
    SortedMap<String, String> texts = new TreeMap<>();
    key.inputs().forEach((part, input) -> texts.put(part, input.describe()));
    return texts;
  }

  private static SortedMap<String, String> machine(RunManifest manifest) {
    return new TreeMap<>(
        Map.of("device", manifest.device(), "threads", String.valueOf(manifest.threads())));
  }

  private static SortedMap<String, String> texts(Map<String, Double> numbers) {
    SortedMap<String, String> texts = new TreeMap<>();
    numbers.forEach((name, value) -> texts.put(name, value.toString()));
    return texts;
  }

  private static void compare(
      List<Row> rows, String what, String path, Map<String, String> a, Map<String, String> b) {
    Set<String> names = new TreeSet<>(a.keySet());
    names.addAll(b.keySet());
    for (String name : names) {
      String first = a.getOrDefault(name, NOTHING);
      String second = b.getOrDefault(name, NOTHING);
      if (!first.equals(second)) {
        rows.add(new Row(what, path + name, first, second));
      }
    }
  }

  /** Whether nothing differs. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** One row for each difference. */
  public Table table() {
    return Table.create(
        "What differs: a is " + a + ", b is " + b,
        StringColumn.create("what", rows.stream().map(Row::what)),
        StringColumn.create("name", rows.stream().map(Row::name)),
        StringColumn.create("a", rows.stream().map(Row::a)),
        StringColumn.create("b", rows.stream().map(Row::b)));
  }

  /** One line for each difference, for people. */
  @Override
  public String toString() {
    if (rows.isEmpty()) {
      return "a: " + a + "\nb: " + b + "\nNothing differs.";
    }
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("what", "name", "a", "b"));
    rows.forEach(row -> lines.add(List.of(row.what(), row.name(), row.a(), row.b())));
    return "a: " + a + "\nb: " + b + "\n" + String.join("\n", TextColumns.aligned(lines));
  }
}
