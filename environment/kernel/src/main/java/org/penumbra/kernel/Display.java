package org.penumbra.kernel;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.UUID;

/** What every cell can call to show values; the same names and signatures as IJava has. */
public final class Display {

  private Display() {}

  /**
   * Renders a value in the forms its type prefers, and always as text.
   *
   * @param o any value; a {@link DisplayData} is given back as it is
   * @return the value in one or more MIME types
   */
  public static DisplayData render(Object o) {
    if (o instanceof DisplayData data) {
      return data;
    }
    return o == null ? new DisplayData("null") : CellStatics.kernel().getRenderer().render(o);
  }

  /**
   * Renders a value in the given forms, and always as text.
   *
   * @param o any value; a {@link DisplayData} is given back as it is
   * @param as MIME types, for example {@code "text/html"}
   * @return the value in the MIME types that its renderer can give
   */
  public static DisplayData render(Object o, String... as) {
    if (o == null || o instanceof DisplayData) {
      return render(o);
    }
    return CellStatics.kernel().getRenderer().renderAs(o, as);
  }

  /**
   * Shows a value under the cell.
   *
   * @return the id under which {@link #updateDisplay(String, Object)} replaces it
   */
  public static String display(Object o) {
    return show(render(o));
  }

  /**
   * Shows a value under the cell in the given MIME types.
   *
   * @return the id under which {@link #updateDisplay(String, Object)} replaces it
   */
  public static String display(Object o, String... as) {
    return show(render(o, as));
  }

  /** Replaces what was shown under {@code id}, in whichever cell that was. */
  public static void updateDisplay(String id, Object o) {
    CellStatics.kernel().getIO().display.updateDisplay(id, render(o));
  }

  /** Replaces what was shown under {@code id} by a value in the given MIME types. */
  public static void updateDisplay(String id, Object o, String... as) {
    CellStatics.kernel().getIO().display.updateDisplay(id, render(o, as));
  }

  private static String show(DisplayData data) {
    String id = data.getDisplayId();
    if (id == null) {
      id = UUID.randomUUID().toString();
      data.setDisplayId(id);
    }
    CellStatics.kernel().display(data);
    return id;
  }
}
