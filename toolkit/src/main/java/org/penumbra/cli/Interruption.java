package org.penumbra.cli;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and kill: the verb under way is asked to stop and given time for it, so that a training
 * ends with its step and keeps what it has. The process must not end while the engine computes: its
 * libraries would be taken down under it, and crash.
 */
final class Interruption {
  private static final long PATIENCE_SECONDS = 60;

  private final Thread worker;
  private final PrintStream err;
  private boolean finished;
  private boolean begun;

  private Interruption(Thread worker, PrintStream err) {
    this.worker = worker;
    this.err = err;
  }

  /** Watches over the calling thread. */
  static Interruption watch(PrintStream err) {
    Interruption interruption = new Interruption(Thread.currentThread(), err);
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::begin, "interruption"));
    return interruption;
  }

  /** Ends the process with a status, unless it is being ended already. */
  void exit(int status) {
    synchronized (this) {
      finished = true;
      if (begun) {
        return; // the one who waits goes on when this thread ends
      }
    }
    System.exit(status);
  }

  private void begin() {
    synchronized (this) {
      if (finished) {
        return;
      }
      begun = true;
    }
    err.println("Stopping; what was computed so far is kept.");
    worker.interrupt();
    try {
      TimeUnit.SECONDS.timedJoin(worker, PATIENCE_SECONDS);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}
