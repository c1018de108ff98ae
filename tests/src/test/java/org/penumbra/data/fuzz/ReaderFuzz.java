package org.penumbra.data.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damaged files for the readers of one package, more than 100,000 over all of them: each is read
 * rightly or refused with a message; nothing else happens. The seed is fixed, so a failure repeats;
 * {@code -Dfuzz.seed} tries others and {@code -Dfuzz.factor} more.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ReaderFuzz {
  private static final long SEED = Long.getLong("fuzz.seed", 20261121);
  private static final int FACTOR = Integer.getInteger("fuzz.factor", 1);

  /** The readers of the package. */
  protected abstract Stream<FuzzTarget> readers() throws Exception;

  @ParameterizedTest
  @MethodSource("readers")
  @Timeout(900) // a reader that hangs must not hold up everything else
  void everyDamagedFileIsReadRightlyOrRefused(FuzzTarget target) {
    Fuzzer.Counts counts = new Fuzzer(SEED).run(target.times(FACTOR));
    System.out.printf(
        "fuzz %-24s %,7d inputs: %,7d read, %,7d refused%n",
        target.name(), counts.inputs(), counts.read(), counts.refused());
    assertThat(counts.refused()).as("the mutations do harm").isGreaterThan(counts.inputs() / 10);
  }
}
