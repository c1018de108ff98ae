package org.penumbra.data.format;

import java.util.List;

/**
 * How a copy of a data set differs from its manifest.
 *
 * @param expected number of files in the manifest
 * @param missing files that are not there
 * @param changed files with another size or content
 * @param extra files that the manifest does not know; harmless
 */
public record ManifestCheck(
    int expected, List<String> missing, List<String> changed, List<String> extra) {
  private static final int SHOWN = 5;

  /** Keeps unmodifiable copies. */
  public ManifestCheck {
    missing = List.copyOf(missing);
    changed = List.copyOf(changed);
    extra = List.copyOf(extra);
  }

  /** Whether every file of the manifest is there, byte for byte. */
  public boolean passed() {
    return missing.isEmpty() && changed.isEmpty();
  }

  @Override
  public String toString() {
    String verdict =
        passed()
            ? "All %,d files are there, byte for byte.".formatted(expected)
            : "Of %,d files %,d are missing and %,d differ; copy or download them again."
                .formatted(expected, missing.size(), changed.size());
    return verdict
        + some("Missing", missing)
        + some("Different", changed)
        + some("Not in the manifest (not used)", extra);
  }

  private static String some(String what, List<String> names) {
    if (names.isEmpty()) {
      return "";
    }
    String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
    int more = names.size() - SHOWN;
    return "\n" + what + ": " + shown + (more > 0 ? " and %,d more".formatted(more) : "") + ".";
  }
}
