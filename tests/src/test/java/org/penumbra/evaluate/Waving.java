package org.penumbra.evaluate;

import java.util.List;
import java.util.stream.IntStream;
import org.penumbra.core.RandomKey;
import org.penumbra.model.StGcn;
import org.penumbra.model.StGcnOptions;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.skeleton.SkeletonLayout;

/** Small clips whose class is a speed, and a small encoder for them. */
final class Waving {
  private static final SkeletonLayout LAYOUT = SkeletonLayout.KINECT_20;
  private static final int FRAMES = 12;

  private Waving() {}

  /** Clips of three classes, 12 frames and one body. */
  static PreparedDataset clips(String prefix, int samples) {
    float[] values = new float[samples * 3 * FRAMES * LAYOUT.size()];
    for (int i = 0; i < values.length; i++) {
      int sample = i / (3 * FRAMES * LAYOUT.size());
      int frame = i / LAYOUT.size() % FRAMES;
      double speed = 0.1 + 0.5 * (sample % 3);
      values[i] = (float) Math.sin(frame * speed + i % LAYOUT.size() + 0.37 * sample);
    }
    return new PreparedDataset(
        prefix,
        LAYOUT,
        List.of("slow", "middle", "fast"),
        IntStream.range(0, samples).mapToObj(i -> prefix + i).toList(),
        IntStream.range(0, samples).map(i -> i % 3).toArray(),
        FRAMES,
        1,
        values);
  }

  static StGcn encoder() {
    StGcnOptions small = StGcnOptions.published().withSize(4, 8);
    return new StGcn(LAYOUT, small, RandomKey.of(5));
  }
}
