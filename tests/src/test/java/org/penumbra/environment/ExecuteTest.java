package org.penumbra.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.environment.Sandbox.Outcome;

/** Executing a notebook when there is no notebook or no kernel to speak of. */
final class ExecuteTest {
  private static final String NOTEBOOK =
      """
      {"cells": [{"cell_type": "markdown", "id": "a", "metadata": {}, "source": "$x^2$"},
                 {"cell_type": "code", "id": "b", "metadata": {}, "source": "1 + 1",
                  "outputs": [], "execution_count": null}],
       "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
      """;

  @TempDir private Path folder;
  private Sandbox sandbox;

  @BeforeEach
  void machine() throws IOException {
    sandbox = new Sandbox(folder);
    Files.writeString(sandbox.path("work/some.ipynb"), NOTEBOOK);
  }

  @Test
  void damagedNotebook() throws Exception {
    Files.writeString(sandbox.path("work/some.ipynb"), NOTEBOOK.substring(0, 100));

    assertFailed(execute("java"), "some.ipynb is not a valid notebook");
  }

  @Test
  void unknownKernel() throws Exception {
    assertFailed(execute("no-such"), "no Jupyter kernel is called 'no-such'; installed: ");
  }

  @Test
  void kernelThatDiesAtItsStartShowsItsLastWords() throws Exception {
    kernel("echo cannot find a library >&2; exit 3");

    assertFailed(execute("java"), "starting the kernel 'java'", "cannot find a library");
  }

  @Test
  void executedCopyIsTrustedAndNamesNoPathOfThisMachine() throws Exception {
    Path script = sandbox.path("work/export_it.py");
    Files.writeString(
        script,
        """
        import sys
        from pathlib import Path
        sys.path.insert(0, sys.argv[1])
        import nbformat
        from export import Export
        from nbformat.sign import NotebookNotary
        notebook = nbformat.read(sys.argv[2], as_version=4)
        Export(Path("copy/some.ipynb")).write(notebook)
        print(NotebookNotary().check_signature(nbformat.read("copy/some.ipynb", as_version=4)))
        """);

    Outcome outcome =
        sandbox.python(
            script.toString(),
            sandbox.root().resolve("environment/lib").toString(),
            sandbox.path("work/some.ipynb").toString());

    assertThat(outcome.output().strip()).isEqualTo("True");
    try (var files = Files.list(sandbox.path("work/copy"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("some.ipynb", "some.html");
    }
    assertThat(Files.readString(sandbox.path("work/copy/some.html")))
        .contains("x^2", "MathJax")
        .doesNotContain("file://", "/usr/share", folder.toString());
  }

  private void kernel(String command) throws IOException {
    Path spec = sandbox.path("home/.local/share/jupyter/kernels/java");
    Files.createDirectories(spec);
    Files.writeString(
        spec.resolve("kernel.json"),
        "{\"argv\": [\"/bin/sh\", \"-c\", \""
            + command
            + "\", \"{connection_file}\"],"
            + " \"display_name\": \"Java\", \"language\": \"java\"}");
  }

  private Outcome execute(String kernel) throws Exception {
    return sandbox.python(
        "execute.py",
        "--root",
        sandbox.path("work").toString(),
        "--out",
        sandbox.path("out").toString(),
        "--scale",
        "smoke",
        "--kernel",
        kernel,
        sandbox.path("work/some.ipynb").toString());
  }

  /** Nothing ran, so no copy is left. */
  private void assertFailed(Outcome outcome, String... words) {
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output()).contains("some.ipynb  FAILED").contains(words);
    assertThat(outcome.errors()).doesNotContain("Traceback");
    assertThat(sandbox.path("out")).doesNotExist();
  }
}
