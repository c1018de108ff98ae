package org.penumbra.results;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;

/**
 * A relation between accuracies that a paper's tables show and that another run, on other data
 * even, can show or not.
 *
 * @param id for instance {@code O4}
 * @param paper {@code opstl}, {@code pstl} or {@code crossmoco}
 * @param sentence what it says
 * @param strength A: mostly 5 points or more, seen with 300 to 800 test clips; B: 2 to 5, needs
 *     2,000 to 5,000 or several seeds; C: below 2, do not expect it; {@code A/B} where cells differ
 * @param suggested whether a small reproduction may assert it; the others are reported only
 * @param parts its countable parts, at least one
 * @param note what cannot be counted from the tables; may be empty
 */
public record Ordering(
    String id,
    String paper,
    String sentence,
    String strength,
    boolean suggested,
    List<Part> parts,
    String note) {
  private static final Pattern STRENGTH = Pattern.compile("[ABC](/[ABC])*");

  /** Checks the strength and keeps an unmodifiable copy. */
  public Ordering {
    if (!STRENGTH.matcher(strength).matches()) {
      throw new InvalidOptionException("strength of " + id, "A, B, C or several of them", strength);
    }
    parts = List.copyOf(Require.notEmpty("parts of " + id, parts));
  }

  /**
   * Cases of one kind, of which the paper shows k of n.
   *
   * @param name what they have in common
   * @param cases each holds if all its claims hold
   * @param holds how many hold in the papers' tables by an independent count; empty if only margins
   *     were listed
   * @param anyData whether it can be judged on other data than the paper's
   */
  public record Part(String name, List<List<Claim>> cases, OptionalInt holds, boolean anyData) {
    /** Keeps unmodifiable copies. */
    public Part {
      cases = Require.notEmpty("cases", cases).stream().map(List::copyOf).toList();
    }

    /** Number of cases whose claims all hold in the paper's numbers. */
    public int holdsInPaper() {
      return (int) cases.stream().filter(c -> c.stream().allMatch(Claim::holdsInPaper)).count();
    }

    /** For instance {@code 19/20}; without numbers in the paper, a dash. */
    public String count() {
      boolean numbers = cases.stream().flatMap(List::stream).allMatch(Claim::hasNumbers);
      return numbers ? holdsInPaper() + "/" + cases.size() : "–";
    }
  }

  @Override
  public String toString() {
    return id + " (" + ShortNames.paper(paper) + ", " + strength + "): " + sentence;
  }
}
