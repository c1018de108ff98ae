package org.penumbra.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.embed.Embeddings;
import org.penumbra.tensor.Parameters;

class LinearRecipeTest {
  private static double deviation(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum / values.length);
  }

  /** Xavier: variance 2 / (256 + 60). */
  @Test
  void weightsStartAsPublished() {
    for (LinearRecipe recipe : List.of(LinearRecipe.pstl(), LinearRecipe.skeletonClr())) {
      double expected = recipe.equals(LinearRecipe.pstl()) ? Math.sqrt(2.0 / 316) : 0.02;
      try (Parameters fresh = recipe.classifier(256, 60, RandomKey.of(3))) {
        assertThat(deviation(fresh.get("weight").toFloatArray()))
            .isCloseTo(expected, within(0.03 * expected));
        assertThat(fresh.get("bias").toFloatArray()).containsOnly(0);
      }
    }
  }

  @Test
  void theSettingsAreSaid() {
    assertThat(LinearEvaluation.skeletonClr().describe())
        .isEqualTo(
            "100 epochs of batch 128, sgd, learning rate 3.0, a tenth after epochs [80], start of"
                + " deviation 0.02, whole batches only, features as they are, seed 1");
    assertThat(LinearEvaluation.published().describe())
        .isEqualTo(
            "150 epochs of batch 128, adam, learning rate 0.01, cosine, Xavier start, features as"
                + " they are, seed 1");
  }

  /** With 5 clips in batches of 4 each epoch has one step of four clips, another four each time. */
  @Test
  void aBatchThatIsNotFullIsLeftOut() {
    Embeddings five =
        new Embeddings(
            List.of("a", "b"), new int[] {0, 1, 0, 1, 0}, 1, new float[] {1, 2, 3, 4, 5});
    LinearEvaluation whole = LinearEvaluation.skeletonClr().withBatchSize(4).withEpochs(1);
    LinearRecipe recipe = LinearRecipe.skeletonClr();
    LinearRecipe all = new LinearRecipe(recipe.optimiser(), recipe.rate(), recipe.start(), false);
    assertThat(whole.evaluate(five, five).lastPredictions().scores())
        .isNotEqualTo(whole.withRecipe(all).evaluate(five, five).lastPredictions().scores());
    assertThatThrownBy(() -> whole.withBatchSize(6).evaluate(five, five))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("batch size must be at most the 5 training clips, found 6.");
  }
}
