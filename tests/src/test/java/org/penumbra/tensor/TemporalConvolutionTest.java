package org.penumbra.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both forms of the temporal convolution against the sum written out, and beside each other. */
class TemporalConvolutionTest {
  private static final long SEED = 5;

  private final NDManager manager = Compute.newManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private NDArray random(long seed, DataType type, long... shape) {
    Shape s = new Shape(shape);
    double[] values = new SplittableRandom(seed).doubles(s.size(), -1, 1).toArray();
    return manager.create(values, s).toType(type, false);
  }

  private static NDArray fourier(NDArray x, NDArray weight) {
    return Ops.fourierConvolution(x, weight, Precision.FLOAT32);
  }

  private static NDArray direct(NDArray x, NDArray weight) {
    return Ops.directConvolution(x, weight, null, 1);
  }

  /** Odd and even circles, a clip shorter than the kernel, one frame. */
  @ParameterizedTest
  @CsvSource({"13, 9", "8, 9", "50, 9", "3, 9", "1, 9", "7, 3", "6, 1"})
  void bothFormsAreTheSumOverTheTaps(int frames, int taps) {
    int in = 3;
    int out = 4;
    NDArray x = random(SEED, DataType.FLOAT64, 2, in, 1, frames);
    NDArray weight = random(SEED + 1, DataType.FLOAT64, out, in, taps, 1);
    double[] xs = x.toDoubleArray();
    double[] ws = weight.toDoubleArray();
    double[] first = fourier(x, weight).toDoubleArray();
    double[] second = direct(x, weight).toDoubleArray();
    for (int i = 0; i < 2 * out * frames; i++) {
      int frame = i % frames;
      int channel = i / frames % out;
      int row = i / frames / out;
      double sum = 0;
      for (int c = 0; c < in; c++) {
        for (int tap = 0; tap < taps; tap++) {
          int source = frame + tap - taps / 2;
          if (source >= 0 && source < frames) {
            sum += ws[(channel * in + c) * taps + tap] * xs[(row * in + c) * frames + source];
          }
        }
      }
      assertThat(first[i]).as("by frequencies, element %d", i).isCloseTo(sum, within(1e-12));
      assertThat(second[i]).as("by taps, element %d", i).isCloseTo(sum, within(1e-12));
    }
  }

  @Test
  void gradientsOfBothFormsAgree() {
    double[][] first = gradients(TemporalConvolutionTest::fourier, DataType.FLOAT64);
    double[][] second = gradients(TemporalConvolutionTest::direct, DataType.FLOAT64);
    for (int i = 0; i < 2; i++) {
      assertThat(largestDifference(first[i], second[i])).isLessThan(1e-11);
    }
  }

  /** Rounding of products per frequency is no worse than that of the sum over taps. */
  @Test
  void inFloat32TheFourierFormIsAsExactAsTheDirectOne() {
    double[][] exact = gradients(TemporalConvolutionTest::direct, DataType.FLOAT64);
    double[][] fourier = gradients(TemporalConvolutionTest::fourier, DataType.FLOAT32);
    for (int i = 0; i < 2; i++) {
      double size = largestDifference(exact[i], new double[exact[i].length]);
      assertThat(largestDifference(fourier[i], exact[i]) / size).isLessThan(2e-6);
    }
  }

  /** Wide enough for the form by frequency, and narrow enough for the sum over taps. */
  @ParameterizedTest
  @CsvSource({"128", "32"})
  void inBfloat16BothFormsAreRightToOnePercent(int channels) {
    NDArray x = random(SEED, DataType.FLOAT32, 6, channels, 1, 13);
    NDArray weight = random(SEED + 1, DataType.FLOAT32, channels, channels, 9, 1);
    NDArray bias = random(SEED + 2, DataType.FLOAT32, channels);
    double[] exact = doubles(Ops.temporalConvolution(x, weight, bias, 1, Precision.FLOAT32));
    NDArray low = Precision.BFLOAT16.round(x);
    NDArray y = Ops.temporalConvolution(low, weight, bias, 1, Precision.BFLOAT16);
    double[] found = doubles(Precision.BFLOAT16.widen(y));
    double size = largestDifference(exact, new double[exact.length]);
    assertThat(largestDifference(found, exact) / size).isBetween(1e-5, 0.01);
  }

  private double[][] gradients(BinaryOperator<NDArray> form, DataType type) {
    NDArray x = random(SEED, type, 6, 32, 1, 13);
    NDArray weight = random(SEED + 1, type, 48, 32, 9, 1);
    NDArray factors = random(SEED + 2, type, 6, 48, 1, 13);
    x.setRequiresGradient(true);
    weight.setRequiresGradient(true);
    try (GradientCollector collector = Compute.engine().newGradientCollector()) {
      collector.backward(form.apply(x, weight).mul(factors).sum());
    }
    return new double[][] {doubles(x.getGradient()), doubles(weight.getGradient())};
  }

  private static double[] doubles(NDArray tensor) {
    return tensor.toType(DataType.FLOAT64, true).toDoubleArray();
  }

  private static double largestDifference(double[] a, double[] b) {
    assertThat(a).hasSameSizeAs(b);
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }
}
