package org.penumbra.data.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Base64;
import org.penumbra.core.PenumbraException;
import org.penumbra.core.RandomKey;

/**
 * Gives a reader mutated files and demands that it reads them or refuses them with a message of its
 * own, without much memory; whatever else happens is reported with the seed that repeats it.
 */
public final class Fuzzer {
  /** What reading a file may allocate, whatever the file claims: this, and so much per byte. */
  private static final long FIXED_BYTES = 24L << 20;

  private static final long BYTES_PER_BYTE = 2_000;

  private final long seed;
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** A fuzzer whose inputs all follow from a seed. */
  public Fuzzer(long seed) {
    this.seed = seed;
  }

  /** Counts of one reader. */
  public record Counts(int inputs, int read, int refused) {}

  /** Reads the good files, then the mutated ones. */
  public Counts run(FuzzTarget target) {
    target.seeds().forEach(good -> check(target, good, "the unchanged file"));
    int read = 0;
    for (int i = 0; i < target.inputs(); i++) {
      RandomKey key = RandomKey.of(seed).with(target.name()).with(i);
      var random = key.generator();
      byte[] file = target.seeds().get(random.nextInt(target.seeds().size()));
      byte[] other = target.seeds().get(random.nextInt(target.seeds().size()));
      byte[] mutated = new Mutation(random).of(file, other);
      String what = target.name() + ", seed " + seed + ", input " + i;
      read += attempt(target, mutated, what) ? 1 : 0;
    }
    return new Counts(target.inputs(), read, target.inputs() - read);
  }

  private void check(FuzzTarget target, byte[] good, String what) {
    assertThat(attempt(target, good, target.name() + ", " + what))
        .as("%s: %s must be read", target.name(), what)
        .isTrue();
  }

  private boolean attempt(FuzzTarget target, byte[] bytes, String what) {
    long before = threads.getCurrentThreadAllocatedBytes();
    boolean read;
    try {
      target.reader().read(bytes);
      read = true;
    } catch (PenumbraException refused) {
      assertThat(refused.getMessage()).as(what).isNotBlank().doesNotStartWith("null");
      read = false;
    } catch (Exception | Error other) {
      throw new AssertionError(what + ": " + other + "\n" + text(bytes), other);
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(allocated)
        .as("%s: bytes allocated for a file of %d bytes%n%s", what, bytes.length, text(bytes))
        .isLessThan(FIXED_BYTES + BYTES_PER_BYTE * bytes.length);
    return read;
  }

  private static String text(byte[] bytes) {
    return bytes.length > 20_000
        ? bytes.length + " bytes"
        : "base64 " + Base64.getEncoder().encodeToString(bytes);
  }
}
