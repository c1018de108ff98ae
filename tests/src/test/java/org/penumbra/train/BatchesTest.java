package org.penumbra.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.core.RandomKey;

class BatchesTest {
  private static final RandomKey SEED = RandomKey.of(1);

  private static int[] order(List<Batch> batches) {
    return batches.stream().flatMapToInt(b -> IntStream.of(b.samples())).toArray();
  }

  @ParameterizedTest
  @CsvSource({"10, 4, 3", "9, 4, 2", "8, 4, 2", "2, 128, 1", "5, 2, 2"})
  void everySampleComesOnceAndNoBatchHasOneSample(int samples, int size, int batches) {
    List<Batch> epoch = Batches.of(samples, size, false, 0, SEED);
    assertThat(epoch).hasSize(batches).allMatch(batch -> batch.size() >= 2);
    assertThat(order(epoch)).containsExactlyInAnyOrder(IntStream.range(0, samples).toArray());
  }

  @Test
  void orderFollowsFromSeedAndEpochAlone() {
    int[] first = order(Batches.of(100, 10, false, 3, SEED));
    assertThat(order(Batches.of(100, 10, false, 3, SEED))).isEqualTo(first);
    assertThat(order(Batches.of(100, 10, false, 4, SEED))).isNotEqualTo(first);
    assertThat(order(Batches.of(100, 10, false, 3, RandomKey.of(2)))).isNotEqualTo(first);
  }

  @Test
  void keysDifferByStepAndEpoch() {
    List<RandomKey> keys =
        IntStream.range(0, 3)
            .boxed()
            .flatMap(epoch -> Batches.of(100, 10, false, epoch, SEED).stream().map(Batch::key))
            .toList();
    assertThat(keys).doesNotHaveDuplicates().hasSize(30);
  }

  @Test
  void aLastBatchThatIsNotFullCanBeLeftOut() {
    List<Batch> epoch = Batches.of(13, 4, true, 0, SEED);
    assertThat(epoch).hasSize(3).allMatch(batch -> batch.size() == 4);
    assertThat(order(epoch)).doesNotHaveDuplicates();
    assertThat(Batches.of(3, 4, true, 0, SEED)).isEmpty();
  }

  @Test
  void aSampleHasOneKeyPerEpochWhateverItsBatch() {
    Batch one = Batches.of(10, 5, false, 0, SEED).get(0);
    Batch another = Batches.of(10, 2, false, 0, SEED).get(3);
    Batch later = Batches.of(10, 5, false, 1, SEED).get(0);
    assertThat(one.sampleKey(7)).isEqualTo(another.sampleKey(7));
    assertThat(one.sampleKey(7)).isNotEqualTo(later.sampleKey(7)).isNotEqualTo(one.sampleKey(6));
  }
}
