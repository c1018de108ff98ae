package org.penumbra.train;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.penumbra.core.InvalidOptionException;

/**
 * The right to write to a folder, which one training has at a time. The system takes it back when a
 * process dies.
 */
final class FolderLock implements AutoCloseable {
  private static final String NAME = ".lock";

  private final RandomAccessFile file;

  private FolderLock(RandomAccessFile file) {
    this.file = file;
  }

  /**
   * Makes the folder if need be and takes its lock.
   *
   * @throws InvalidOptionException if it cannot be written, or another training has the lock
   */
  static FolderLock take(Path folder) {
    RandomAccessFile file = null;
    try {
      Files.createDirectories(folder);
      file = new RandomAccessFile(folder.resolve(NAME).toFile(), "rw");
      file.write('\n'); // a full disk or a read-only one is said now, not after an epoch
      file.getFD().sync();
      if (file.getChannel().tryLock() == null) {
        throw new OverlappingFileLockException();
      }
      return new FolderLock(file);
    } catch (OverlappingFileLockException taken) {
      close(file);
      throw new InvalidOptionException(
          "folder of checkpoints", "one that no other training is writing to", folder.toString());
    } catch (IOException failure) {
      close(file);
      throw new InvalidOptionException(
          "folder of checkpoints",
          "a folder that can be written (" + failure + ")",
          folder.toString());
    }
  }

  private static void close(RandomAccessFile file) {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException ignored) {
      // nothing was written to it
    }
  }

  @Override
  public void close() {
    close(file);
  }
}
