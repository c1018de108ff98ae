package org.penumbra.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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
