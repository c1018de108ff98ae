package org.penumbra.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.penumbra.core.Scale;
import org.penumbra.evaluate.PairedTest;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Which of the papers' orderings our outcomes show.
 *
 * @param parts the parts that could be judged, with at least one case each
 */
public record OrderingReport(List<JudgedPart> parts) implements TableReport {
  private static final int ENOUGH = 6; // pairs from which on six of six are no chance

  /** Keeps an unmodifiable copy. */
  public OrderingReport {
    parts = List.copyOf(parts);
  }

  /** What is found of a claim, a case or a part. */
  public enum Finding {
    /** It holds, by more than chance. */
    HOLDS,
    /** The opposite holds, by more than chance. */
    DOES_NOT_HOLD,
    /** Not decided by this many test clips and seeds. */
    UNDECIDED;

    /** Lower-case text, as tables print it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * One comparison.
   *
   * @param text what is compared
   * @param finding by {@link ClaimRule}
   * @param margin how far it points the paper's way, in points; below 0 the other way
   * @param evidence p or interval, and n
   */
  public record JudgedClaim(String text, Finding finding, double margin, String evidence) {}

  /**
   * Comparisons that must hold together.
   *
   * @param claims at least one
   */
  public record JudgedCase(List<JudgedClaim> claims) {
    /** Keeps an unmodifiable copy. */
    public JudgedCase {
      claims = List.copyOf(claims);
    }

    /** Does not hold if one claim does not; holds if all do. */
    public Finding finding() {
      List<Finding> all = claims.stream().map(JudgedClaim::finding).toList();
      if (all.contains(Finding.DOES_NOT_HOLD)) {
        return Finding.DOES_NOT_HOLD;
      }
      return all.contains(Finding.UNDECIDED) ? Finding.UNDECIDED : Finding.HOLDS;
    }

    /** Whether all claims point the paper's way, decided or not. */
    public boolean pointsThePapersWay() {
      return claims.stream().allMatch(claim -> claim.margin() > 0);
    }

    /** Whether some claim points the other way, decided or not; a tie points nowhere. */
    public boolean pointsTheOtherWay() {
      return claims.stream().anyMatch(claim -> claim.margin() < 0);
    }
  }

  /**
   * A part of an ordering judged on one data set at one scale.
   *
   * @param ordering it belongs to
   * @param part as the paper has it
   * @param dataset ours
   * @param scale ours
   * @param cases at least one
   */
  public record JudgedPart(
      Ordering ordering, Ordering.Part part, String dataset, Scale scale, List<JudgedCase> cases) {
    /** Keeps an unmodifiable copy. */
    public JudgedPart {
      cases = List.copyOf(cases);
    }

    /** Number of cases found so. */
    public int count(Finding finding) {
      return (int) cases.stream().filter(c -> c.finding() == finding).count();
    }

    /** Number of cases that point the paper's way, decided or not. */
    public int pointing() {
      return (int) cases.stream().filter(JudgedCase::pointsThePapersWay).count();
    }

    /**
     * Holds if more than half of the cases hold and none is decided against; does not hold if more
     * are decided against than for. What the cases leave undecided the signs may decide, from six
     * single comparisons on that are no ties: an exact sign test at 95 %.
     */
    public Finding finding() {
      int holds = count(Finding.HOLDS);
      int against = count(Finding.DOES_NOT_HOLD);
      if (2 * holds > cases.size() && against == 0) {
        return Finding.HOLDS;
      }
      if (against > holds) {
        return Finding.DOES_NOT_HOLD;
      }
      return against == 0 ? bySigns() : Finding.UNDECIDED;
    }

    private Finding bySigns() {
      boolean single = cases.stream().allMatch(c -> c.claims().size() == 1);
      int so = pointing();
      int otherwise = (int) cases.stream().filter(JudgedCase::pointsTheOtherWay).count();
      if (!single || so + otherwise < ENOUGH || new PairedTest(so, otherwise).p() >= 0.05) {
        return Finding.UNDECIDED;
      }
      return so > otherwise ? Finding.HOLDS : Finding.DOES_NOT_HOLD;
    }
  }

  /** The judged parts of one ordering, for instance {@code of("O4")}; may be empty. */
  public List<JudgedPart> of(String id) {
    return parts.stream().filter(part -> part.ordering().id().equalsIgnoreCase(id)).toList();
  }

  /** Only some orderings, for instance {@code only("O3", "O4")}; those not judged are left out. */
  public OrderingReport only(String... ids) {
    List<String> wanted = List.of(ids);
    return new OrderingReport(
        parts.stream().filter(part -> wanted.contains(part.ordering().id())).toList());
  }

  /** One row for every part. */
  public Table table() {
    List<StringColumn> columns =
        List.of(
                "id",
                "ordering",
                "part",
                "strength",
                "paper",
                "data",
                "ours point so",
                "decided so",
                "finding")
            .stream()
            .map(StringColumn::create)
            .toList();
    for (JudgedPart part : parts) {
      int n = part.cases().size();
      List<String> row =
          List.of(
              part.ordering().id(),
              part.ordering().sentence(),
              part.part().name(),
              part.ordering().strength() + (part.ordering().suggested() ? ", for assertion" : ""),
              part.part().count(),
              part.dataset() + ", " + part.scale().label(),
              part.pointing() + "/" + n,
              part.count(Finding.HOLDS) + "/" + n,
              part.finding().label());
      for (int i = 0; i < row.size(); i++) {
        columns.get(i).append(row.get(i));
      }
    }
    Table table = Table.create("Orderings of the papers, and ours");
    columns.forEach(table::addColumns);
    return table;
  }

  @Override
  public List<Table> tables() {
    return List.of(table());
  }

  @Override
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    for (JudgedPart part : parts) {
      for (JudgedCase judged : part.cases()) {
        for (JudgedClaim claim : judged.claims()) {
          remarks.add(
              String.format(
                  Locale.ROOT,
                  "%s %s: %s; margin %+.1f, %s.",
                  part.ordering().id(),
                  claim.finding().label(),
                  claim.text(),
                  claim.margin(),
                  claim.evidence()));
        }
      }
    }
    if (parts.isEmpty()) {
      remarks.add("These outcomes speak to none of the orderings: each needs two or more of them.");
    }
    remarks.add(ClaimRule.TEXT);
    return List.copyOf(remarks);
  }

  @Override
  public String toString() {
    List<String> text = new ArrayList<>(parts.isEmpty() ? List.of() : TextColumns.lines(table()));
    text.addAll(remarks());
    return String.join("\n", text);
  }
}
