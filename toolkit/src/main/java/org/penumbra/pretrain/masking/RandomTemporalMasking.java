package org.penumbra.pretrain.masking;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.penumbra.core.Draws;
import org.penumbra.core.Require;

/**
 * PSTL's rival to motion attention temporal masking (its table 3): every frame goes with the same
 * chance, the same frames for the whole batch.
 *
 * @param frames how many go
 */
public record RandomTemporalMasking(int frames) implements TemporalMasking {
  /** Checks the number of frames. */
  public RandomTemporalMasking {
    Require.atLeast("masked frames", frames, 0);
  }

  /** Twenty frames, as many as motion attention takes in its two steps. */
  public static RandomTemporalMasking published() {
    return new RandomTemporalMasking(20);
  }

  @Override
  public int remaining(int length) {
    Require.inRange("masked frames", frames, 0, length - 1);
    return length - frames;
  }

  @Override
  public void apply(
      FloatBuffer source,
      int samples,
      int length,
      int row,
      SplittableRandom random,
      FloatBuffer target) {
    int[] kept = Draws.choose(length, remaining(length), random);
    Arrays.sort(kept);
    float[] line = new float[row];
    int position = 0;
    for (int start = 0; start < source.limit(); start += length * row) {
      for (int frame : kept) {
        source.get(start + frame * row, line);
        target.put(position, line);
        position += row;
      }
    }
  }

  @Override
  public String describe() {
    return "random temporal masking of " + frames + " frames";
  }
}
