package org.penumbra.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.penumbra.results.Claim.Term;
import org.penumbra.results.Ordering.Part;

/** Shorthand in which the orderings are written down. */
final class ClaimMaker {
  private ClaimMaker() {}

  /**
   * The one cell of a table with these values.
   *
   * @param data data set and split, {@code ntu60 xsub}; a data set alone where the table has no
   *     split
   * @param more keys and values in turn
   */
  static Term cell(String paper, String table, String method, String data, String... more) {
    PaperTable found = PaperTable.of(paper, table);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("method", method);
    int blank = data.indexOf(' ');
    values.put("dataset", blank < 0 ? data : data.substring(0, blank));
    if (blank >= 0) {
      values.put("split", data.substring(blank + 1));
    }
    for (int i = 0; i < more.length; i += 2) {
      values.put(more[i], more[i + 1]);
    }
    return new Term(1, found.cell(values), found.grid().keys());
  }

  /** The value before imputation that stands behind an imputed cell and its printed gain. */
  static Term before(Term imputed) {
    return new Term(1, imputed.cell().beforeImputation(), imputed.keys());
  }

  private static Term times(double weight, Term term) {
    return new Term(weight * term.weight(), term.cell(), term.keys());
  }

  /** The first is above the second. */
  static Claim above(Term high, Term low) {
    return aboveBy(0, high, low);
  }

  /** The first is above the second by more than so many points. */
  static Claim aboveBy(double points, Term high, Term low) {
    return new Claim(List.of(high, times(-1, low)), points);
  }

  /** The first gains more, from its second to its first term, than the other two. */
  static Claim gainsMore(Term high, Term low, Term otherHigh, Term otherLow) {
    return new Claim(List.of(high, times(-1, low), times(-1, otherHigh), otherLow), 0);
  }

  /** The mean of the first terms is above that of the second. */
  static Claim meanAbove(List<Term> high, List<Term> low) {
    List<Term> terms = new ArrayList<>();
    high.forEach(term -> terms.add(times(1.0 / high.size(), term)));
    low.forEach(term -> terms.add(times(-1.0 / low.size(), term)));
    return new Claim(terms, 0);
  }

  /** From the highest to the lowest, each above the next. */
  static List<Claim> chain(Term... terms) {
    List<Claim> claims = new ArrayList<>();
    for (int i = 1; i < terms.length; i++) {
      claims.add(above(terms[i - 1], terms[i]));
    }
    return claims;
  }

  /** The first is above every other. */
  static List<Claim> best(Term first, Term... others) {
    List<Claim> claims = new ArrayList<>();
    for (Term other : others) {
      claims.add(above(first, other));
    }
    return claims;
  }

  /** No two are more than so many points apart. */
  static List<Claim> within(double points, List<Term> terms) {
    List<Claim> claims = new ArrayList<>();
    for (Term a : terms) {
      for (Term b : terms) {
        if (!a.equals(b)) {
          claims.add(aboveBy(-points, a, b));
        }
      }
    }
    return claims;
  }

  /** Cases of which an independent count found so many to hold. */
  static Part part(String name, int holds, List<List<Claim>> cases) {
    return new Part(name, cases, OptionalInt.of(holds), true);
  }

  /** Cases of which only margins were listed. */
  static Part margins(String name, List<List<Claim>> cases) {
    return new Part(name, cases, OptionalInt.empty(), true);
  }

  /** Cases that speak of the paper's own data only. */
  static Part onItsData(Part part) {
    return new Part(part.name(), part.cases(), part.holds(), false);
  }

  /** Every claim a case of its own. */
  static List<List<Claim>> each(List<Claim> claims) {
    return claims.stream().map(List::of).toList();
  }
}
