package org.penumbra.tensor;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.penumbra.core.InvalidOptionException;

/**
 * Memory at one moment, in bytes. Tensors are not on the Java heap: on a CPU they are in the
 * process, on a GPU in its memory.
 *
 * @param process resident memory of this process; empty where the system does not say (only Linux
 *     does)
 * @param processPeak largest resident memory so far, or since {@link #forgetPeak}; empty likewise
 * @param heap used part of the Java heap
 * @param heapLimit most it may become
 * @param device used memory of the GPU, that of all its users; empty on a CPU
 * @param deviceLimit all memory of the GPU; empty on a CPU
 */
public record MemoryReport(
    OptionalLong process,
    OptionalLong processPeak,
    long heap,
    long heapLimit,
    OptionalLong device,
    OptionalLong deviceLimit) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path PEAK_SWITCH = Path.of("/proc/self/clear_refs");
  private static final String FORGET_PEAK = "5"; // proc(5): resets the peak resident set size
  private static final long KIB = 1024;

  /** Memory now, on the chosen device. */
  public static MemoryReport now() {
    return of(Compute.device());
  }

  /**
   * Memory now.
   *
   * @param gpuOrCpu device whose memory is asked for
   * @throws InvalidOptionException if there is no such GPU
   */
  public static MemoryReport of(Device gpuOrCpu) {
    Runtime heap = Runtime.getRuntime();
    OptionalLong used = OptionalLong.empty();
    OptionalLong limit = OptionalLong.empty();
    if (gpuOrCpu.isGpu()) {
      MemoryUsage gpu = gpu(gpuOrCpu);
      used = OptionalLong.of(gpu.getCommitted());
      limit = OptionalLong.of(gpu.getMax());
    }
    List<String> status = lines(STATUS);
    return new MemoryReport(
        field(status, "VmRSS:"),
        field(status, "VmHWM:"),
        heap.totalMemory() - heap.freeMemory(),
        heap.maxMemory(),
        used,
        limit);
  }

  private static MemoryUsage gpu(Device device) {
    try {
      return CudaUtils.getGpuMemory(device);
    } catch (IllegalStateException | IllegalArgumentException | EngineException missing) {
      throw new InvalidOptionException(
          "device whose memory is asked for", "there (" + missing.getMessage() + ")", device);
    }
  }

  /**
   * Begins a new peak of the process, so that {@link #processPeak} is that of what follows. What
   * follows takes free memory that the process holds first, so in a kernel that has computed before
   * it may seem to take less than it needs. On a GPU the engine's cache is given back; its driver
   * keeps no peak.
   *
   * @return whether the system could begin a new peak
   */
  public static boolean forgetPeak() {
    // No malloc_trim here: a training that followed one ended in a native crash.
    OutOfMemory.releaseCache();
    try {
      Files.writeString(PEAK_SWITCH, FORGET_PEAK);
      return true;
    } catch (IOException | UnsupportedOperationException | SecurityException unable) {
      return false; // another system, or a container that forbids it: the peak is of all the run
    }
  }

  /** What tensors take: GPU memory on a GPU, else memory of the process, else 0. */
  public long tensors() {
    return device.orElse(process.orElse(0));
  }

  /** The most that tensors took: on a GPU what they take now, because its allocator keeps it. */
  public long tensorsPeak() {
    return device.orElse(processPeak.orElse(0));
  }

  /** One line for people. */
  public String describe() {
    StringBuilder text = new StringBuilder();
    device.ifPresent(
        used ->
            text.append("GPU ")
                .append(Bytes.text(used))
                .append(" of ")
                .append(Bytes.text(deviceLimit.orElse(0)))
                .append(", "));
    process.ifPresent(
        used ->
            text.append("process ")
                .append(Bytes.text(used))
                .append(" (peak ")
                .append(Bytes.text(processPeak.orElse(used)))
                .append("), "));
    return text.append("heap ")
        .append(Bytes.text(heap))
        .append(" of ")
        .append(Bytes.text(heapLimit))
        .toString();
  }

  static OptionalLong field(List<String> lines, String name) {
    for (String line : lines) {
      if (line.startsWith(name)) {
        String number = line.substring(name.length()).replace("kB", "").strip();
        return number.matches("\\d{1,15}")
            ? OptionalLong.of(Long.parseLong(number) * KIB)
            : OptionalLong.empty();
      }
    }
    return OptionalLong.empty();
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException | SecurityException none) {
      return List.of();
    }
  }
}
