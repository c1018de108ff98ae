package org.penumbra.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Completion, inspection, is-complete. A bar in a text stands for the cursor. Documentation follows
 * a signature only where the JDK's sources are installed.
 */
class CodeAssistantTest {

  private static CellEvaluator evaluator;
  private static CodeAssistant assistant;

  @BeforeAll
  static void open() throws CellFailure {
    evaluator = new CellEvaluator();
    evaluator.evaluate(new Cell("cell", "String hello = \"x\";"));
    assistant = new CodeAssistant(evaluator);
  }

  @AfterAll
  static void close() {
    evaluator.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello.toUp|",
        "int k = 1;\nhello.toUp|",
        "String hello2 = \"\";\nhello2.toUp|",
        "import java.awt.*;\nhello.toUp|",
        "class Q { int w; }\nhello.toUp|",
        "%jars x.jar\nhello.toUp|",
        "hello.toUp|; int rest = 0;",
      })
  void completesMembers(String marked) {
    int cursor = marked.indexOf('|');
    ReplacementOptions options = assistant.complete(marked.replace("|", ""), cursor);
    assertThat(options.getReplacements()).anyMatch(text -> text.startsWith("toUpperCase("));
    assertThat(marked.substring(options.getSourceStart(), options.getSourceEnd()))
        .isEqualTo("toUp");
  }

  @Test
  void completesMagics() {
    ReplacementOptions options = assistant.complete("int a;\n%ja", 10);
    assertThat(options.getReplacements()).containsExactly("%jars");
    assertThat(options.getSourceStart()).isEqualTo(7);
  }

  @Test
  void completesNothingUnknown() {
    assertThat(assistant.complete("noSuchThing.abc", 15)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Math.m|ax(1, 2)",
        "Math.max|(1, 2)",
        "Math.max(|1, 2)",
        "import java.awt.*;\nMath.max(|",
        "int k = Math.ma|x (1, 2);",
      })
  void inspectsMethods(String marked) {
    assertThat(inspect(marked)).anyMatch(text -> text.startsWith("int Math.max(int a, int b)"));
  }

  @Test
  void inspectsVariablesAndTypes() {
    assertThat(inspect("hel|lo")).containsExactly("hello:java.lang.String");
    assertThat(inspect("Str|ing")).anyMatch(text -> text.startsWith("java.lang.String"));
    assertThat(inspect("noSuchThing|")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + 1                 | complete",
        "int a = 1             | complete",
        "''                    | complete",
        "// only this          | complete",
        "%jars x.jar           | complete",
        "int a = ;             | invalid",
      })
  void judgesWholeTexts(String text, String expected) {
    assertThat(assistant.isComplete(text)).isEqualTo(expected);
  }

  @Test
  void indentsOpenTexts() {
    assertThat(assistant.isComplete("for (;;) {")).isEqualTo("    ");
    assertThat(assistant.isComplete("int a = 1;\n  foo(1,")).isEqualTo("      ");
    assertThat(assistant.isComplete("class A {\n  void m() {\n  }")).isEqualTo("  ");
    assertThat(assistant.isComplete("%jars x.jar\nif (true) {")).isEqualTo("    ");
  }

  private static List<String> inspect(String marked) {
    return assistant.inspect(marked.replace("|", ""), marked.indexOf('|'));
  }
}
