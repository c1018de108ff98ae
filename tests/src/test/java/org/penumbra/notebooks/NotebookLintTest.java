package org.penumbra.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Guards the rules for notebooks; each rule is shown to catch its breach. */
class NotebookLintTest {
  private static final String GOOD =
      """
      {"cells": [
        {"cell_type": "markdown", "id": "a", "metadata": {}, "source": ["# Title\\n", "Words."]},
        {"cell_type": "code", "id": "b", "metadata": {}, "execution_count": null, "outputs": [],
         "source": ["import java.util.*;\\n", "import org.penumbra.notebook.*;"]},
        {"cell_type": "code", "id": "c", "metadata": {}, "execution_count": null, "outputs": [],
         "source": ["Notebook.start();"]},
        {"cell_type": "code", "id": "d", "metadata": {"tags": ["result"]}, "execution_count": null,
         "outputs": [], "source": ["var x = 1;\\n", "Notebook.show(x);"]},
        {"cell_type": "markdown", "id": "e", "metadata": {},
         "source": ["## Paper and ours\\n", "Words.\\n", "## What to try next\\n", "1. More."]}],
       "metadata": {"kernelspec": {"display_name": "Java", "language": "java", "name": "java"}},
       "nbformat": 4, "nbformat_minor": 5}
      """;

  @TestFactory
  Stream<DynamicTest> everyNotebookKeepsTheRules() {
    List<NotebookFile> notebooks = NotebookFile.all();
    assertThat(notebooks).isNotEmpty();
    return notebooks.stream()
        .map(
            notebook ->
                DynamicTest.dynamicTest(
                    notebook.name(), () -> assertThat(NotebookRules.breaches(notebook)).isEmpty()));
  }

  @Test
  void aGoodNotebookHasNoBreach() {
    assertThat(NotebookRules.breaches(NotebookFile.parse("good", GOOD))).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> everyRuleCatchesItsBreach() {
    Map<String, String[]> breaches =
        Map.ofEntries(
            Map.entry("4.5", new String[] {"\"nbformat_minor\": 5", "\"nbformat_minor\": 4"}),
            Map.entry("kernelspec", new String[] {"\"name\": \"java\"", "\"name\": \"python3\""}),
            Map.entry("id of its own", new String[] {"\"id\": \"d\"", "\"id\": \"c\""}),
            Map.entry("with outputs", new String[] {"\"outputs\": [],", "\"outputs\": [{}],"}),
            Map.entry("imports and nothing", new String[] {"import java.util.*;", "int y = 2;"}),
            Map.entry("Notebook.start()", new String[] {"Notebook.start();", "int z = 3;"}),
            Map.entry("10 lines", new String[] {"var x = 1;\\n", "\\n".repeat(10)}),
            Map.entry("null variables", new String[] {"var x = 1;", "import java.io.*;"}),
            Map.entry("a magic", new String[] {"var x = 1;", "%maven a:b:c"}),
            Map.entry("own static", new String[] {"var x = 1;", "display(1);"}),
            Map.entry("a type", new String[] {"var x = 1;", "record P(int x) {}"}),
            Map.entry("static member", new String[] {"var x = 1;", "static int x = 1;"}),
            Map.entry("assert", new String[] {"var x = 1;", "assert 1 == 2;"}),
            Map.entry("error stream", new String[] {"var x = 1;", "System.err.println();"}),
            Map.entry("kills the kernel", new String[] {"var x = 1;", "System.exit(1);"}),
            Map.entry("one machine", new String[] {"var x = 1;", "var x = \\\"/home/me\\\";"}),
            Map.entry("tag result", new String[] {"\"result\"", "\"other\""}),
            Map.entry("prose with a title", new String[] {"# Title", "No title"}),
            Map.entry("What to try next", new String[] {"## What to try next", "## The end"}),
            Map.entry("from the network", new String[] {"Words.", "<script>x</script>"}));
    return breaches.entrySet().stream()
        .map(
            breach ->
                DynamicTest.dynamicTest(
                    breach.getKey(),
                    () -> {
                      String bad = GOOD.replace(breach.getValue()[0], breach.getValue()[1]);
                      assertThat(bad).isNotEqualTo(GOOD);
                      assertThat(NotebookRules.breaches(NotebookFile.parse("bad", bad)))
                          .anyMatch(line -> line.contains(breach.getKey()));
                    }));
  }
}
