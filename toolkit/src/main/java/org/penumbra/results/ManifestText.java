package org.penumbra.results;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.penumbra.core.Durations;

/** A manifest for people. */
final class ManifestText {
  private static final double MIB = 1 << 20;

  private ManifestText() {}

  static String of(RunManifest manifest) {
    StringJoiner lines = new StringJoiner("\n");
    lines.add(manifest.id() + ": " + manifest.key().name());
    lines.add(
        "computed "
            + manifest.started()
            + " in "
            + Durations.text(manifest.seconds())
            + " on "
            + manifest.device()
            + ", threads: "
            + manifest.threads()
            + (manifest.peakBytes().isPresent()
                ? ", peak memory " + mebibytes(manifest.peakBytes().getAsLong())
                : ""));
    section(lines, "result", manifest.metrics());
    manifest.key().inputs().forEach((part, input) -> lines.add(part + ": " + input.describe()));
    parents(lines, "", manifest.parents());
    section(lines, "options", manifest.key().options());
    section(lines, "versions", manifest.versions());
    lines.add("files:");
    manifest.files().forEach(file -> lines.add("  " + file.name() + ", " + mebibytes(file.size())));
    return lines.toString();
  }

  static String mebibytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MiB", bytes / MIB);
  }

  private static void section(StringJoiner lines, String title, Map<String, ?> values) {
    if (!values.isEmpty()) {
      lines.add(title + ":");
      values.forEach((name, value) -> lines.add("  " + name + " = " + value));
    }
  }

  private static void parents(StringJoiner lines, String indent, List<RunParent> parents) {
    for (RunParent parent : parents) {
      lines.add(
          indent
              + parent.part()
              + " is from "
              + parent.key().id()
              + " ("
              + parent.key().name()
              + ")");
      parents(lines, indent + "  ", parent.parents());
    }
  }
}
