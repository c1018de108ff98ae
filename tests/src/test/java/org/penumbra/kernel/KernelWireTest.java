package org.penumbra.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The kernel through real Jupyter: one script talks to it, each test looks at one observation. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KernelWireTest {

  private static final int STARTS = 20;
  private static final String PYTHON = "/usr/bin/python3";

  private JsonObject seen;

  @BeforeAll
  void talkToTheKernel(@TempDir Path directory) throws Exception {
    assertThat(run(directory, Map.of(), PYTHON, "-c", "import jupyter_client"))
        .withFailMessage(
            "this test needs jupyter_client for %s: apt-get install python3-jupyter-client", PYTHON)
        .isZero();
    writeKernelSpec(directory.resolve("kernels/penumbra-test"));
    Path script =
        Path.of(System.getProperty("penumbra.root"), "tests/src/test/python/kernel_wire.py");
    int status =
        run(
            directory,
            Map.of("JUPYTER_PATH", directory.toString()),
            PYTHON,
            script.toString(),
            "penumbra-test",
            String.valueOf(STARTS));
    assertThat(status)
        .withFailMessage(() -> "the script failed:\n" + read(directory.resolve("err.txt")))
        .isZero();
    seen = JsonParser.parseString(read(directory.resolve("out.txt"))).getAsJsonObject();
  }

  @Test
  void startsTwentyTimesAndAnswersEachTime() {
    assertThat(seen.getAsJsonArray("starts"))
        .hasSize(STARTS)
        .allSatisfy(start -> assertThat(text(start, "value")).isEqualTo("2"));
  }

  @Test
  void interruptCountsForACellThatStillCompiles() {
    assertThat(text(at("compiling", "error"), "name")).isEqualTo("InterruptedException");
    assertThat(text(at("compiling"), "stdout")).isEmpty();
    assertThat(value("after_compiling")).isEqualTo("4");
  }

  @Test
  void interruptEndsASleepingCell() {
    assertThat(text(at("sleeping", "error"), "name")).isEqualTo("InterruptedException");
    assertThat(text(at("sleeping"), "reply_name")).isEqualTo("InterruptedException");
    assertThat(value("after_sleeping")).isEqualTo("6");
  }

  @Test
  void interruptGivesTheKernelBackFromABusyLoop() {
    assertThat(text(at("busy", "error"), "value")).contains("cannot stop it", "restart the kernel");
    assertThat(value("after_busy")).isEqualTo("8");
  }

  @Test
  void readsInputWithAccents() {
    assertThat(value("input")).isEqualTo("héllo wörld");
  }

  @Test
  void saysClearlyThatInputIsNotAllowed() {
    assertThat(text(at("input_refused", "error"), "value"))
        .contains("standard input", "front end does not allow");
  }

  @Test
  void inputCanBeInterruptedAndWorksAgain() {
    assertThat(text(at("input_interrupted"), "name")).isEqualTo("InterruptedException");
    assertThat(value("input_again")).isEqualTo("again");
  }

  @Test
  void displayShowsTheAskedTypeAndText() {
    JsonObject shown = at("display").getAsJsonArray("data").get(0).getAsJsonObject();
    assertThat(text(shown, "kind")).isEqualTo("display_data");
    assertThat(shown.getAsJsonObject("mime").keySet()).contains("text/plain");
    assertThat(text(shown, "id")).isNotEmpty();
  }

  @Test
  void updateReplacesTheSameDisplay() {
    JsonObject shown = at("display").getAsJsonArray("data").get(0).getAsJsonObject();
    JsonObject update = at("update").getAsJsonArray("data").get(0).getAsJsonObject();
    assertThat(text(update, "kind")).isEqualTo("update_display_data");
    assertThat(text(update, "id")).isEqualTo(text(shown, "id"));
    assertThat(text(update.getAsJsonObject("mime"), "text/plain")).isEqualTo("two");
  }

  @Test
  void imageComesAsWholePngAndText() throws IOException {
    JsonObject mime =
        at("image").getAsJsonArray("data").get(0).getAsJsonObject().getAsJsonObject("mime");
    byte[] png = Base64.getDecoder().decode(text(mime, "image/png"));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(7);
    assertThat(new String(png, png.length - 8, 4, StandardCharsets.US_ASCII)).isEqualTo("IEND");
    assertThat(text(mime, "text/plain")).isEqualTo("image, 7 x 5 pixels");
  }

  @Test
  void nullHasNoOutput() {
    assertThat(text(at("null"), "status")).isEqualTo("ok");
    assertThat(at("null").getAsJsonArray("data")).isEmpty();
  }

  @Test
  void exceptionKeepsItsNameMessageLineAndCause() {
    JsonObject error = at("error", "error");
    assertThat(text(error, "name")).isEqualTo("IllegalStateException");
    assertThat(text(error, "value")).isEqualTo("outer");
    assertThat(Ansi.strip(text(error, "trace")))
        .contains("line 2", "Caused by: java.io.IOException: inner")
        .doesNotContain("jdk.jshell", "org.penumbra", "java.lang.reflect", "REPL.");
  }

  @Test
  void compileErrorMarksTheSpan() {
    JsonObject error = at("compile_error", "error");
    assertThat(text(error, "name")).isEqualTo("CompilationException");
    assertThat(Ansi.strip(text(error, "trace")))
        .contains("   2 | int bad = missing + 1;\n     |           ^^^^^^^");
  }

  @Test
  void outOfMemoryIsAnErrorAndTheKernelLives() {
    assertThat(text(at("memory", "error"), "name")).isEqualTo("OutOfMemoryError");
    assertThat(value("after_memory")).isEqualTo("10");
  }

  @Test
  void fastPrintingLosesNothing() {
    String expected =
        IntStream.range(0, 20000).mapToObj(i -> i + "\n").collect(Collectors.joining());
    assertThat(text(at("print"), "stdout")).isEqualTo(expected);
  }

  @Test
  void cellsQueuedBehindAnErrorAreSkipped() {
    assertThat(seen.getAsJsonArray("queued"))
        .extracting(JsonElement::getAsString)
        .containsExactly("ok", "error", "aborted", "aborted");
    assertThat(value("after_queued")).isEqualTo("12");
  }

  @Test
  void completes() {
    assertThat(at("complete").getAsJsonArray("matches"))
        .extracting(JsonElement::getAsString)
        .anyMatch(match -> match.startsWith("toUpperCase("));
    assertThat(at("complete").get("cursor_start").getAsInt())
        .isEqualTo("String hello = \"x\";\nhello.".length());
  }

  @Test
  void inspects() {
    assertThat(at("inspect").get("found").getAsBoolean()).isTrue();
    assertThat(text(at("inspect", "data"), "text/plain")).contains("int Math.max(int a, int b)");
  }

  @Test
  void knowsWhetherCodeIsComplete() {
    assertThat(text(at("is_complete_whole"), "status")).isEqualTo("complete");
    assertThat(text(at("is_complete_open"), "status")).isEqualTo("incomplete");
    assertThat(text(at("is_complete_open"), "indent")).isEqualTo("    ");
    assertThat(text(at("is_complete_wrong"), "status")).isEqualTo("invalid");
  }

  @Test
  void answersConsolesThatAskForHistory() {
    assertThat(at("history").getAsJsonArray("history")).isEmpty();
  }

  @Test
  void takesClassPathAndCompilerOptionsFromTheEnvironment() {
    assertThat(value("class_path")).isEqualTo("true");
    assertThat(text(at("compiler_options", "error"), "name")).isEqualTo("CompilationException");
  }

  @Test
  void saysWhatItIs() {
    assertThat(text(at("info"), "implementation")).isEqualTo("penumbra-kernel");
    assertThat(text(at("info", "language_info"), "name")).isEqualTo("Java");
  }

  private JsonObject at(String... path) {
    JsonObject object = seen;
    for (String key : path) {
      assertThat(object.get(key)).as("%s in %s", key, object).isInstanceOf(JsonObject.class);
      object = object.getAsJsonObject(key);
    }
    return object;
  }

  private String value(String key) {
    JsonArray data = at(key).getAsJsonArray("data");
    assertThat(data).as("output of %s: %s", key, at(key)).isNotEmpty();
    return text(data.get(data.size() - 1).getAsJsonObject().get("mime"), "text/plain");
  }

  private static String text(JsonElement object, String key) {
    JsonElement value = object.getAsJsonObject().get(key);
    assertThat(value).as("%s in %s", key, object).isNotNull();
    return value.isJsonNull() ? "" : value.getAsString();
  }

  private static void writeKernelSpec(Path directory) throws IOException {
    Path extra = Files.createDirectories(directory.resolve("extra/classes")).getParent();
    Files.writeString(extra.resolve("classes/found.txt"), "x");
    TestKernelSpec.write(
        directory,
        "512m",
        Map.of(
            "IJAVA_CLASSPATH", extra + "/*", "IJAVA_COMPILER_OPTS", "-Xlint:deprecation -Werror"));
  }

  private static int run(Path directory, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(directory.resolve("out.txt").toFile())
            .redirectError(directory.resolve("err.txt").toFile());
    builder.environment().putAll(environment);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      Files.writeString(directory.resolve("err.txt"), String.valueOf(e.getMessage()));
      return -1;
    }
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      return -2;
    }
    return process.exitValue();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "cannot read " + file;
    }
  }
}
