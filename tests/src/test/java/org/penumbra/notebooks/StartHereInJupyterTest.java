package org.penumbra.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.kernel.TestKernelSpec;

/** The first notebook through real Jupyter, the kernel and the script that users run it with. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartHereInJupyterTest {
  private static final Path ROOT = Path.of(System.getProperty("penumbra.root"));

  private String terminal;
  private NotebookFile executed;

  @BeforeAll
  void execute(@TempDir Path folder) throws Exception {
    TestKernelSpec.write(folder.resolve("kernels/penumbra-test"), "2g", Map.of());
    Path output = folder.resolve("terminal.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                "/usr/bin/python3",
                "-B",
                ROOT.resolve("environment/lib/execute.py").toString(),
                "--root",
                ROOT.toString(),
                "--out",
                folder.toString(),
                "--scale",
                "smoke",
                "--kernel",
                "penumbra-test",
                ROOT.resolve("notebooks/00-start-here.ipynb").toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("JUPYTER_PATH", folder.toString());
    Process process = builder.start();
    assertThat(process.waitFor(15, TimeUnit.MINUTES)).isTrue();
    terminal = Files.readString(output);
    assertThat(process.exitValue()).as(terminal).isZero();
    executed =
        NotebookFile.parse("executed", Files.readString(folder.resolve("00-start-here.ipynb")));
    assertThat(folder.resolve("00-start-here.html")).isNotEmptyFile();
  }

  @Test
  void theResultTableIsOnTheTerminal() {
    assertThat(terminal).contains("random encoder", "PSTL", "95 % interval");
  }

  @Test
  void everyCodeCellRanInOrder() {
    List<Integer> counts = new ArrayList<>();
    for (NotebookFile.Cell cell : executed.codeCells()) {
      counts.add(cell.json().get("execution_count").getAsInt());
    }
    assertThat(counts).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(6);
  }

  @Test
  void nothingWentToTheErrorStreamAndEveryPictureHasAText() {
    for (NotebookFile.Cell cell : executed.codeCells()) {
      for (JsonElement element : cell.json().getAsJsonArray("outputs")) {
        JsonObject output = element.getAsJsonObject();
        assertThat(output.get("output_type").getAsString()).isNotEqualTo("error");
        if (output.has("name")) {
          assertThat(output.get("name").getAsString()).as(output.toString()).isEqualTo("stdout");
        }
        if (output.has("data")) {
          assertThat(output.getAsJsonObject("data").has("text/plain")).isTrue();
        }
      }
    }
  }

  @Test
  void picturesAndTableAreThere() {
    assertThat(types("clip")).contains("image/png");
    assertThat(types("hide")).contains("image/png");
    assertThat(types("pretrain")).contains("image/png", "text/html");
    assertThat(types("results")).contains("text/html");
  }

  private List<String> types(String cellId) {
    List<String> types = new ArrayList<>();
    for (NotebookFile.Cell cell : executed.codeCells()) {
      if (cell.json().get("id").getAsString().equals(cellId)) {
        JsonArray outputs = cell.json().getAsJsonArray("outputs");
        outputs.forEach(o -> types.addAll(o.getAsJsonObject().getAsJsonObject("data").keySet()));
      }
    }
    return types;
  }
}
