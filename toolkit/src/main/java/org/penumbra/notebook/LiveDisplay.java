package org.penumbra.notebook;

import java.util.UUID;

/**
 * One place on the page whose content can be replaced, for instance a loss curve that grows while a
 * model trains. Made by {@link Notebook#live()}.
 *
 * <p>Without a notebook only the last content is printed, on {@link #close()}.
 */
public final class LiveDisplay implements AutoCloseable {
  private final DisplayTarget target;
  private final String id = UUID.randomUUID().toString();
  private boolean shown;
  private Object unseen;

  LiveDisplay(DisplayTarget target) {
    this.target = target;
  }

  /** Shows a value here, in place of the former one; anything {@link Notebook#show} can show. */
  public synchronized void update(Object value) {
    if (!target.canUpdate()) {
      unseen = value;
    } else if (shown) {
      target.update(id, Outputs.of(value));
    } else {
      target.display(id, Outputs.of(value));
      shown = true;
    }
  }

  /** Ends it; the last content stays. */
  @Override
  public synchronized void close() {
    if (unseen != null) {
      target.display(id, Outputs.of(unseen));
      unseen = null;
    }
  }
}
