package org.penumbra.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Locale;
import java.util.function.Supplier;
import org.penumbra.core.Require;

/**
 * How fast this device is, from two short measurements.
 *
 * @param operationsPerSecond floating-point operations of a matrix product, per second
 * @param bytesPerSecond bytes that adding two large arrays reads and writes, per second
 */
public record Calibration(double operationsPerSecond, double bytesPerSecond) {
  private static final int SIDE = 512;
  private static final int NUMBERS = 1 << 22; // 16 MiB each of three arrays, beyond most caches
  private static final int FLOAT = 4; // bytes
  private static final long SPAN = 400_000_000L; // nanoseconds of each measurement
  private static final int MOST_RUNS = 1000;

  /** Checks both rates. */
  public Calibration {
    Require.positive("operations per second", operationsPerSecond);
    Require.positive("bytes per second", bytesPerSecond);
  }

  /** Measures the chosen device in full precision; about a second. */
  public static Calibration measure() {
    return measure(Precision.FLOAT32);
  }

  /** Measures the chosen device, with the matrix product in a precision. */
  public static Calibration measure(Precision precision) {
    try (NDManager manager = Compute.newManager();
        TensorScope scope = TensorScope.open()) {
      scope.holds();
      NDArray a = precision.round(manager.ones(new Shape(SIDE, SIDE)));
      NDArray x = manager.ones(new Shape(NUMBERS));
      double product = fastest(() -> precision.widen(a.matMul(a)));
      double sum = fastest(() -> x.add(x));
      return new Calibration(2.0 * SIDE * SIDE * SIDE / product, 2.0 * NUMBERS * FLOAT / sum);
    }
  }

  /** Seconds of the fastest run; one number is read so that a GPU has really done it. */
  private static double fastest(Supplier<NDArray> work) {
    long best = Long.MAX_VALUE;
    long start = System.nanoTime();
    for (int run = 0; run < MOST_RUNS && (run < 2 || System.nanoTime() - start < SPAN); run++) {
      long from = System.nanoTime();
      try (NDArray result = work.get();
          NDArray flat = result.reshape(-1);
          NDArray first = flat.get(0)) {
        first.getFloat();
      }
      best = Math.min(best, System.nanoTime() - from);
    }
    return Math.max(1, best) / 1e9;
  }

  /** One line for people. */
  public String describe() {
    return String.format(
        Locale.ROOT,
        "%.0f GFLOP/s in a matrix product, %.1f GB/s of memory",
        operationsPerSecond / 1e9,
        bytesPerSecond / 1e9);
  }
}
