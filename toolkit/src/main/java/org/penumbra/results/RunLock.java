package org.penumbra.results;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.penumbra.core.ComputeException;
import org.penumbra.core.InvalidOptionException;

/**
 * The right to compute or remove a run, which one thread of one process has at a time. The system
 * takes it back when the process dies.
 */
final class RunLock implements AutoCloseable {
  private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();
  private static final long PAUSE = 50; // milliseconds

  private final ReentrantLock thread;
  private final RandomAccessFile file;

  private RunLock(ReentrantLock thread, RandomAccessFile file) {
    this.thread = thread;
    this.file = file;
  }

  /**
   * Takes the lock, however long it takes.
   *
   * @param waiting told once if somebody else has it
   * @throws ComputeException if the thread is interrupted while it waits
   * @throws InvalidOptionException if the folder cannot be written
   */
  static RunLock take(Path path, Runnable waiting) {
    boolean said = false;
    try {
      for (Optional<RunLock> lock = tryTake(path); ; lock = tryTake(path)) {
        if (lock.isPresent()) {
          return lock.get();
        }
        if (!said) {
          waiting.run();
          said = true;
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ComputeException(
          "Interrupted while waiting for the run that another thread or process computes.",
          stopped);
    }
  }

  /** The lock if nobody has it. */
  static Optional<RunLock> tryTake(Path path) {
    ReentrantLock thread =
        THREADS.computeIfAbsent(path.toAbsolutePath().normalize(), each -> new ReentrantLock());
    if (thread.isHeldByCurrentThread()) {
      throw new IllegalStateException("a run asks for itself while it is computed: " + path);
    }
    if (!thread.tryLock()) {
      return Optional.empty();
    }
    RandomAccessFile file = null;
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      file = new RandomAccessFile(path.toFile(), "rw"); // unlike a channel it outlives interrupts
      FileLock lock = file.getChannel().tryLock();
      if (lock != null) {
        return Optional.of(new RunLock(thread, file));
      }
    } catch (OverlappingFileLockException otherLoader) {
      // held in this JVM by this class under another class loader
    } catch (IOException failure) {
      release(thread, file);
      throw new InvalidOptionException(
          "folder of runs (" + RunStore.VARIABLE + ")",
          "a folder that can be written (" + failure + ")",
          path.toString());
    }
    release(thread, file);
    return Optional.empty();
  }

  /** Says that the block it stands in needs the lock. */
  void holds() {
    if (!thread.isHeldByCurrentThread()) {
      throw new IllegalStateException("the lock of a run belongs to another thread");
    }
  }

  private static void release(ReentrantLock thread, RandomAccessFile file) {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException ignored) {
      // nothing was written to it
    } finally {
      thread.unlock();
    }
  }

  @Override
  public void close() {
    release(thread, file);
  }
}
