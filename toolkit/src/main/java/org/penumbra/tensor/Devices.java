package org.penumbra.tensor;

import ai.djl.Device;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.penumbra.core.PenumbraException;

/** The devices of this machine, for people. */
public final class Devices {
  private Devices() {}

  /** GPUs that the engine finds. */
  public static int gpus() {
    return Compute.engine().getGpuCount();
  }

  /**
   * Which device is used and why, how much memory there is, and every GPU with its memory.
   *
   * @throws org.penumbra.core.InvalidOptionException if the device asked for is not there
   * @throws org.penumbra.core.ComputeException if PyTorch cannot be loaded
   */
  public static String describe() {
    List<String> lines = new ArrayList<>();
    lines.add(Compute.describe());
    lines.add("available: " + MemoryLimit.now().describe());
    int gpus = gpus();
    for (int i = 0; i < gpus; i++) {
      lines.add("GPU " + i + ": " + memory(Device.gpu(i)));
    }
    if (gpus > 1) {
      lines.add(several(gpus));
    }
    if (gpus == 0 && hasNvidia(Path.of("/"))) {
      lines.add(
          "This machine has an NVIDIA GPU that the engine does not see: it needs the libraries for"
              + " CUDA and libcudart.so.12 in LD_LIBRARY_PATH. environment/GPU.md says how.");
    }
    return String.join("\n", lines);
  }

  /** Whether the system has NVIDIA's driver for at least one GPU. */
  static boolean hasNvidia(Path root) {
    return Files.exists(root.resolve("dev/nvidia0"));
  }

  private static String memory(Device gpu) {
    try {
      return MemoryReport.of(gpu).describe();
    } catch (PenumbraException unknown) {
      return "memory unknown";
    }
  }

  /** What to do with more than one GPU. */
  static String several(int gpus) {
    return gpus
        + " GPUs found, one training uses one of them. To use all, run one training per GPU, each"
        + " in a process of its own: "
        + Compute.DEVICE_VARIABLE
        + "=gpu:0, gpu:1 and so on. environment/GPU.md says why.";
  }
}
