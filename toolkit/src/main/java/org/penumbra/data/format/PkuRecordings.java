package org.penumbra.data.format;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.penumbra.core.DataFormatException;

/**
 * Recordings of a folder, parsed when asked for. The last few are kept as long as there is memory,
 * because clips asked for one after the other come from the same recording. Safe for many threads:
 * each recording has its own lock, so different ones are parsed at the same time.
 */
final class PkuRecordings {
  private static final long MOST_BYTES = 256L << 20;

  private final Path folder;
  private final int kept = Math.max(8, 2 * Runtime.getRuntime().availableProcessors());
  private final Map<String, Slot> slots = new LinkedHashMap<>(16, 0.75f, true);

  PkuRecordings(Path folder) {
    this.folder = folder;
  }

  PkuRecording get(String name) {
    Slot slot;
    synchronized (slots) {
      slot = slots.computeIfAbsent(name, key -> new Slot());
      if (slots.size() > kept) {
        slots.remove(slots.keySet().iterator().next()); // the one not asked for the longest
      }
    }
    return slot.get(folder.resolve(name + ".txt"));
  }

  /** The whole content of a file of the set. */
  static byte[] bytes(Path file) {
    try {
      long size = Files.size(file);
      if (size > MOST_BYTES) {
        throw Entries.tooMuch(file.toString(), "at most " + MOST_BYTES + " bytes");
      }
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new DataFormatException(file.toString(), "cannot be read: " + failure, failure);
    }
  }

  private static final class Slot {
    private SoftReference<PkuRecording> content = new SoftReference<>(null);

    synchronized PkuRecording get(Path file) {
      PkuRecording recording = content.get();
      if (recording == null) {
        recording = PkuRecording.parse(file.toString(), bytes(file));
        content = new SoftReference<>(recording);
      }
      return recording;
    }
  }
}
