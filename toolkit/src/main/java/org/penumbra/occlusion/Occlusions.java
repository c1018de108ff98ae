package org.penumbra.occlusion;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.penumbra.core.InvalidOptionException;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Occlusions by name.
 *
 * <pre>{@code
 * show(Occlusions.list());
 * var occluded = Occlusions.named("markov-0.2-8").withSeed(1).apply(data);
 * }</pre>
 */
public final class Occlusions {
  private static final List<OcclusionFamily> FAMILIES =
      Stream.of(FurnitureFamilies.ALL, PaperFamilies.ALL, WorldFamilies.ALL)
          .flatMap(List::stream)
          .toList();

  private Occlusions() {}

  /**
   * The occlusion of a name, with seed 0.
   *
   * @param name as {@link #list()} shows it, with any numbers, for instance {@code random-20}
   * @throws InvalidOptionException if the name is unknown (the message lists the known ones) or a
   *     number is out of range
   */
  public static Occlusion named(String name) {
    for (OcclusionFamily family : FAMILIES) {
      if (name != null && family.matches(name)) {
        return family.make(name);
      }
    }
    throw new InvalidOptionException(
        "occlusion",
        "one of "
            + FAMILIES.stream().map(OcclusionFamily::form).collect(Collectors.joining(", "))
            + " with numbers for the words in capitals",
        name);
  }

  /** All kinds: name (an example), form (capitals stand for numbers), what is hidden, source. */
  public static Table list() {
    StringColumn name = StringColumn.create("name");
    StringColumn form = StringColumn.create("form");
    StringColumn what = StringColumn.create("what is hidden");
    StringColumn source = StringColumn.create("source");
    for (OcclusionFamily family : FAMILIES) {
      name.append(family.example());
      form.append(family.form());
      what.append(family.what());
      source.append(family.source());
    }
    return Table.create("Occlusions", name, form, what, source);
  }

  /** All kinds, in the order of {@link #list()}. */
  public static List<OcclusionFamily> families() {
    return FAMILIES;
  }
}
