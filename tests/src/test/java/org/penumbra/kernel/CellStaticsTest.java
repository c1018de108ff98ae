package org.penumbra.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What cells may call has the names and signatures of IJava 1.3.0. */
class CellStaticsTest {

  @Test
  void displayHasTheSignaturesOfIJava() {
    assertThat(Display.class.getDeclaredMethods())
        .filteredOn(method -> Modifier.isPublic(method.getModifiers()))
        .extracting(CellStaticsTest::signature)
        .containsExactlyInAnyOrder(
            "static DisplayData render(Object)",
            "static DisplayData render(Object, String...)",
            "static String display(Object)",
            "static String display(Object, String...)",
            "static void updateDisplay(String, Object)",
            "static void updateDisplay(String, Object, String...)");
  }

  @Test
  void theOthersHaveTheSignaturesOfIJava() {
    assertThat(CellStatics.class.getDeclaredMethods())
        .filteredOn(method -> Modifier.isPublic(method.getModifiers()))
        .extracting(CellStaticsTest::signature)
        .containsExactlyInAnyOrder(
            "static JavaKernel getKernelInstance()", "static void printf(String, Object...)");
  }

  @Test
  void cellsCallThemWithoutImport() throws CellFailure {
    try (CellEvaluator evaluator = new CellEvaluator()) {
      assertThat(evaluator.evaluate(new Cell("cell", "getKernelInstance()"))).isNull();
      Object data = evaluator.evaluate(new Cell("cell", "render(null)"));
      assertThat(data).isInstanceOf(DisplayData.class);
    }
  }

  @Test
  void aDisplayDataIsGivenBackAsItIs() {
    DisplayData data = new DisplayData("text");
    assertThat(Display.render(data)).isSameAs(data);
    assertThat(Display.render(data, "text/html")).isSameAs(data);
  }

  @Test
  void outsideAKernelTheMistakeIsNamed() {
    assertThat(JavaKernel.instance()).isNull();
    assertThatThrownBy(() -> Display.display("x"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no Java kernel runs here");
  }

  private static String signature(Method method) {
    String parameters =
        String.join(
            ", ",
            Arrays.stream(method.getParameterTypes())
                .map(type -> type.getSimpleName().replace("[]", "..."))
                .toList());
    return "static %s %s(%s)"
        .formatted(method.getReturnType().getSimpleName(), method.getName(), parameters);
  }
}
