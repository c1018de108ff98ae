package org.penumbra.results;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.penumbra.core.InvalidOptionException;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The orderings that the three papers' tables show: O1 to O14 (OPSTL), P1 to P10 (PSTL), X1 to X8
 * (CrossMoCo). On other data and smaller scales they are what can be reproduced.
 */
public final class Orderings {
  private Orderings() {}

  private static final class Loaded {
    static final List<Ordering> ALL =
        Stream.of(OpstlOrderings.all(), PstlOrderings.all(), CrossMocoOrderings.all())
            .flatMap(List::stream)
            .toList();
  }

  /** All of them, paper by paper. */
  public static List<Ordering> all() {
    return Loaded.ALL;
  }

  /**
   * One of them, for instance {@code of("O4")}.
   *
   * @throws InvalidOptionException if there is none; the message lists those there are
   */
  public static Ordering of(String id) {
    return all().stream()
        .filter(ordering -> ordering.id().equalsIgnoreCase(id.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidOptionException(
                    "ordering", "one of " + all().stream().map(Ordering::id).toList(), id));
  }

  /** Judges every ordering that these outcomes can speak to. */
  public static OrderingReport judge(Collection<Outcome> outcomes) {
    return OrderingJudge.judge(all(), List.copyOf(outcomes));
  }

  /** All of them with the paper's own count. */
  public static Table table() {
    StringColumn id = StringColumn.create("id");
    StringColumn sentence = StringColumn.create("ordering");
    StringColumn part = StringColumn.create("part");
    StringColumn count = StringColumn.create("in the paper");
    StringColumn strength = StringColumn.create("strength");
    StringColumn suggested = StringColumn.create("for assertion");
    for (Ordering ordering : all()) {
      for (Ordering.Part one : ordering.parts()) {
        id.append(ordering.id());
        sentence.append(ordering.sentence());
        part.append(one.name());
        count.append(one.count());
        strength.append(ordering.strength());
        suggested.append(ordering.suggested() ? "yes" : "no");
      }
    }
    return Table.create("Orderings of the papers", id, sentence, part, count, strength, suggested);
  }
}
