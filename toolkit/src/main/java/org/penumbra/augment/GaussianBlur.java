package org.penumbra.augment;

import java.util.SplittableRandom;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.data.SkeletonClip;

/**
 * Blurs every coordinate along time by a bell of random width, with zeros before the first and
 * after the last frame:
 *
 * <pre>{@code
 * y[t] = sum over k of w[k] x[t + k],   w[k] = exp(-k^2 / (2 sigma^2)),   k = -7 .. 7
 * }</pre>
 *
 * <p>AimCLR's released code does not divide the weights by their sum. So a body at rest is
 * multiplied by 1 at sigma 0.1, by 2.51 at 1 and by 5.01 at 2: the blur is also a random scaling,
 * and that is what the published numbers were made with. {@code normalised} is the other fork.
 *
 * @param taps number of weights, odd; 15 in the paper
 * @param smallest smallest sigma, in frames; 0.1 in the paper
 * @param largest largest sigma, in frames; 2 in the paper
 * @param normalised whether the weights are divided by their sum
 */
public record GaussianBlur(int taps, double smallest, double largest, boolean normalised)
    implements Augmentation {
  /**
   * Weights below this, relative to a middle one of 1, do not show in float32; those far below are
   * denormal, and slow.
   */
  private static final float NOTHING = 1e-10f;

  /** Checks the options. */
  public GaussianBlur {
    Require.inRange("taps of the blur", taps, 1, 1001);
    if (taps % 2 == 0) {
      throw new InvalidOptionException("taps of the blur", "an odd number", taps);
    }
    Require.positive("smallest sigma of the blur", smallest);
    Require.inRange("largest sigma of the blur", largest, smallest, 1000);
  }

  /** 15 taps, sigma from 0.1 to 2, not normalised. */
  public static GaussianBlur published() {
    return new GaussianBlur(15, 0.1, 2, false);
  }

  /** This blur with weights that sum to one, or not. */
  public GaussianBlur withNormalised(boolean value) {
    return new GaussianBlur(taps, smallest, largest, value);
  }

  @Override
  public void apply(View view, SplittableRandom random) {
    double sigma = smallest + (largest - smallest) * random.nextDouble();
    float[] values = view.values();
    float[] source = view.scratch();
    System.arraycopy(values, 0, source, 0, view.size());
    float[] weights = weights(sigma);
    int channel = view.size() / SkeletonClip.CHANNELS;
    int row = channel / view.frames();
    int reached = Math.min(weights.length, view.frames());
    for (int start = 0; start < view.size(); start += channel) {
      multiply(values, weights[0], start, channel);
      for (int k = 1; k < reached && weights[k] > NOTHING; k++) {
        int shift = k * row;
        add(values, start, weights[k], source, start + shift, channel - shift);
        add(values, start + shift, weights[k], source, start, channel - shift);
      }
    }
  }

  /** Weights at distances 0, 1, ... frames. */
  float[] weights(double sigma) {
    float[] weights = new float[taps / 2 + 1];
    double sum = 0;
    for (int k = taps / 2; k >= 0; k--) {
      double weight = StrictMath.exp(-k * k / (2 * sigma * sigma));
      sum += k == 0 ? weight : 2 * weight;
      weights[k] = (float) weight;
    }
    for (int k = 0; normalised && k < weights.length; k++) {
      weights[k] = (float) (weights[k] / sum);
    }
    return weights;
  }

  private static void multiply(float[] values, float weight, int start, int count) {
    for (int i = start; i < start + count; i++) {
      values[i] *= weight;
    }
  }

  /** All frames at once: those that a shift reaches stand in one run, so this loop is vectors. */
  private static void add(
      float[] target, int to, float weight, float[] source, int from, int count) {
    for (int i = 0; i < count; i++) {
      target[to + i] += weight * source[from + i];
    }
  }
}
