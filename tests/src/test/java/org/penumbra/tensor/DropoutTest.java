package org.penumbra.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.penumbra.core.RandomKey;

class DropoutTest {
  private final NDManager manager = Compute.newManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private float[] drop(Dropout dropout, int size) {
    return dropout.apply(manager.ones(new Shape(size))).toFloatArray();
  }

  @Test
  void halfOfTheElementsGoAndTheRestDoubles() {
    Dropout dropout = new Dropout();
    dropout.begin(RandomKey.of(1));
    float[] y = drop(dropout, 100_001);
    int kept = 0;
    for (float value : y) {
      assertThat(value).isIn(0f, 2f);
      kept += value == 2 ? 1 : 0;
    }
    assertThat(kept / 100_001.0).isCloseTo(0.5, within(0.008)); // five standard deviations
  }

  @Test
  void everyPlaceInAByteIsFair() {
    Dropout dropout = new Dropout();
    dropout.begin(RandomKey.of(2));
    float[] y = drop(dropout, 64_000);
    for (int place = 0; place < 64; place++) {
      int kept = 0;
      for (int i = place; i < y.length; i += 64) {
        kept += y[i] == 2 ? 1 : 0;
      }
      assertThat(kept).as("place %d", place).isBetween(420, 580);
    }
  }

  @Test
  void sameKeySameMaskAndLayersDiffer() {
    Dropout first = new Dropout();
    first.begin(RandomKey.of(3));
    float[] layer0 = drop(first, 500);
    float[] layer1 = drop(first, 500);
    Dropout second = new Dropout();
    second.begin(RandomKey.of(3));
    assertThat(drop(second, 500)).isEqualTo(layer0);
    assertThat(layer1).isNotEqualTo(layer0);
    first.begin(RandomKey.of(4));
    assertThat(drop(first, 500)).isNotEqualTo(layer0);
  }
}
