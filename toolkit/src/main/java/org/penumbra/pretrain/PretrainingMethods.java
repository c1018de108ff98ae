package org.penumbra.pretrain;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Scale;

/**
 * Pretraining methods by name.
 *
 * <pre>{@code
 * PretrainingMethod method = PretrainingMethods.named("AimCLR", Scale.COURSE).withSeed(2);
 * }</pre>
 */
public final class PretrainingMethods {
  private static final List<Function<Scale, PretrainingMethod>> ALL =
      List.of(
          SkeletonClr::preset,
          CrosSclr::preset,
          AimClr::preset,
          SkeletonBarlowTwins::preset,
          Pstl::preset,
          Opstl::preset,
          CrossMoco::preset);

  private PretrainingMethods() {}

  /**
   * The method of a name with the settings of a scale.
   *
   * @param name as the papers write it, in any letter case, for instance {@code PSTL}
   * @throws InvalidOptionException if the name is unknown; the message lists the known ones
   */
  public static PretrainingMethod named(String name, Scale scale) {
    String wanted = String.valueOf(name).strip().toLowerCase(Locale.ROOT);
    return all(scale).stream()
        .filter(method -> method.name().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidOptionException(
                    "method",
                    "one of "
                        + all(scale).stream()
                            .map(PretrainingMethod::name)
                            .collect(Collectors.joining(", ")),
                    name));
  }

  /** All methods that need no labels, with the settings of a scale. */
  public static List<PretrainingMethod> all(Scale scale) {
    return ALL.stream().map(preset -> preset.apply(scale)).toList();
  }
}
