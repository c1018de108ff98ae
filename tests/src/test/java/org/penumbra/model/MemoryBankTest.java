package org.penumbra.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.tensor.TensorScope;

class MemoryBankTest {
  private static NDArray keys(MemoryBank bank, float value) {
    NDArray keys = bank.parameters().manager().zeros(new Shape(2, 3));
    return keys.add(value).toType(bank.rows().getDataType(), false);
  }

  /** First number of each row. */
  private static double[] firsts(MemoryBank bank) {
    double[] rows = ReferenceWeights.doubles(bank.rows());
    double[] firsts = new double[rows.length / 3];
    Arrays.setAll(firsts, i -> rows[3 * i]);
    return firsts;
  }

  @Test
  void itBeginsWithDirectionsOfLengthOneThatFillTheSphere() {
    try (MemoryBank bank = new MemoryBank(2000, 3, RandomKey.of(5))) {
      float[] rows = bank.rows().toFloatArray();
      double[] mean = new double[3];
      for (int i = 0; i < rows.length; i += 3) {
        double square = 0;
        for (int d = 0; d < 3; d++) {
          square += rows[i + d] * rows[i + d];
          mean[d] += rows[i + d] / 2000;
        }
        assertThat(square).isCloseTo(1, within(1e-6));
      }
      assertThat(mean).as("seed 5").containsExactly(new double[3], within(0.06)); // 4.6 deviations
      assertThat(bank.pointer()).isZero();
      assertThat(bank.parameters().weights()).as("no gradient").isEmpty();
    }
  }

  @Test
  void newKeysOverwriteTheOldest() {
    for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT64}) {
      try (MemoryBank bank = new MemoryBank(6, 3, RandomKey.of(5));
          TensorScope scope = TensorScope.open()) {
        scope.holds();
        bank.parameters().convert(type);
        double last = firsts(bank)[5];
        bank.enqueue(keys(bank, 1));
        bank.enqueue(keys(bank, 2));
        assertThat(Arrays.copyOf(firsts(bank), 4)).containsExactly(1, 1, 2, 2);
        assertThat(firsts(bank)[5]).isEqualTo(last);
        assertThat(bank.pointer()).isEqualTo(4);
        bank.enqueue(keys(bank, 3));
        assertThat(bank.pointer()).isZero();
        bank.enqueue(keys(bank, 4));
        assertThat(firsts(bank)).containsExactly(4, 4, 2, 2, 3, 3);
      }
    }
  }

  /** A checkpoint copies the parameters; the pointer must be among them. */
  @Test
  void aCopyOfItsParametersGoesOnWhereItWas() {
    try (MemoryBank bank = new MemoryBank(4, 3, RandomKey.of(5));
        MemoryBank copy = new MemoryBank(4, 3, RandomKey.of(6));
        TensorScope scope = TensorScope.open()) {
      scope.holds();
      bank.enqueue(keys(bank, 1));
      copy.parameters().copyFrom(bank.parameters());
      copy.enqueue(keys(copy, 2));
      assertThat(firsts(copy)).containsExactly(1, 1, 2, 2);
    }
  }

  @Test
  void enqueueingLeavesNothingBehind() {
    try (MemoryBank bank = new MemoryBank(4, 3, RandomKey.of(5))) {
      int before = bank.parameters().manager().getManagedArrays().size();
      for (int i = 0; i < 5; i++) {
        try (TensorScope scope = TensorScope.open()) {
          scope.holds();
          bank.enqueue(keys(bank, i));
        }
      }
      assertThat(bank.parameters().manager().getManagedArrays()).hasSize(before);
    }
  }

  @Test
  void keysPastTheEndAndASizeOfZeroAreRefused() {
    try (MemoryBank bank = new MemoryBank(3, 3, RandomKey.of(5));
        TensorScope scope = TensorScope.open()) {
      scope.holds();
      bank.enqueue(keys(bank, 1));
      assertThatThrownBy(() -> bank.enqueue(keys(bank, 2)))
          .isInstanceOf(InvalidOptionException.class)
          .hasMessageContaining("number of keys must be a divisor of the queue size 3, found 2");
    }
    assertThatThrownBy(() -> new MemoryBank(0, 3, RandomKey.of(5)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("queue size");
  }
}
