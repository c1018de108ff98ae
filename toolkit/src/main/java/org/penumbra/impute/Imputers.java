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

  /** Those that search neighbours among training clips. */
  private static final List<Supplier<Imputer>> NEIGHBOURS = List.of();

  private Imputers() {}

  /**
   * The imputer of a name, with its standard options.
   *
   * @throws InvalidOptionException if the name is unknown; the message lists the known ones
   */
  public static Imputer named(String name) {
    return all().stream()
        .filter(imputer -> imputer.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidOptionException(
                    "imputer",
                    "one of " + all().stream().map(Imputer::name).collect(Collectors.joining(", ")),
                    name));
  }

  /** All imputers with their standard options. */
  public static List<Imputer> all() {
    return Stream.of(SIMPLE, NEIGHBOURS).flatMap(List::stream).map(Supplier::get).toList();
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
