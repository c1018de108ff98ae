package org.penumbra.notebook;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.LibUtils;
import ai.djl.util.Utils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.tensor.Compute;

/** Checks of the numeric engine: its cache folder, its native library, its device and threads. */
final class EngineChecks {
  private static final Path NVIDIA_DRIVER = Path.of("/proc/driver/nvidia/version");
  private static final String OFFLINE = "ai.djl.offline";
  private static final long UNPACKED = 500L << 20; // bytes that the CPU library needs on disk
  private static final double MIB = 1L << 20;

  private final Map<String, String> environment;
  private Engine engine; // null until it is loaded

  EngineChecks(Map<String, String> environment) {
    this.environment = environment;
  }

  Finding cache() {
    return cache(Utils.getEngineCacheDir());
  }

  /** As {@link #cache()}, for a folder, which need not exist yet. */
  Finding cache(Path folder) {
    Path existing = folder.toAbsolutePath();
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    String remedy = "; set DJL_CACHE_DIR to a folder that can be written.";
    if (!Files.isDirectory(existing)) {
      return Finding.todo("cache", existing + " is not a folder" + remedy);
    }
    try {
      Files.delete(Files.createTempFile(existing, ".penumbra", ".part"));
      // Not by FileStore, which looks for the mount point and finds none in a chroot or some
      // containers.
      long free = existing.toFile().getUsableSpace();
      String found = String.format(Locale.ROOT, "%s, %.0f MB free", folder, free / MIB);
      boolean unpacked = Files.exists(folder.resolve("pytorch"));
      return unpacked || free >= UNPACKED
          ? Finding.ok("cache", found)
          : Finding.todo(
              "cache", found + ", 500 MB needed; set DJL_CACHE_DIR to a folder on a larger disk.");
    } catch (IOException e) {
      return Finding.todo("cache", folder + " cannot be written (" + e.getMessage() + ")" + remedy);
    }
  }

  Finding pytorch() {
    try {
      Compute.check(environment);
      engine = loaded();
      String library = LibUtils.getLibtorchPath();
      return Finding.ok(
          "pytorch",
          String.format(
              Locale.ROOT,
              "%s through DJL %s, %.0f MB in %s",
              engine.getVersion(),
              Engine.getDjlVersion(),
              size(Path.of(library)) / MIB,
              library));
    } catch (InvalidOptionException e) {
      return Finding.todo("pytorch", "not loaded: " + e.getMessage());
    } catch (RuntimeException | LinkageError e) {
      return Finding.todo(
          "pytorch",
          "the engine does not load ("
              + root(e)
              + "); build with Maven so that pytorch-native-cpu and pytorch-jni for "
              + System.getProperty("os.name")
              + " "
              + System.getProperty("os.arch")
              + " are on the class path, or set PYTORCH_LIBRARY_PATH to a matching libtorch.");
    }
  }

  /** The engine as the session uses it, loaded without a download: a check must not make one. */
  private static Engine loaded() {
    String before = System.getProperty(OFFLINE);
    if (before != null) {
      return Compute.engine();
    }
    System.setProperty(OFFLINE, "true");
    try {
      return Compute.engine();
    } finally {
      System.clearProperty(OFFLINE); // the session may download
    }
  }

  Finding device() {
    if (engine == null) {
      return notKnown("device");
    }
    int gpus = engine.getGpuCount();
    try {
      Device device = Compute.device(environment);
      String found = gpus == 1 ? "1 GPU found" : gpus + " GPUs found";
      String line =
          device.isGpu()
              ? "GPU " + device.getDeviceId() + " (" + found + ")"
              : "CPU (" + (gpus > 0 ? found : whyNoGpu()) + ")";
      return Finding.ok("device", line + chosen(Compute.DEVICE_VARIABLE));
    } catch (InvalidOptionException e) {
      String why = gpus > 0 ? "" : " Why none: " + whyNoGpu() + ".";
      return Finding.todo("device", e.getMessage() + why);
    }
  }

  private static String whyNoGpu() {
    return Files.exists(NVIDIA_DRIVER)
        ? "an NVIDIA driver is there, but this is the CPU library; build with -Pcuda to use it"
        : "no NVIDIA driver on this machine";
  }

  Finding threads() {
    if (engine == null) {
      return notKnown("threads");
    }
    int threads = Compute.threads();
    int cores = Runtime.getRuntime().availableProcessors();
    String found =
        threads
            + (threads == 1 ? " compute thread on " : " compute threads on ")
            + cores
            + (cores == 1 ? " core" : " cores");
    String chosen = chosen(Compute.THREADS_VARIABLE);
    String how = "; " + Compute.THREADS_VARIABLE + " sets another number";
    return Finding.ok("threads", found + (chosen.isEmpty() ? how : chosen));
  }

  private static Finding notKnown(String name) {
    return Finding.todo(name, "not known before the engine loads; see pytorch.");
  }

  private String chosen(String variable) {
    String wish = environment.getOrDefault(variable, "").strip();
    return wish.isEmpty() ? "" : ", " + variable + "=" + wish;
  }

  private static Throwable root(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static long size(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
