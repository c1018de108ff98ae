package org.penumbra.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The look all pictures share: white paper, one sans-serif face, a light horizontal grid, and the
 * Okabe-Ito colours, which people with any common colour vision can tell apart.
 */
public final class Theme {
  /** Observed joints, first series. */
  public static final Color BLUE = new Color(0x0072B2);

  /** Hidden joints. */
  public static final Color ORANGE = new Color(0xD55E00);

  /** Text. */
  public static final Color INK = new Color(0x222222);

  /** Secondary text, axes. */
  public static final Color GREY = new Color(0x666666);

  /** Grid lines. */
  public static final Color GRID = new Color(0xE1E1E1);

  /** Okabe-Ito colours in the order series take them. */
  public static final List<Color> COLOURS =
      List.of(
          BLUE,
          ORANGE,
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0xE69F00),
          new Color(0x56B4E9),
          Color.BLACK,
          new Color(0xF0E442));

  private static final List<Marker> MARKERS =
      List.of(
          SeriesMarkers.CIRCLE,
          SeriesMarkers.SQUARE,
          SeriesMarkers.TRIANGLE_UP,
          SeriesMarkers.DIAMOND,
          SeriesMarkers.TRIANGLE_DOWN,
          SeriesMarkers.CROSS,
          SeriesMarkers.PLUS,
          SeriesMarkers.OVAL);

  // A missing family silently becomes the JVM's own "Dialog"; Doctor reports that.
  private static final String FAMILY = "DejaVu Sans";

  private Theme() {}

  /** The plain face in a size (display pixels). */
  public static Font font(int size) {
    return new Font(FAMILY, Font.PLAIN, size);
  }

  /** The bold face in a size (display pixels). */
  public static Font bold(int size) {
    return new Font(FAMILY, Font.BOLD, size);
  }

  /** Colour of the series of an index; repeats after the eighth. */
  public static Color colour(int series) {
    return COLOURS.get(series % COLOURS.size());
  }

  /**
   * Gives a chart the shared look. Numbers on axes are written the same in every locale.
   *
   * @return the chart
   */
  public static <C extends Chart<?, ?>> C apply(C chart) {
    Styler styler = chart.getStyler();
    styler.setLocale(Locale.ROOT);
    styler.setAntiAlias(true);
    styler.setBaseFont(font(14));
    styler.setChartFontColor(INK);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setChartPadding(14);
    styler.setChartTitleFont(bold(15));
    styler.setChartTitleBoxVisible(false);
    styler.setChartTitlePadding(8);
    styler.setLegendFont(font(13));
    styler.setLegendBorderColor(new Color(255, 255, 255, 0));
    styler.setLegendBackgroundColor(new Color(255, 255, 255, 215));
    styler.setLegendPadding(8);
    styler.setLegendPosition(LegendPosition.InsideNE);
    styler.setMarkerSize(7);
    styler.setSeriesColors(COLOURS.toArray(Color[]::new));
    styler.setSeriesMarkers(MARKERS.toArray(Marker[]::new));
    styler.setSeriesLines(new BasicStroke[] {new BasicStroke(2f)});
    if (styler instanceof AxesChartStyler axes) {
      axes.setAxisTitleFont(font(14));
      axes.setAxisTickLabelsFont(font(13));
      axes.setAxisTickLabelsColor(GREY);
      axes.setAxisTickMarksColor(GREY);
      axes.setAxisTicksLineVisible(false);
      axes.setPlotGridVerticalLinesVisible(false);
      axes.setPlotGridHorizontalLinesVisible(true);
      axes.setPlotGridLinesColor(GRID);
      axes.setPlotGridLinesStroke(new BasicStroke(1f));
      axes.setErrorBarsColorSeriesColor(true);
      axes.setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);
      axes.setYAxisLogarithmicDecadeOnly(false);
    }
    return chart;
  }
}
