package org.penumbra.impute.knn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CandidateOrderTest {
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void givesAllDonorsByBoundAndIndex(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] bounds = new float[random.nextInt(1, 2000)];
    boolean ties = random.nextBoolean();
    for (int i = 0; i < bounds.length; i++) {
      float bound = ties ? random.nextInt(5) - 2 : (float) random.nextDouble(-0.1, 1);
      bounds[i] = random.nextInt(10) == 0 ? Float.NaN : bound;
    }
    int without = random.nextInt(-1, bounds.length);
    List<Integer> expected =
        IntStream.range(0, bounds.length)
            .filter(i -> i != without && !Float.isNaN(bounds[i]))
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(i -> bounds[i]).thenComparing(i -> i))
            .toList();
    CandidateOrder order = new CandidateOrder(bounds.length);
    for (int round = 0; round < 2; round++) { // it is used again and again
      order.start(bounds, without);
      List<Integer> found = new ArrayList<>();
      while (order.hasNext()) {
        float bound = order.bound();
        found.add(order.next());
        assertThat(bound).isEqualTo(bounds[found.get(found.size() - 1)]);
      }
      assertThat(found).isEqualTo(expected);
    }
  }

  static IntStream seeds() {
    return IntStream.range(0, 20);
  }
}
