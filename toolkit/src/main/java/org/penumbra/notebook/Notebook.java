package org.penumbra.notebook;

import java.util.UUID;
import org.penumbra.core.Require;
import tech.tablesaw.api.Table;

/**
 * What a notebook cell calls. Works alike on the default kernel, on IJava and on JJava, and prints
 * plain text everywhere else.
 *
 * <pre>{@code
 * Notebook.start();
 * show(table, chart, SkeletonFigure.of(clip));
 * }</pre>
 */
public final class Notebook {
  private Notebook() {}

  /**
   * Says with what this notebook runs: versions, kernel, scale, data set, device. Belongs in the
   * second cell, after the imports. Loads neither the engine nor data.
   *
   * @throws org.penumbra.core.InvalidOptionException if {@code PENUMBRA_SCALE}, {@code
   *     PENUMBRA_DEVICE} or {@code PENUMBRA_THREADS} cannot be understood
   */
  public static void start() {
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
    DisplayTarget target = Kernels.current();
    target.display(newId(), StartLines.of(target, System.getenv()));
  }

  /**
   * Shows values, each as one display: Tablesaw tables (the first 20 rows), XChart charts, figures
   * of {@code org.penumbra.plot} and images as pictures, reports on data sets as warnings, tables
   * and pictures, reports on occlusion as tables, anything else as text.
   */
  public static void show(Object... values) {
    if (values == null) {
      show("null");
      return;
    }
    DisplayTarget target = Kernels.current();
    for (Object value : values) {
      Outputs.parts(value).forEach(part -> target.display(newId(), Outputs.of(part)));
    }
  }

  /**
   * Shows the first rows of a table.
   *
   * @param rows how many, at least 1
   */
  public static void showRows(Table table, int rows) {
    Kernels.current().display(newId(), Outputs.table(table, Require.atLeast("rows", rows, 1)));
  }

  /** Shows Markdown; its plain form is the source. */
  public static void markdown(String source) {
    Kernels.current().display(newId(), Output.markdown(source));
  }

  /**
   * Starts a progress display.
   *
   * @param title what is under way
   * @param total number of steps, at least 1
   */
  public static Progress progress(String title, int total) {
    return new Progress(Kernels.current(), System::nanoTime, title, total);
  }

  /** A place on the page whose content can be replaced. */
  public static LiveDisplay live() {
    return new LiveDisplay(Kernels.current());
  }

  /** Checks this machine and shows what it found, one row each. Loads the engine. */
  public static void doctor() {
    show(Doctor.examine().table());
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }
}
