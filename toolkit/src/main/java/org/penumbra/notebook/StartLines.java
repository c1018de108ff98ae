package org.penumbra.notebook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.penumbra.core.Scale;
import org.penumbra.core.ToolkitVersion;
import org.penumbra.data.Datasets;
import org.penumbra.tensor.Compute;

/** What {@link Notebook#start()} says: with what this notebook runs. Loads no engine, no data. */
final class StartLines {
  private static final Path NVIDIA_DRIVER = Path.of("/proc/driver/nvidia/version");

  private StartLines() {}

  static Output of(DisplayTarget target, Map<String, String> environment) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("Penumbra", ToolkitVersion.read());
    lines.put("Java", Runtime.version().toString());
    lines.put("kernel", target.name());
    lines.put("scale", Scale.from(environment).label());
    lines.put("data set", dataset(environment));
    lines.put("device", device(environment));
    return Output.html(text(lines), html(lines));
  }

  private static String dataset(Map<String, String> environment) {
    String name = environment.getOrDefault(Datasets.NAME_VARIABLE, "");
    return name.isBlank() ? Datasets.DEFAULT_NAME : name.strip().toLowerCase(Locale.ROOT);
  }

  private static String device(Map<String, String> environment) {
    Compute.check(environment);
    String chosen = environment.getOrDefault(Compute.DEVICE_VARIABLE, "");
    if (!chosen.isBlank()) {
      return chosen.strip() + " (chosen by " + Compute.DEVICE_VARIABLE + ")";
    }
    int cores = Runtime.getRuntime().availableProcessors();
    String cpu = "CPU, " + cores + (cores == 1 ? " core" : " cores");
    return Files.exists(NVIDIA_DRIVER) ? "GPU if the engine can use it, else " + cpu : cpu;
  }

  private static String text(Map<String, String> lines) {
    return lines.entrySet().stream()
        .map(line -> line.getKey() + " ".repeat(10 - line.getKey().length()) + line.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static String html(Map<String, String> lines) {
    String cell = "padding:2px 14px 2px 0;border:0;text-align:left";
    return lines.entrySet().stream()
        .map(
            line ->
                "<tr style=\"background:#fff\"><th style=\"%s\">%s</th><td style=\"%s\">%s</td></tr>"
                    .formatted(
                        cell,
                        TableHtml.escape(line.getKey()),
                        cell,
                        TableHtml.escape(line.getValue())))
        .collect(
            Collectors.joining(
                "\n",
                "<table style=\"border-collapse:collapse;background:#fff;color:#222\">\n",
                "\n</table>"));
  }
}
