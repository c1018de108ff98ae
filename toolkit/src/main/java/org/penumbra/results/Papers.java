package org.penumbra.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.penumbra.core.InvalidOptionException;

/** Every number of the three papers: tables, claims of the prose, facts of the figures. */
public final class Papers {
  private static final String PROSE = "text";

  private Papers() {}

  private static final class Loaded {
    static final List<PaperCell> CELLS = PaperFile.read();
    static final Map<String, PaperTable> TABLES = tables();

    private static Map<String, PaperTable> tables() {
      Map<String, List<PaperCell>> groups =
          CELLS.stream()
              .filter(cell -> cell.metric().equals(PaperCell.ACCURACY))
              .collect(
                  Collectors.groupingBy(
                      cell -> key(cell.paper(), cell.table()),
                      LinkedHashMap::new,
                      Collectors.toList()));
      Map<String, PaperTable> tables = new LinkedHashMap<>();
      groups.forEach((key, cells) -> tables.put(key, new PaperTable(cells)));
      return tables;
    }
  }

  /** The papers: {@code opstl}, {@code pstl}, {@code crossmoco}. */
  public static List<String> names() {
    return Loaded.CELLS.stream().map(PaperCell::paper).distinct().toList();
  }

  /** All tables, in the order of the papers. */
  public static List<PaperTable> tables() {
    return List.copyOf(Loaded.TABLES.values());
  }

  /** Cells of all tables: 511 accuracies. */
  public static List<PaperCell> cells() {
    return tables().stream().flatMap(table -> table.cells().stream()).toList();
  }

  /**
   * Numbers that a paper claims in its prose; the note says whether its tables agree.
   *
   * @throws InvalidOptionException if there is no such paper
   */
  public static List<PaperCell> claims(String paper) {
    String known = known(paper);
    return Loaded.CELLS.stream()
        .filter(cell -> cell.paper().equals(known) && cell.table().equals(PROSE))
        .toList();
  }

  /**
   * What a paper's figures show, as far as it is a fact; without a value where only an ordering can
   * be read.
   *
   * @throws InvalidOptionException if there is no such paper
   */
  public static List<PaperCell> figures(String paper) {
    String known = known(paper);
    return Loaded.CELLS.stream()
        .filter(cell -> cell.paper().equals(known) && cell.table().startsWith("Fig"))
        .toList();
  }

  static PaperTable table(String paper, String name) {
    String known = known(paper);
    List<String> names =
        tables().stream().filter(t -> t.paper().equals(known)).map(PaperTable::name).toList();
    return names.stream()
        .filter(name.strip()::equalsIgnoreCase)
        .findFirst()
        .map(found -> Loaded.TABLES.get(key(known, found)))
        .orElseThrow(
            () -> new InvalidOptionException("table of " + known, "one of " + names, name));
  }

  private static String known(String paper) {
    return names().stream()
        .filter(paper.strip()::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(() -> new InvalidOptionException("paper", "one of " + names(), paper));
  }

  private static String key(String paper, String table) {
    return paper + " " + table;
  }
}
