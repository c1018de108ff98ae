package org.penumbra.data.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.penumbra.core.DataFormatException;

/** Files of a folder and its subfolders, in order of their paths, as {@link FolderFiles} lists. */
final class FolderEntries {
  private FolderEntries() {}

  static void read(
      Path folder, EntryLimits limits, Predicate<String> wanted, Entries.Visitor visitor)
      throws IOException {
    long total = 0;
    int count = 0;
    for (FileEntry file : FolderFiles.list(folder, wanted, visitor::unreadable)) {
      if (++count > limits.entries()) {
        throw Entries.tooMuch(folder.toString(), "at most " + limits.entries() + " files");
      }
      byte[] content;
      try {
        content = file.content(limits.entryBytes());
      } catch (DataFormatException problem) {
        visitor.unreadable(file.place(), problem);
        continue;
      }
      total += content.length;
      if (total > limits.totalBytes()) {
        throw Entries.tooMuch(folder.toString(), "at most " + limits.totalBytes() + " bytes");
      }
      visitor.visit(file.name(), file.place(), content);
    }
  }
}
