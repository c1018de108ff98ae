package org.penumbra.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;

class MovingAverageTest {
  private final Parameters average = network(1, -2, 7);
  private final Parameters source = network(3, 4, 9);

  private static Parameters network(float first, float second, float mean) {
    Parameters parameters = Parameters.create();
    parameters.add("w", parameters.manager().create(new float[] {first, second}));
    parameters.addBuffer("running_mean", parameters.manager().create(new float[] {mean}));
    return parameters;
  }

  @AfterEach
  void close() {
    average.close();
    source.close();
  }

  @Test
  void weightsFollowAndBuffersDoNot() {
    double[] expected = {1, -2};
    for (int step = 0; step < 50; step++) {
      MovingAverage.update(average, source, 0.9);
      expected[0] = 0.9 * expected[0] + 0.1 * 3;
      expected[1] = 0.9 * expected[1] + 0.1 * 4;
    }
    float[] found = average.get("w").toFloatArray();
    assertThat((double) found[0]).isCloseTo(expected[0], within(1e-5));
    assertThat((double) found[1]).isCloseTo(expected[1], within(1e-5));
    assertThat(average.get("running_mean").toFloatArray()).containsExactly(7);
    assertThat(source.get("w").toFloatArray()).containsExactly(3, 4);
  }

  @Test
  void doublesStayExact() {
    average.convert(DataType.FLOAT64);
    source.convert(DataType.FLOAT64);
    MovingAverage.update(average, source, 0.999);
    assertThat(average.get("w").toDoubleArray()[1])
        .isCloseTo(-2 * 0.999 + 4 * (1 - 0.999), within(1e-15));
  }

  @Test
  void momentumZeroCopiesAndOneKeeps() {
    MovingAverage.update(average, source, 1);
    assertThat(average.get("w").toFloatArray()).containsExactly(1, -2);
    MovingAverage.update(average, source, 0);
    assertThat(average.get("w").toFloatArray()).containsExactly(3, 4);
  }

  @Test
  void nothingIsLeftBehind() {
    int before = average.manager().getManagedArrays().size();
    int others = source.manager().getManagedArrays().size();
    MovingAverage.update(average, source, 0.5);
    assertThat(average.manager().getManagedArrays()).hasSize(before);
    assertThat(source.manager().getManagedArrays()).hasSize(others);
  }

  @Test
  void anotherNetworkIsRefused() {
    source.add("head", source.manager().create(new float[] {1}));
    assertThatThrownBy(() -> MovingAverage.update(average, source, 0.9))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage(
            "weights that an average follows must be of the same names, [w], found [w, head].");
    average.add("head", average.manager().create(new float[] {1, 2}));
    assertThatThrownBy(() -> MovingAverage.update(average, source, 0.9))
        .hasMessage("shape of head must be (2), found (1).");
    assertThatThrownBy(() -> MovingAverage.update(average, source, 1.5))
        .hasMessage("momentum must be between 0.0 and 1.0, found 1.5.");
    assertThat(average.get("w").toFloatArray()).containsExactly(1, -2);
  }
}
