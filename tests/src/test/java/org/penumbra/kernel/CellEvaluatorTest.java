package org.penumbra.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values, variables and errors of cells, without the wire. */
class CellEvaluatorTest {

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
  void givesTheLastValueAsALiveObject() throws CellFailure {
    assertThat(evaluate("1 + 1")).isEqualTo(2);
    assertThat(evaluate("var list = new ArrayList<String>();\nlist.add(\"a\");\nlist"))
        .isInstanceOf(ArrayList.class)
        .isEqualTo(List.of("a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  \n",
        "// only a comment",
        "int x = 3;",
        "Object o = null;\no",
        "void f() {}"
      })
  void givesNullWhereThereIsNoValue(String text) throws CellFailure {
    assertThat(evaluate(text)).isNull();
  }

  @Test
  void importsWhatIJavaImports() throws CellFailure {
    assertThat(
            evaluate(
                "List.of(BigInteger.ONE, new StringReader(\"\"), URI.create(\"a:b\"),"
                    + " new Semaphore(1), Pattern.compile(\"a\"), Stream.of(1)).size()"))
        .isEqualTo(6);
  }

  @Test
  void seesTheClassPathAndSetsTheContextLoader() throws CellFailure {
    assertThat(evaluate("org.penumbra.kernel.JavaKernel.class")).isEqualTo(JavaKernel.class);
    assertThat(
            evaluate(
                "class Here {}\n"
                    + "Class.forName(Here.class.getName(), false,"
                    + " Thread.currentThread().getContextClassLoader()) == Here.class"))
        .isEqualTo(true);
  }

  @Test
  void runsEveryCellOnTheSameThread() throws CellFailure {
    assertThat(evaluate("Thread.currentThread()")).isSameAs(evaluate("Thread.currentThread()"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import java.awt.*;\nimport java.awt.image.*;",
        "\n\nimport java.awt.*;",
        "// a comment\nimport java.awt.*;",
        "/* a\n comment */ import java.awt.*;",
        "import static java.lang.Math.*;\nimport static java.lang.Character.*;",
      })
  void starImportsResetNoVariable(String imports) throws CellFailure {
    evaluate("var kept = new ArrayList<String>();\nkept.add(\"a\");");
    evaluate(imports);
    assertThat(evaluate("kept")).isEqualTo(List.of("a"));
  }

  @Test
  void tellsWhichVariablesANewClassReset() throws CellFailure {
    evaluate("class P { int x; }\nP p = new P();");
    assertThat(errorOutput("class P { int y; }")).contains("lost their values: p.");
    assertThat(evaluate("p")).isNull();
  }

  @Test
  void tellsNothingWhenTheCellSetsTheVariableAnew() throws CellFailure {
    evaluate("class P { int x; }\nP p = new P();");
    assertThat(errorOutput("class P { int y; }\nvar p = new P();")).isEmpty();
    assertThat(evaluate("p")).isNotNull();
  }

  @Test
  void marksTheSpanOfACompileErrorOnTheLineOfTheCell() {
    CellFailure failure = fail("int a = 1;\n\n// comment\nint b = a +\n    missing * 2;");
    assertThat(failure.errorName()).isEqualTo("CompilationException");
    assertThat(failure).hasMessage("cannot find symbol, symbol: variable missing (cell, line 5)");
    assertThat(failure.plainReport())
        .isEqualTo(
            """
            CompilationException: cannot find symbol
              symbol: variable missing
              cell, line 5:
               3 | // comment
               4 | int b = a +
               5 |     missing * 2;
                 |     ^^^^^^^""");
    assertThat(String.join("\n", failure.report())).contains("\u001b[1;37;41mmissing\u001b[0m");
  }

  @Test
  void keepsWhatStandsAboveTheError() throws CellFailure {
    fail("int kept = 7;\nint bad = ;");
    assertThat(evaluate("kept")).isEqualTo(7);
  }

  @Test
  void namesWhatADeclarationMisses() {
    assertThat(fail("class A extends Missing {}"))
        .hasMessageContaining("A needs what is not declared yet: class Missing");
    CellFailure late = fail("int g() { return later(1) + other; }\ng()");
    assertThat(late.errorName()).isEqualTo("UnresolvedReferenceException");
    assertThat(late).hasMessageContaining("method later(int), variable other");
  }

  @Test
  void acceptsWhatIsDeclaredLater() throws CellFailure {
    evaluate("int g() { return later(1); }");
    assertThat(evaluate("int later(int n) { return n + 1; }\ng()")).isEqualTo(2);
  }

  @Test
  void saysWhereUnfinishedCodeStarts() {
    CellFailure failure = fail("int a = 1;\nint b = (1 +\n");
    assertThat(failure.errorName()).isEqualTo("IncompleteSourceException");
    assertThat(failure).hasMessageContaining("line 2").hasMessageContaining("left open");
  }

  @Test
  void showsCellAndLineOfEveryFrame() throws CellFailure {
    evaluator.evaluate(
        new Cell("cell 1", "\nint half(int n) {\n  return n / (n - n);\n}\nint x = 1;"));
    CellFailure failure =
        catchThrowableOfType(
            CellFailure.class,
            () -> evaluator.evaluate(new Cell("cell 2", "int y = 1;\n\nhalf(4);")));
    assertThat(failure.errorName()).isEqualTo("ArithmeticException");
    assertThat(failure.plainReport())
        .isEqualTo(
            """
            java.lang.ArithmeticException: / by zero
              cell 1, line 3:
               3 | return n / (n - n);
                at half (cell 1, line 3)
                at cell 2, line 3""");
  }

  @Test
  void printsTheCauseChain() {
    CellFailure failure =
        fail(
            """
            void inner() throws IOException { throw new IOException("disk"); }
            void outer() {
              try { inner(); } catch (IOException e) { throw new IllegalStateException("outer", e); }
            }
            outer();
            """);
    assertThat(failure.errorName()).isEqualTo("IllegalStateException");
    assertThat(failure).hasMessage("outer");
    assertThat(failure.plainReport())
        .contains("Caused by: java.io.IOException: disk\n    at inner (cell, line 1)")
        .doesNotContain("REPL", "jdk.", "penumbra", "reflect");
  }

  @Test
  void namesExceptionsDeclaredInCells() {
    CellFailure failure =
        fail("class Odd extends Exception { Odd() { super(\"o\"); } }\nthrow new Odd();");
    assertThat(failure.errorName()).isEqualTo("Odd");
    assertThat(failure.plainReport()).startsWith("Odd: o\n  cell, line 2:");
  }

  @Test
  void shortensDeepRecursion() {
    CellFailure failure = fail("int down(int n) { return down(n + 1); }\ndown(0)");
    assertThat(failure.errorName()).isEqualTo("StackOverflowError");
    assertThat(failure.report()).hasSizeLessThan(25).anyMatch(line -> line.contains("more"));
  }

  @Test
  void survivesErrorsOfTheCell() throws CellFailure {
    assertThat(fail("throw new OutOfMemoryError(\"mine\");").errorName())
        .isEqualTo("OutOfMemoryError");
    assertThat(evaluate("2 + 2")).isEqualTo(4);
  }

  @Test
  void countsLinesWithWindowsLineEnds() {
    assertThat(fail("int a = 1;\r\nint b = nowhere;")).hasMessageContaining("line 2");
  }

  private Object evaluate(String text) throws CellFailure {
    return evaluator.evaluate(new Cell("cell", text));
  }

  private CellFailure fail(String text) {
    CellFailure failure = catchThrowableOfType(CellFailure.class, () -> evaluate(text));
    assertThat(failure).as("the failure of %s", text).isNotNull();
    return failure;
  }

  private String errorOutput(String text) throws CellFailure {
    PrintStream before = System.err;
    ByteArrayOutputStream caught = new ByteArrayOutputStream();
    System.setErr(new PrintStream(caught, true, StandardCharsets.UTF_8));
    try {
      evaluate(text);
    } finally {
      System.setErr(before);
    }
    return caught.toString(StandardCharsets.UTF_8);
  }
}
