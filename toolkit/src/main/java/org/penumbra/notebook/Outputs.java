package org.penumbra.notebook;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knowm.xchart.internal.chartpart.IChart;
import org.penumbra.data.report.DatasetReport;
import org.penumbra.impute.ImputationComparison;
import org.penumbra.impute.ImputationQuality;
import org.penumbra.occlusion.OcclusionReport;
import org.penumbra.plot.ChartFigure;
import org.penumbra.plot.Figure;
import org.penumbra.plot.ReportFigures;
import org.penumbra.results.TableReport;
import tech.tablesaw.api.Table;

/** Turns what a cell shows into displays. */
final class Outputs {
  /** Rows of a table that are shown unless asked otherwise. */
  static final int ROWS = 20;

  private Outputs() {}

  /**
   * The display of any value. Keeps the thread's interrupt status: the first drawing of a process
   * loads fonts, and loses it; a training that shows its curve would then not stop.
   */
  static Output of(Object value) {
    boolean interrupted = Thread.interrupted();
    try {
      return display(value);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What a value is shown as: itself, and for a report on a data set its pictures too. */
  static Stream<Object> parts(Object value) {
    Stream<Object> itself = Stream.of(value);
    if (!(value instanceof DatasetReport report)) {
      return itself;
    }
    Stream<Object> lengths =
        report.histogram().isEmpty() ? Stream.empty() : Stream.of(ReportFigures.lengths(report));
    return Stream.of(itself, lengths, ReportFigures.missing(report).stream())
        .flatMap(Function.identity());
  }

  private static Output display(Object value) {
    if (value instanceof Table table) {
      return table(table, ROWS);
    }
    if (value instanceof DatasetReport report) {
      return Output.html(report.toString(), ReportHtml.render(report));
    }
    if (value instanceof OcclusionReport report) {
      return tables(report, report.summary(), report.parts());
    }
    if (value instanceof ImputationComparison comparison) {
      return tables(comparison, comparison.table(), comparison.gaps());
    }
    if (value instanceof ImputationQuality quality) {
      return tables(quality, quality.gaps(), quality.joints());
    }
    if (value instanceof TableReport report) {
      return Output.html(report.toString(), TableReportHtml.render(report));
    }
    if (value instanceof Figure figure) {
      return Output.png(figure.text(), figure.image(), figure.width(), figure.height());
    }
    if (value instanceof IChart chart) {
      return display(new ChartFigure(chart));
    }
    if (value instanceof Image image) {
      return image(image);
    }
    return Output.plain(text(value));
  }

  /** The display of the first rows of a table. */
  static Output table(Table table, int rows) {
    TableCells cells = TableCells.of(table, rows);
    return Output.html(TableText.render(cells), TableHtml.render(cells));
  }

  /** Several tables; as text what the value says of itself. */
  private static Output tables(Object value, Table... tables) {
    return Output.html(
        value.toString(),
        Stream.of(tables)
            .map(table -> TableHtml.render(TableCells.of(table, ROWS)))
            .collect(Collectors.joining("\n")));
  }

  private static Output image(Image image) {
    int width = image.getWidth(null);
    int height = image.getHeight(null);
    String text = "Image, " + width + " x " + height + " pixels";
    if (image instanceof BufferedImage buffered) {
      return Output.png(text, buffered, width, height);
    }
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = copy.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return Output.png(text, copy, width, height);
  }

  private static String text(Object value) {
    if (value != null && value.getClass().isArray()) {
      String wrapped = Arrays.deepToString(new Object[] {value});
      return wrapped.substring(1, wrapped.length() - 1);
    }
    return String.valueOf(value);
  }
}
