package org.penumbra.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The magic lines. */
class MagicsTest {

  @TempDir Path directory;
  private CellEvaluator evaluator;

  @BeforeEach
  void open() {
    evaluator = new CellEvaluator();
  }

  @AfterEach
  void close() {
    evaluator.close();
  }

  @Test
  void jarsAddsEveryMatch() throws Exception {
    jar("one.jar", "one.txt");
    jar("two.jar", "two.txt");
    assertThat(
            evaluate(
                "%jars "
                    + directory
                    + "/*.jar\n"
                    + resource("one.txt")
                    + " && "
                    + resource("two.txt")))
        .isEqualTo(true);
  }

  @Test
  void classpathAddsADirectory() throws Exception {
    Files.writeString(directory.resolve("here.txt"), "x");
    assertThat(evaluate("%classpath \"" + directory + "\"\n" + resource("here.txt")))
        .isEqualTo(true);
  }

  @Test
  void loadRunsAScriptAndErrorsNameItsLine() throws Exception {
    Path script = directory.resolve("setup.jshell");
    Files.writeString(
        script, "int loaded = 40;\nint fails() { throw new RuntimeException(\"r\"); }");
    assertThat(evaluate("int a = 2;\n%load " + script + "\nloaded + a")).isEqualTo(42);
    assertThat(fail("fails()").plainReport()).contains("at fails (setup.jshell, line 2)");
  }

  @Test
  void loadRunsTheCodeCellsOfANotebook() throws Exception {
    Path notebook = directory.resolve("other.ipynb");
    Files.writeString(
        notebook,
        "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": \"text\"},"
            + "{\"cell_type\": \"code\", \"source\": [\"int n =\\n\", \" 5;\"]}]}");
    assertThat(evaluate("%load " + notebook + "\nn")).isEqualTo(5);
  }

  @Test
  void aPercentSignInsideJavaIsNoMagic() throws Exception {
    assertThat(evaluate("int seven = 7;\nint k = 17\n  %seven;\nk")).isEqualTo(3);
    assertThat(evaluate("String t = \"\"\"\n    %jars x\n    \"\"\";\nt.strip()"))
        .isEqualTo("%jars x");
    assertThat(evaluate("/*\n%nonsense\n*/\n1")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%nothing x        | there is no magic %nothing; known are %classpath, %jars, %load, %maven (cell, line 2)",
        "%%time            | there is no magic %%time; known are %classpath, %jars, %load, %maven",
        "%jars             | %jars needs at least one path",
        "%jars no/such.jar | no file matches no/such.jar",
        "%classpath nowhere| no file or directory matches nowhere",
        "%load             | %load needs one file",
        "%load nowhere     | there is no file nowhere in",
        "%maven            | %maven needs coordinates: group:artifact",
        "%maven a:b        | expected group:artifact[:type[:classifier]]:version, found a:b",
        "%maven a:b:<c>    | found a:b:<c>",
      })
  void saysWhatIsWrong(String line, String expected) {
    CellFailure failure = fail("int ok = 1;\n" + line);
    assertThat(failure.errorName()).isEqualTo("MagicException");
    assertThat(failure).hasMessageContaining(expected);
  }

  @Test
  void loadRefusesWhatIsNoNotebook() throws IOException {
    Path notebook = directory.resolve("bad.ipynb");
    Files.writeString(notebook, "{\"cells\": 3}");
    assertThat(fail("%load " + notebook)).hasMessageContaining("bad.ipynb is not a notebook");
  }

  private static String resource(String name) {
    return "(Thread.currentThread().getContextClassLoader().getResource(\"" + name + "\") != null)";
  }

  private void jar(String name, String entry) throws IOException {
    try (OutputStream file = Files.newOutputStream(directory.resolve(name));
        JarOutputStream jar = new JarOutputStream(file)) {
      jar.putNextEntry(new JarEntry(entry));
      jar.write("x".getBytes(StandardCharsets.UTF_8));
    }
  }

  private Object evaluate(String text) throws CellFailure {
    return evaluator.evaluate(new Cell("cell", text));
  }

  private CellFailure fail(String text) {
    CellFailure failure = catchThrowableOfType(CellFailure.class, () -> evaluate(text));
    assertThat(failure).as("the failure of %s", text).isNotNull();
    return failure;
  }
}
