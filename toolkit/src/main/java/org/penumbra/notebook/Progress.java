package org.penumbra.notebook;

import java.util.Objects;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.penumbra.core.Require;

/**
 * A progress display: one line and a bar that stay in place, redrawn at most twice a second. Made
 * by {@link Notebook#progress}. Without a notebook it prints a line for every tenth done.
 *
 * <pre>{@code
 * try (var progress = Notebook.progress("Pretraining", epochs)) {
 *   for (int epoch = 1; epoch <= epochs; epoch++) {
 *     progress.update(epoch, "loss " + train(epoch));
 *   }
 * }
 * }</pre>
 *
 * <p>Call it from the thread that runs the cell: some kernels drop displays of other threads.
 */
public final class Progress implements AutoCloseable {
  private static final long NANOS_BETWEEN = 500_000_000L;

  private final DisplayTarget target;
  private final LongSupplier nanoClock;
  private final String id = UUID.randomUUID().toString();
  private final long start;
  private final String title;
  private final int total;
  private int done;
  private String note = "";
  private long lastShown;
  private int lastTenth;
  private boolean ended;

  Progress(DisplayTarget target, LongSupplier nanoClock, String title, int total) {
    this.target = target;
    this.nanoClock = nanoClock;
    this.title = title;
    this.total = Require.atLeast("total", total, 1);
    this.start = nanoClock.getAsLong();
    this.lastShown = start;
    if (target.canUpdate()) {
      target.display(id, output(start));
    }
  }

  /**
   * Says how far it is.
   *
   * @param stepsDone from 0 to the total; the last step ends the display
   * @param newNote a few words or figures, for instance {@code loss 3.21}; null for none
   */
  public synchronized void update(int stepsDone, String newNote) {
    Require.inRange("done", stepsDone, 0, total);
    if (ended) {
      return;
    }
    done = stepsDone;
    note = Objects.requireNonNullElse(newNote, "");
    if (done == total) {
      close();
      return;
    }
    long now = nanoClock.getAsLong();
    int tenth = 10 * done / total;
    boolean due = target.canUpdate() ? now - lastShown >= NANOS_BETWEEN : tenth > lastTenth;
    if (due) {
      show(now);
      lastShown = now;
      lastTenth = tenth;
    }
  }

  /** One more step done. */
  public synchronized void step(String newNote) {
    update(done + 1, newNote);
  }

  /** Ends the display: it then says how long it took, or where it stopped. */
  @Override
  public synchronized void close() {
    if (!ended) {
      ended = true;
      show(nanoClock.getAsLong());
    }
  }

  private void show(long now) {
    target.update(id, output(now));
  }

  private Output output(long now) {
    ProgressState state = new ProgressState(title, done, total, note, (now - start) / 1e9, ended);
    return Output.html(state.text(), state.html());
  }
}
