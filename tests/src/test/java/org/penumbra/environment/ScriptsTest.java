package org.penumbra.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.environment.Sandbox.Outcome;

/**
 * A mistake at the command line is one clear line and an exit status, and leaves nothing behind.
 */
final class ScriptsTest {
  @TempDir private Path folder;
  private Sandbox sandbox;
  private String notebook;

  @BeforeEach
  void machine() throws IOException {
    sandbox = new Sandbox(folder);
    Path file = sandbox.path("work/some.ipynb");
    Files.writeString(file, "{}");
    notebook = file.toString();
  }

  @Test
  void noJdkAtAll() throws Exception {
    Outcome outcome = sandbox.run("run", notebook);

    assertOneLine(outcome, 1);
    assertThat(outcome.errors())
        .contains("no JDK 17 or newer found", "apt-get install", "openjdk-17-jdk-headless");
  }

  @Test
  void javaOnThePathIsTooOld() throws Exception {
    Path home = sandbox.jdk("old", "11.0.20", true);
    Files.createSymbolicLink(sandbox.path("bin/java"), home.resolve("bin/java"));

    Outcome outcome = sandbox.run("run", notebook);

    assertOneLine(outcome, 1);
    assertThat(outcome.errors()).contains(home.toString(), "is version 11", "JDK 17 or newer");
  }

  @Test
  void javaHomeIsTooOld() throws Exception {
    Path home = sandbox.jdk("old", "1.8.0_402", true);

    Outcome outcome = sandbox.with("JAVA_HOME", home.toString()).run("test");

    assertOneLine(outcome, 1);
    assertThat(outcome.errors())
        .contains("JAVA_HOME is " + home, "version 8", "17 or newer", "point JAVA_HOME at one");
  }

  @Test
  void javaHomeHoldsNoCompiler() throws Exception {
    Path home = sandbox.jdk("jre", "21.0.1", false);

    Outcome outcome = sandbox.with("JAVA_HOME", home.toString()).run("run", notebook);

    assertOneLine(outcome, 1);
    assertThat(outcome.errors()).contains(home.toString(), "version 21", "no bin/javac");
  }

  @Test
  void javaHomeHoldsNoJava() throws Exception {
    Outcome outcome = sandbox.with("JAVA_HOME", "/nowhere").run("jupyter");

    assertOneLine(outcome, 1);
    assertThat(outcome.errors()).contains("JAVA_HOME is /nowhere", "no bin/java");
  }

  @Test
  void theNewestJdkOfTheFolderIsTakenWhenThePathHasNone() throws Exception {
    sandbox.jdk("jvm/seventeen", "17.0.15", true);
    Path newest = sandbox.jdk("jvm/twenty-five", "25.0.3", true);
    sandbox.jdk("jvm/ninety-nine-jre", "99", false);

    Outcome outcome = sandbox.run("doctor");

    assertThat(outcome.output())
        .containsPattern("ok +JDK +version 25 in " + newest)
        .containsPattern("todo +Maven +not on PATH; .*apt-get install maven");
    assertThat(outcome.status()).isEqualTo(1);
  }

  @Test
  void dataFolderDoesNotExist() throws Exception {
    Outcome outcome = sandbox.run("run", notebook, "--data", "no/such/folder");

    assertOneLine(outcome, 1);
    assertThat(outcome.errors()).contains("no/such/folder", "--data", "does not exist");
  }

  @Test
  void dataFolderFromTheEnvironmentIsNamedAsSuch() throws Exception {
    Outcome outcome = sandbox.with("PENUMBRA_DATA", "/no/such").run("run", notebook);

    assertOneLine(outcome, 1);
    assertThat(outcome.errors()).contains("/no/such (PENUMBRA_DATA) does not exist");
  }

  @Test
  void dataFolderIsAFile() throws Exception {
    Outcome outcome = sandbox.run("run", notebook, "--data", notebook);

    assertOneLine(outcome, 1);
    assertThat(outcome.errors()).contains(notebook, "is a file; give the folder");
  }

  @Test
  void notebookDoesNotExist() throws Exception {
    Outcome outcome = sandbox.run("run", "missing.ipynb");

    assertOneLine(outcome, 1);
    assertThat(outcome.errors()).contains("no notebook at missing.ipynb", "looked in");
  }

  @Test
  void folderWithoutNotebooks() throws Exception {
    Outcome outcome = sandbox.run("run", sandbox.path("jvm").toString());

    assertOneLine(outcome, 1);
    assertThat(outcome.errors()).contains("no notebook (.ipynb) in the folder");
  }

  @ParameterizedTest
  @CsvSource({
    "run,     --scale huge,    unknown scale 'huge'",
    "run,     --scale,         --scale needs a value",
    "run,     --scale=,        --scale needs a value",
    "run,     --colour,        unknown option '--colour'",
    "run,     smoke,           unexpected word 'smoke'",
    "jupyter, --scale=Paper,   unknown scale 'Paper'",
    "test,    --quick,         unknown word '--quick'",
    "doctor,  all,             unknown word 'all'",
    "bench,   no-such,         unknown benchmark 'no-such'; known: ",
    "bench,   --all,           unknown option '--all'",
  })
  void wrongCommandLine(String script, String words, String message) throws Exception {
    Outcome outcome = sandbox.run(script, words.split(" "));

    assertOneLine(outcome, 2);
    assertThat(outcome.errors())
        .startsWith(script + ": " + message)
        .contains("see environment/" + script + " --help");
  }

  @Test
  void benchWithoutANameListsTheKnownOnes() throws Exception {
    Outcome outcome = sandbox.run("bench");

    assertOneLine(outcome, 2);
    assertThat(outcome.errors()).contains("which benchmark?", "resize");
  }

  @Test
  void penumbraWithoutAVerbAsksForOne() throws Exception {
    Outcome outcome = sandbox.run("penumbra");

    assertOneLine(outcome, 2);
    assertThat(outcome.errors()).contains("which verb?", "environment/penumbra --help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "jupyter", "doctor", "test", "bench", "penumbra"})
  void helpNeedsNothing(String script) throws Exception {
    Outcome outcome = sandbox.run(script, "--help");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.output()).startsWith("environment/" + script).contains("--help");
    assertThat(outcome.output()).doesNotContain("shellcheck", "set -euo");
  }

  @Test
  void missingPackagesAreInstalledInOneGoAndAFailureIsExplained() throws Exception {
    Path calls = sandbox.path("work/calls.txt");
    sandbox.script(sandbox.path("bin/sudo"), "[ \"$1\" = -n ] && shift; exec \"$@\"");
    sandbox.script(sandbox.path("bin/true"), "exit 0");
    sandbox.script(
        sandbox.path("bin/apt-get"),
        "echo \"$@\" >> " + calls + "; case \"$*\" in *install*) echo no route; exit 100;; esac");

    Outcome outcome = sandbox.mayInstall().run("run", notebook);

    assertThat(Files.readAllLines(calls)).hasSize(2);
    assertThat(Files.readAllLines(calls).get(0)).contains("update");
    assertThat(Files.readAllLines(calls).get(1))
        .contains("install -y --no-install-recommends", "openjdk-17-jdk-headless", "maven");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.errors())
        .contains(
            "no route", "could not install openjdk-17-jdk-headless", "connect to the network");
  }

  private void assertOneLine(Outcome outcome, int status) throws IOException {
    assertThat(outcome.errorLines()).hasSize(1);
    assertThat(outcome.status()).isEqualTo(status);
    assertThat(outcome.output()).isEmpty();
    try (var home = Files.list(sandbox.path("home"))) {
      assertThat(home).isEmpty();
    }
  }
}
