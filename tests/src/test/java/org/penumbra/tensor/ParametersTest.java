package org.penumbra.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.penumbra.core.InvalidOptionException;

class ParametersTest {
  private final Parameters parameters = Parameters.create();

  @AfterEach
  void close() {
    parameters.close();
  }

  @Test
  void fingerprintFollowsEveryNumber() {
    parameters.add("w", parameters.manager().create(new float[] {1, 2}));
    parameters.addBuffer("mean", parameters.manager().create(new float[] {0}));
    String before = parameters.fingerprint();
    parameters.set("mean", new float[] {1e-7f});
    String after = parameters.fingerprint();
    parameters.set("mean", new float[] {0});
    assertThat(after).hasSize(64).isNotEqualTo(before);
    assertThat(parameters.fingerprint()).isEqualTo(before);
  }

  /** Numbers of either type into tensors of either type, one and a third of which say which. */
  @ParameterizedTest
  @EnumSource(
      value = DataType.class,
      names = {"FLOAT32", "FLOAT64"})
  void numbersOfAnyTypeAreSetInTensorsOfAnyType(DataType own) {
    double third = 1.0 / 3;
    double kept = own == DataType.FLOAT64 ? third : (float) third;
    parameters.add("w", parameters.manager().create(new float[] {1, 2}));
    parameters.addBuffer("mean", parameters.manager().create(new float[] {7}));
    parameters.convert(own);

    parameters.set("w", new float[] {(float) third, -3});
    assertThat(doubles("w")).containsExactly((float) third, -3);
    try (NDArray values = parameters.manager().create(new double[] {third, 4})) {
      parameters.set("w", values);
      assertThat(values.toDoubleArray()).as("source").containsExactly(third, 4);
    }
    assertThat(doubles("w")).containsExactly(kept, 4);
    try (NDArray values = parameters.manager().create(new long[] {5, 6})) {
      parameters.set("w", values);
    }
    assertThat(doubles("w")).containsExactly(5, 6);
    assertThat(parameters.get("w").getDataType()).isEqualTo(own);
    assertThat(parameters.get("w").hasGradient()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"FLOAT32,FLOAT32", "FLOAT32,FLOAT64", "FLOAT64,FLOAT32", "FLOAT64,FLOAT64"})
  void aNetworkIsCopiedFromOneOfAnyType(DataType own, DataType other) {
    parameters.add("w", parameters.manager().create(new float[] {1, 2}));
    parameters.addBuffer("mean", parameters.manager().create(new float[] {7}));
    try (Parameters source = Parameters.create()) {
      source.add("w", source.manager().create(new float[] {3, 0.1f}));
      source.addBuffer("mean", source.manager().create(new float[] {-5}));
      source.convert(other);
      parameters.convert(own);
      int before = parameters.manager().getManagedArrays().size();
      parameters.copyFrom(source);
      assertThat(doubles("w")).containsExactly(3, 0.1f);
      assertThat(doubles("mean")).containsExactly(-5);
      assertThat(parameters.manager().getManagedArrays()).hasSize(before);
      assertThat(parameters.get("mean").hasGradient()).isFalse();
    }
  }

  private double[] doubles(String name) {
    try (NDArray plain = parameters.get(name).toType(DataType.FLOAT64, true)) {
      return plain.toDoubleArray();
    }
  }

  @Test
  void buffersAreNotCountedAsLearned() {
    parameters.add("w", parameters.manager().create(new float[] {1, 2}));
    parameters.addBuffer("mean", parameters.manager().create(new float[] {0}));
    assertThat(parameters.count()).isEqualTo(2);
    assertThat(parameters.names()).containsExactly("w", "mean");
  }

  @Test
  void unknownNameListsTheKnown() {
    parameters.add("w", parameters.manager().create(new float[] {1, 2}));
    assertThatThrownBy(() -> parameters.get("v"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("parameter must be one of [w], found 'v'.");
    assertThatThrownBy(() -> parameters.set("w", new float[3])).hasMessageContaining("2 numbers");
  }
}
