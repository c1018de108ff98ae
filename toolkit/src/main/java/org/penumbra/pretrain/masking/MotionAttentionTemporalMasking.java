package org.penumbra.pretrain.masking;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.penumbra.core.Draws;
import org.penumbra.core.Require;

/**
 * PSTL's motion attention temporal masking: of every clip the {@code frames} frames that move most
 * are taken out, then as many more at random, the same places for the whole batch. What stays is
 * shorter: 30 of 50 frames.
 *
 * @param frames K, taken out twice; 10 in the papers
 */
public record MotionAttentionTemporalMasking(int frames) implements TemporalMasking {
  /** Checks the number of frames. */
  public MotionAttentionTemporalMasking {
    Require.atLeast("masked frames", frames, 0);
  }

  /** Ten moving and ten random frames. */
  public static MotionAttentionTemporalMasking published() {
    return new MotionAttentionTemporalMasking(10);
  }

  @Override
  public int remaining(int length) {
    Require.inRange("masked frames", frames, 0, (length - 1) / 2);
    return length - 2 * frames;
  }

  @Override
  public void apply(
      FloatBuffer source,
      int samples,
      int length,
      int row,
      SplittableRandom random,
      FloatBuffer target) {
    int remaining = remaining(length);
    int[] places = drawPlaces(length - frames, remaining, random);
    float[] line = new float[row];
    int sampleLength = source.limit() / samples;
    int channels = sampleLength / (length * row);
    int position = 0;
    for (int n = 0; n < samples; n++) {
      int[] calm = calmestFrames(motion(source, n * sampleLength, channels, length, row));
      for (int c = 0; c < channels; c++) {
        for (int place : places) {
          int from = n * sampleLength + (c * length + calm[place]) * row;
          source.get(from, line);
          target.put(position, line);
          position += row;
        }
      }
    }
  }

  @Override
  public String describe() {
    return "motion attention temporal masking of twice " + frames + " frames";
  }

  /**
   * The frames that move least, in time order; on a tie the earlier frame counts as moving less.
   *
   * @param motion motion of each frame, length T
   * @return T - K indices
   */
  int[] calmestFrames(double[] motion) {
    int[] calm =
        IntStream.range(0, motion.length)
            .boxed()
            .sorted((a, b) -> Double.compare(motion[a], motion[b]))
            .limit(motion.length - frames)
            .mapToInt(Integer::intValue)
            .toArray();
    Arrays.sort(calm);
    return calm;
  }

  /**
   * Squared difference to the next frame, summed over coordinates, joints, bodies; the last is 0.
   */
  private static double[] motion(FloatBuffer source, int start, int channels, int length, int row) {
    double[] motion = new double[length];
    for (int c = 0; c < channels; c++) {
      for (int t = 0; t < length - 1; t++) {
        int from = start + (c * length + t) * row;
        for (int i = from; i < from + row; i++) {
          double step = source.get(i + row) - source.get(i);
          motion[t] += step * step;
        }
      }
    }
    return motion;
  }

  private static int[] drawPlaces(int from, int count, SplittableRandom random) {
    int[] places = Draws.choose(from, count, random);
    Arrays.sort(places);
    return places;
  }
}
