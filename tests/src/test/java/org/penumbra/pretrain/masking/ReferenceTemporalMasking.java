package org.penumbra.pretrain.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Motion attention temporal masking, written out naively: motion is the mean over coordinates,
 * joints and bodies of the squared difference to the next frame, 0 in the last frame; of the T - K
 * frames that move least, T - 2 K stay, at places chosen once for the batch.
 */
public final class ReferenceTemporalMasking {
  private final float[] source; // (N, 3, T, row)
  private final int samples;
  private final int length;
  private final int row;

  /** A batch before masking. */
  public ReferenceTemporalMasking(float[] source, int samples, int length, int row) {
    this.source = source;
    this.samples = samples;
    this.length = length;
    this.row = row;
  }

  private float at(int sample, int coordinate, int frame, int place) {
    return source[((sample * 3 + coordinate) * length + frame) * row + place];
  }

  private double motion(int sample, int frame) {
    double sum = 0;
    for (int c = 0; c < 3 && frame < length - 1; c++) {
      for (int i = 0; i < row; i++) {
        sum += Math.pow(at(sample, c, frame + 1, i) - at(sample, c, frame, i), 2);
      }
    }
    return sum / (3 * row);
  }

  /** The frames that survive the first stage, in time order. */
  public int[] calmFrames(int sample, int masked) {
    return IntStream.range(0, length)
        .boxed()
        .sorted(Comparator.comparingDouble(frame -> motion(sample, frame)))
        .limit(length - masked)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  /**
   * Fails unless this is a masked form of the batch.
   *
   * @param found (N, 3, T - 2 K, row)
   * @return the places among the calm frames that stayed, ascending
   */
  public int[] assertMasked(String what, float[] found, int masked) {
    int kept = length - 2 * masked;
    assertThat(found).as(what).hasSize(samples * 3 * kept * row);
    int[][] calm = new int[samples][];
    Arrays.setAll(calm, sample -> calmFrames(sample, masked));
    int[] places = places(calm[0], found, kept);
    assertThat(places).as(what).isSorted().doesNotHaveDuplicates();
    float[] expected = new float[found.length];
    for (int i = 0; i < expected.length; i++) {
      int sample = i / row / kept / 3;
      int frame = calm[sample][places[i / row % kept]];
      expected[i] = at(sample, i / row / kept % 3, frame, i % row);
    }
    assertThat(found).as(what).isEqualTo(expected);
    return places;
  }

  /** Where the first sample's frames come from. */
  private int[] places(int[] calm, float[] found, int kept) {
    int[] places = new int[kept];
    Arrays.setAll(
        places,
        i ->
            IntStream.range(0, calm.length)
                .filter(place -> at(0, 0, calm[place], 0) == found[i * row])
                .findFirst()
                .orElseThrow(() -> new AssertionError("frame " + i + " is no calm frame")));
    return places;
  }
}
