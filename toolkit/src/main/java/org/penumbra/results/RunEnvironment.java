package org.penumbra.results;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.penumbra.core.ToolkitVersion;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.MemoryReport;

/** With what a run was computed. Loads no engine: a run that needed none says so. */
final class RunEnvironment {
  private RunEnvironment() {}

  static SortedMap<String, String> versions() {
    SortedMap<String, String> versions = new TreeMap<>();
    versions.put("Penumbra", ToolkitVersion.read());
    versions.put("Java", Runtime.version().toString());
    versions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    if (Compute.isLoaded()) {
      versions.put("DJL", Engine.getDjlVersion());
      versions.put("PyTorch", Compute.engine().getVersion());
    }
    return versions;
  }

  static String device() {
    Device device = Compute.isLoaded() ? Compute.device() : Device.cpu();
    return device.isGpu() ? "GPU " + device.getDeviceId() : "CPU";
  }

  static int threads() {
    return Compute.isLoaded() ? Compute.threads() : Runtime.getRuntime().availableProcessors();
  }

  /** Begins a new peak of memory, if the system can and an engine is there that fills it. */
  static void beginPeak() {
    if (Compute.isLoaded()) {
      MemoryReport.forgetPeak();
    }
  }

  /** The largest memory of the process since then, or since its start. */
  static OptionalLong peak() {
    Device device = Compute.isLoaded() ? Compute.device() : Device.cpu();
    return MemoryReport.of(device).processPeak();
  }
}
