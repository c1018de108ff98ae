package org.penumbra.impute;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.penumbra.core.InvalidOptionException;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Imputers by name.
 *
 * <pre>{@code
 * show(Imputers.list());
 * TrainTest completed = Imputers.named("cubic-carried").apply(occluded);
 * }</pre>
 */
public final class Imputers {
  /** Those that look at one clip and at means of training clips. */
  private static final List<Supplier<Imputer>> SIMPLE =
      List.of(
          ZeroImputer::new,
          RandomImputer::of,
          () -> RandomImputer.of().withWithin(RandomImputer.Within.TRAINING),
          SequenceMeanImputer::new,
          LastSeenImputer::new,
          InterpolationImputer::linear,
          InterpolationImputer::cubic,
          () -> InterpolationImputer.linear().carried(),
          () -> InterpolationImputer.cubic().carried(),
          BoneImputer::new,
          MirrorImputer::new,
          LowRankImputer::standard);

  private Imputers() {}

  /**
   * The imputer of a name, with its standard options.
   *
   * @param name as {@link #list()} shows it, with any number, for instance {@code knn-7-turned}
   * @throws InvalidOptionException if the name is unknown (the message lists the known ones) or a
   *     number is out of range
   */
  public static Imputer named(String name) {
    return simple()
        .filter(imputer -> imputer.name().equals(name))
        .findFirst()
        .or(() -> NeighbourImputers.named(String.valueOf(name)))
        .orElseThrow(
            () ->
                new InvalidOptionException(
                    "imputer",
                    "one of "
                        + all().stream().map(Imputer::name).collect(Collectors.joining(", "))
                        + ", or with another number",
                    name));
  }

  /** All imputers with their standard options. */
  public static List<Imputer> all() {
    Stream<Imputer> neighbours =
        NeighbourImputers.EXAMPLES.stream()
            .map(name -> NeighbourImputers.named(name).orElseThrow());
    return Stream.concat(simple(), neighbours).toList();
  }

  private static Stream<Imputer> simple() {
    return SIMPLE.stream().map(Supplier::get);
  }

  /** All kinds: name, and how they fill. */
  public static Table list() {
    StringColumn name = StringColumn.create("name");
    StringColumn how = StringColumn.create("how it fills");
    for (Imputer imputer : all()) {
      name.append(imputer.name());
      how.append(imputer.describe());
    }
    return Table.create("Imputers", name, how);
  }
}
