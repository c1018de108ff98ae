package org.penumbra.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.PieChart;
import org.knowm.xchart.PieChartBuilder;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Scale;
import org.penumbra.plot.Curves;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class NotebookTest {
  private static final Curves CURVES = Curves.of("Loss", "epoch", "loss").line("train", 3, 2, 1);

  @Test
  void plainTargetPrintsTheText() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DisplayTarget target = new PlainTarget(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    target.display("a", Output.html("first", "<p>first</p>"));
    target.update("a", Output.plain("second"));
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines("first\nsecond\n");
    assertThat(target.canUpdate()).isFalse();
  }

  @Test
  void eachValueIsTextAndAtMostOneRichType() throws IOException {
    assertType(Table.create("t", IntColumn.create("n", new int[] {1})), "text/html", "t\nn\n-\n1");
    assertType(CURVES, "image/png", CURVES.text());
    assertType(CURVES.chart(), "image/png", CURVES.text());
    PieChart pie = new PieChartBuilder().title("Classes").build();
    pie.addSeries("walk", 3);
    assertType(pie, "image/png", "Classes\n  walk");
    BufferedImage image = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);
    assertType(image, "image/png", "Image, 30 x 20 pixels");
  }

  private static void assertType(Object value, String type, String text) {
    Output output = Outputs.of(value);
    assertThat(output.text()).isEqualTo(text);
    assertThat(output.rich()).get().extracting(Output.Rich::type).isEqualTo(type);
  }

  @Test
  void picturesAreFinerThanTheirPlaceOnThePage() throws IOException {
    Output.Rich rich = Outputs.of(CURVES).rich().orElseThrow();
    BufferedImage image =
        ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(rich.data())));
    assertThat(rich.width()).isEqualTo(CURVES.width());
    assertThat(image.getWidth()).isEqualTo(2 * rich.width());
  }

  @Test
  void anythingElseIsText() {
    assertThat(Outputs.of(null)).isEqualTo(Output.plain("null"));
    assertThat(Outputs.of("a <b>")).isEqualTo(Output.plain("a <b>"));
    assertThat(Outputs.of(new int[] {1, 2})).isEqualTo(Output.plain("[1, 2]"));
    assertThat(Outputs.of(new float[][] {{1}, {2}})).isEqualTo(Output.plain("[[1.0], [2.0]]"));
  }

  @Test
  void liveReplacesInPlace() {
    RecordingTarget target = new RecordingTarget(true);
    try (LiveDisplay live = new LiveDisplay(target)) {
      live.update("one");
      live.update("two");
      live.update("three");
    }
    assertThat(target.calls.stream().map(RecordingTarget.Call::kind))
        .containsExactly("display", "update", "update");
    assertThat(target.calls.stream().map(RecordingTarget.Call::id).distinct()).hasSize(1);
  }

  @Test
  void liveWithoutANotebookPrintsTheLastOnly() {
    RecordingTarget target = new RecordingTarget(false);
    LiveDisplay live = new LiveDisplay(target);
    live.update("one");
    live.update("two");
    assertThat(target.calls).isEmpty();
    live.close();
    live.close();
    assertThat(target.texts()).containsExactly("two");
  }

  @Test
  void startSaysWithWhatItRuns() {
    RecordingTarget target = new RecordingTarget(true);
    Output output =
        StartLines.of(
            target,
            Map.of(
                "PENUMBRA_SCALE",
                "smoke",
                "PENUMBRA_DATASET",
                "nw-ucla",
                "PENUMBRA_DEVICE",
                "cpu"));
    assertThat(output.text().lines().map(line -> line.substring(0, 10).strip()))
        .containsExactly("Penumbra", "Java", "kernel", "scale", "data set", "device");
    assertThat(output.text())
        .contains(
            "kernel    recording", "scale     smoke", "data set  nw-ucla", "device    cpu (chosen");
    assertThat(output.rich().orElseThrow().data()).contains(">nw-ucla</td>");
    assertThat(StartLines.of(target, Map.of()).text())
        .contains("scale     smoke", "data set  synthetic", "CPU, ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "smoke", "Course", " PAPER "})
  void theScaleThatStartNamesIsTheOneUsed(String name) {
    Map<String, String> environment = Map.of("PENUMBRA_SCALE", name);
    assertThat(StartLines.of(new RecordingTarget(true), environment).text().lines())
        .contains("scale     " + Scale.from(environment).label());
    assertThat(StartLines.of(new RecordingTarget(true), System.getenv()).text().lines())
        .contains("scale     " + Scale.fromEnvironment().label());
  }

  @Test
  void theDataSetThatStartNamesIsTheOneOpened() {
    RecordingTarget target = new RecordingTarget(true);
    assertThat(StartLines.of(target, Map.of("PENUMBRA_DATASET", " NW-UCLA ")).text().lines())
        .contains("data set  nw-ucla");
    assertThat(StartLines.of(target, Map.of("PENUMBRA_DATASET", " ")).text().lines())
        .contains("data set  synthetic-small");
  }

  @Test
  void startRefusesAnUnknownDevice() {
    assertThatThrownBy(
            () -> StartLines.of(new RecordingTarget(true), Map.of("PENUMBRA_DEVICE", "tpu")))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("PENUMBRA_DEVICE must be cpu, gpu or gpu:N, found 'tpu'.");
  }

  @Test
  void startRefusesAnUnknownScale() {
    assertThatThrownBy(
            () -> StartLines.of(new RecordingTarget(true), Map.of("PENUMBRA_SCALE", "huge")))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("scale must be one of smoke, course, paper, found 'huge'");
  }
}
