package org.penumbra.tensor;

import ai.djl.Device;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * How much more memory tensors may take before the system ends the process (on a CPU) or refuses
 * (on a GPU): the least of what the machine has left and what a container's limit leaves.
 *
 * @param bytes available now
 * @param source what says so, for people
 */
public record MemoryLimit(long bytes, String source) {
  private static final Path ROOT = Path.of("/");

  /** On the chosen device; of the Java runtime's own view where the system does not say. */
  public static MemoryLimit now() {
    return of(Compute.device(), ROOT);
  }

  /** As on a machine whose files are under a folder. */
  static MemoryLimit of(Device device, Path root) {
    if (device.isGpu()) {
      MemoryReport report = MemoryReport.of(device);
      long free = report.deviceLimit().orElse(0) - report.device().orElse(0);
      return new MemoryLimit(free, "free memory of GPU " + device.getDeviceId());
    }
    OptionalLong machine =
        MemoryReport.field(MemoryReport.lines(root.resolve("proc/meminfo")), "MemAvailable:");
    MemoryLimit least =
        machine.isPresent()
            ? new MemoryLimit(machine.getAsLong(), "memory available on this machine")
            : new MemoryLimit(freeOfJava(), "memory that Java sees");
    Path groups = root.resolve("sys/fs/cgroup");
    least = least.orLess(groups, "memory.max", "memory.current");
    return least.orLess(groups.resolve("memory"), "memory.limit_in_bytes", "memory.usage_in_bytes");
  }

  private static long freeOfJava() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean known
        ? known.getFreeMemorySize()
        : Runtime.getRuntime().maxMemory();
  }

  /** This, or what a control group leaves if that is less. Its file cache can be given back. */
  private MemoryLimit orLess(Path group, String limitFile, String usedFile) {
    OptionalLong limit = number(group.resolve(limitFile));
    OptionalLong used = number(group.resolve(usedFile));
    if (limit.isEmpty() || used.isEmpty()) {
      return this;
    }
    long cache = 0;
    for (String line : MemoryReport.lines(group.resolve("memory.stat"))) {
      if (line.matches("(total_)?inactive_file \\d{1,18}")) {
        cache = Math.max(cache, Long.parseLong(line.substring(line.indexOf(' ') + 1)));
      }
    }
    long left = limit.getAsLong() - used.getAsLong() + cache;
    return left < bytes ? new MemoryLimit(Math.max(0, left), "limit of this container") : this;
  }

  /** A number of bytes; empty for {@code max}, which is no limit. */
  private static OptionalLong number(Path file) {
    List<String> lines = Files.isReadable(file) ? MemoryReport.lines(file) : List.of();
    String text = lines.isEmpty() ? "" : lines.get(0).strip();
    return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  /** One line for people. */
  public String describe() {
    return Bytes.text(bytes) + " (" + source + ")";
  }
}
