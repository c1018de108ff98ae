package org.penumbra.kernel;

import java.lang.reflect.InvocationTargetException;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Runs the user's code on a thread of its own, one piece at a time, always the same thread, because
 * native engines keep state per thread. An interrupt that comes while a cell still compiles is kept
 * until its code starts. Code that ignores the interrupt is left behind and gets a new thread.
 */
final class CellThread {

  /** How long interrupted Java code may take to end by itself. */
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(2);

  /**
   * How long it may take while it is in native code, such as a step of training, which can look at
   * the interrupt only when the step is done.
   */
  private static final long NATIVE_GRACE_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** An interrupt this young means also a cell that just starts, whatever the clocks say. */
  private static final long EARLY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** How long a cell that was sent before the interrupt may have waited in the socket. */
  private static final long WAITING_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final OwnerQueue queue;
  private final Object lock = new Object();
  private ExecutorService executor;
  private int cells;
  private boolean requested;
  private long requestedAt = System.nanoTime() - WAITING_NANOS;
  private Instant requestSent;
  private Task current;

  CellThread(OwnerQueue queue) {
    this.queue = queue;
  }

  /** The work that other threads leave for the thread that waits in {@link #call}. */
  OwnerQueue queue() {
    return queue;
  }

  /** A cell begins of which nobody knows when it was sent; cells nest ({@code %load}). */
  void beginCell() {
    beginCell(null);
  }

  /**
   * A cell begins. The sockets are looked at every 50 ms, later on a busy machine, and the two
   * kinds of request come through different ones: the interrupt of this cell may be here already.
   *
   * @param sent when the front end sent the cell, or null
   */
  void beginCell(Instant sent) {
    synchronized (lock) {
      if (cells++ == 0) {
        long age = System.nanoTime() - requestedAt;
        boolean sentBefore = sent != null && requestSent != null && !sent.isAfter(requestSent);
        requested = age < EARLY_NANOS || (sentBefore && age < WAITING_NANOS);
      }
    }
  }

  /** A cell ended. */
  void endCell() {
    synchronized (lock) {
      if (--cells == 0) {
        requested = false;
        requestedAt = System.nanoTime() - WAITING_NANOS;
      }
    }
  }

  /**
   * Asks the running cell to end; without one, a cell that was sent before the interrupt.
   *
   * @param sent when the front end sent the interrupt, or null
   */
  void interrupt(Instant sent) {
    synchronized (lock) {
      requested = true;
      requestSent = sent;
      requestedAt = System.nanoTime();
      if (current != null) {
        current.interrupt();
      }
    }
  }

  /**
   * Fails if an interrupt is waiting.
   *
   * @throws CellInterrupted if so
   */
  void checkInterrupt() throws CellInterrupted {
    synchronized (lock) {
      if (requested) {
        throw new CellInterrupted("before this line started", null, new StackTraceElement[0]);
      }
    }
  }

  /**
   * Runs {@code body} on the cell thread while the calling thread does the queue's work.
   *
   * @return the value of the body
   * @throws CellInterrupted if an interrupt ended the body, or could not end it
   * @throws Throwable whatever the body throws
   */
  Object call(Callable<?> body) throws Throwable {
    Task task = new Task(body);
    synchronized (lock) {
      checkInterrupt();
      current = task;
      if (executor == null) {
        executor = Executors.newSingleThreadExecutor(CellThread::daemon);
      }
      executor.execute(task);
    }
    while (!task.isDone()) {
      queue.runSome();
      if (task.overdue()) {
        return abandon(task);
      }
    }
    queue.runAll();
    synchronized (lock) {
      current = null;
      return task.outcome();
    }
  }

  private Object abandon(Task task) throws CellInterrupted {
    synchronized (lock) {
      current = null;
      executor.shutdown();
      executor = null;
      StackTraceElement[] where = task.thread.getStackTrace();
      throw new CellInterrupted(
          "but its code does not react to interrupts and Java cannot stop it: it goes on in the"
              + " background and keeps a processor busy; restart the kernel to end it",
          null,
          where);
    }
  }

  private static Thread daemon(Runnable body) {
    Thread thread = new Thread(body, "cell");
    thread.setDaemon(true);
    return thread;
  }

  /** One piece of user code; all fields are guarded by the lock. */
  private final class Task implements Runnable {

    private final Callable<?> body;
    private Thread thread;
    private boolean done;
    private boolean statusLeft;
    private long interruptedAt;
    private long nativeAt;
    private Object value;
    private Throwable thrown;

    Task(Callable<?> body) {
      this.body = body;
    }

    @Override
    public void run() {
      synchronized (lock) {
        thread = Thread.currentThread();
        if (interruptedAt != 0) {
          thread.interrupt();
        }
      }
      Object result = null;
      Throwable failure = null;
      try {
        result = body.call();
      } catch (InvocationTargetException e) {
        failure = e.getCause();
      } catch (Throwable e) {
        // Errors too: an OutOfMemoryError of a cell must not end the kernel.
        failure = e;
      }
      System.out.flush();
      System.err.flush();
      synchronized (lock) {
        done = true;
        value = result;
        thrown = failure;
        statusLeft = Thread.interrupted();
      }
      queue.post(() -> {});
    }

    void interrupt() {
      if (!done && interruptedAt == 0) {
        interruptedAt = System.nanoTime();
        nativeAt = interruptedAt;
        if (thread != null) {
          thread.interrupt();
        }
      }
    }

    boolean isDone() {
      synchronized (lock) {
        return done;
      }
    }

    boolean overdue() {
      synchronized (lock) {
        if (done || thread == null || interruptedAt == 0) {
          return false;
        }
        long now = System.nanoTime();
        if (inNativeCode()) {
          nativeAt = now;
        }
        return now - Math.max(interruptedAt, nativeAt) > GRACE_NANOS
            || now - interruptedAt > NATIVE_GRACE_NANOS;
      }
    }

    private boolean inNativeCode() {
      StackTraceElement[] frames = thread.getStackTrace();
      return frames.length > 0 && frames[0].isNativeMethod();
    }

    Object outcome() throws Throwable {
      if (interruptedAt == 0) {
        if (thrown != null) {
          throw thrown;
        }
        return value;
      }
      if (thrown != null || statusLeft) {
        StackTraceElement[] where =
            thrown == null ? new StackTraceElement[0] : thrown.getStackTrace();
        throw new CellInterrupted("while it ran", thrown, where);
      }
      // The code took the interrupt itself (caught it, cleared the status) and went on.
      requested = false;
      return value;
    }
  }
}
