package org.penumbra.notebook;

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

/** Checks of the numeric engine: its cache folder, its native library, the device it finds. */
final class EngineChecks {
  private static final Path NVIDIA_DRIVER = Path.of("/proc/driver/nvidia/version");
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
      long free = Files.getFileStore(existing).getUsableSpace();
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
    if (System.getProperty("ai.djl.offline") == null) {
      System.setProperty("ai.djl.offline", "true"); // a check must not download
    }
    try {
      engine = Engine.getEngine("PyTorch");
      String version = engine.getVersion();
      String library = LibUtils.getLibtorchPath();
      return Finding.ok(
          "pytorch",
          String.format(
              Locale.ROOT,
              "%s through DJL %s, %.0f MB in %s",
              version,
              Engine.getDjlVersion(),
              size(Path.of(library)) / MIB,
              library));
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

  Finding device() {
    String wish = environment.getOrDefault(StartLines.DEVICE_VARIABLE, "").strip();
    if (engine == null) {
      return Finding.todo("device", "not known before the engine loads; see pytorch.");
    }
    int gpus = engine.getGpuCount();
    if (gpus > 0) {
      return Finding.ok("device", gpus + (gpus == 1 ? " GPU" : " GPUs") + chosen(wish));
    }
    boolean driver = Files.exists(NVIDIA_DRIVER);
    String why =
        driver
            ? "an NVIDIA driver is there, but this is the CPU library; build with -Pcuda to use it"
            : "no NVIDIA driver on this machine";
    return wish.toLowerCase(Locale.ROOT).startsWith("gpu")
        ? Finding.todo(
            "device",
            StartLines.DEVICE_VARIABLE + "=" + wish + ", but no GPU can be used: " + why + ".")
        : Finding.ok("device", "CPU (" + why + ")" + chosen(wish));
  }

  private static String chosen(String wish) {
    return wish.isEmpty() ? "" : ", " + StartLines.DEVICE_VARIABLE + "=" + wish;
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
