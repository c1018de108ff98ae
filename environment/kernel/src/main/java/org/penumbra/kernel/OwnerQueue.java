package org.penumbra.kernel;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Work that other threads leave for the shell thread. An interrupted thread that writes to a socket
 * closes it for good, so the cell thread never does: it posts here, and the shell thread sends
 * while it waits for the cell to end.
 */
final class OwnerQueue {

  private static final int CAPACITY = 1000;
  private static final long POLL_MILLIS = 20;

  private final BlockingQueue<Runnable> work = new ArrayBlockingQueue<>(CAPACITY);
  private BooleanSupplier idle = () -> true;

  /**
   * Leaves work for the shell thread; waits while the queue is full. After a second in which nobody
   * took anything (no cell is running) the work is dropped. Keeps the interrupt status.
   */
  void post(Runnable item) {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          work.offer(item, 1, TimeUnit.SECONDS);
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Work to do now and then while the shell thread waits, until it answers false. */
  void whileIdle(BooleanSupplier again) {
    idle = again;
  }

  /** Does what is there; waits a moment if there is nothing. */
  void runSome() {
    try {
      Runnable item = work.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
      if (!idle.getAsBoolean()) {
        idle = () -> true;
      }
      if (item != null) {
        item.run();
        runAll();
      }
    } catch (InterruptedException e) {
      // Nobody interrupts the shell thread on purpose, and the base library would end on it.
      Thread.interrupted();
    }
  }

  /** Does everything that is there, without waiting. */
  void runAll() {
    for (Runnable item = work.poll(); item != null; item = work.poll()) {
      item.run();
    }
  }
}
