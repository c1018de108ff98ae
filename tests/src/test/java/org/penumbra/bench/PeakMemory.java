package org.penumbra.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory a process ever had resident: VmHWM, as the Linux kernel keeps it. */
final class PeakMemory {
  private static final String KEY = "VmHWM:";

  private PeakMemory() {}

  /** Bytes of the process of this number. */
  static long bytes(long process) throws IOException {
    Path status = Path.of("/proc", Long.toString(process), "status");
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith(KEY)) {
        return Long.parseLong(line.substring(KEY.length()).replace("kB", "").strip()) * 1024;
      }
    }
    throw new IOException(status + " has no line " + KEY);
  }
}
