package org.penumbra.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every cell of every notebook, in this JVM, at scale smoke on the synthetic set. */
class NotebookSmokeTest {
  @TestFactory
  Stream<DynamicTest> everyNotebookRuns() {
    return NotebookFile.all().stream()
        .map(notebook -> DynamicTest.dynamicTest(notebook.name(), () -> runs(notebook)));
  }

  private static void runs(NotebookFile notebook) {
    assertThat(System.getenv("PENUMBRA_SCALE")).isEqualTo("smoke");
    try (NotebookShell shell = new NotebookShell()) {
      // A shell that silently ran nothing would print nothing.
      String printed = shell.run(notebook);
      assertThat(printed).contains("Penumbra").contains("synthetic");
      assertThat(printed.lines().count()).isGreaterThan(15);
    }
  }

  @Test
  void anExceptionInACellIsAnError() {
    assertThatThrownBy(() -> runCode("int x = 1 / 0;"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("code cell 1")
        .hasMessageContaining("/ by zero");
  }

  @Test
  void anUnknownNameInACellIsAnError() {
    assertThatThrownBy(() -> runCode("int f() { return missing(); }"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("RECOVERABLE");
    assertThatThrownBy(() -> runCode("var y = unknown;"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("unknown");
  }

  private static void runCode(String code) {
    String json =
        """
        {"cells": [{"cell_type": "code", "metadata": {}, "source": ["CODE"]}]}
        """
            .replace("CODE", code);
    try (NotebookShell shell = new NotebookShell()) {
      shell.run(NotebookFile.parse("test", json));
    }
  }
}
