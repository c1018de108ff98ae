package org.penumbra.impute.knn;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/**
 * Does something for each of many rows, in as many threads as the engine has, each with room of its
 * own to work in. What is done must not depend on the order.
 */
final class Workers {
  private Workers() {}

  /**
   * Returns when all is done; the first failure is thrown here.
   *
   * @param room makes what a thread works in
   */
  static <T> void each(int threads, int rows, Supplier<T> room, ObjIntConsumer<T> work) {
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Runnable share =
        () -> {
          try {
            T own = room.get();
            for (int row = next.getAndIncrement(); row < rows; row = next.getAndIncrement()) {
              work.accept(own, row);
            }
          } catch (RuntimeException | Error problem) {
            failure.compareAndSet(null, problem);
            next.set(rows);
          }
        };
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, rows); i++) {
      Thread other = new Thread(share, "knn-" + i);
      other.setDaemon(true);
      other.start();
      others.add(other);
    }
    share.run();
    others.forEach(Workers::await);
    Throwable problem = failure.get();
    if (problem instanceof RuntimeException mistake) {
      throw mistake;
    }
    if (problem instanceof Error serious) {
      throw serious;
    }
  }

  /** Waits even if interrupted: the others still write into what the caller reads. */
  private static void await(Thread other) {
    boolean interrupted = false;
    while (other.isAlive()) {
      try {
        other.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
