package org.penumbra.pretrain;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.penumbra.core.RandomKey;
import org.penumbra.occlusion.MissingJoints;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.skeleton.SkeletonLayout;

/** Clips of waves of different speed: enough structure to learn from. */
final class Waves {
  /** Number of classes: speeds. */
  static final int CLASSES = 5;

  private Waves() {}

  /** Clips of 50 frames, 20 joints and one body; labels are speeds. */
  static PreparedDataset clips(int samples) {
    int length = 3 * 50 * 20;
    float[] values = new float[samples * length];
    for (int i = 0; i < values.length; i++) {
      int sample = i / length;
      int frame = i / 20 % 50;
      values[i] = (float) Math.sin(frame * (0.1 + 0.05 * (sample % 5)) + i % 20 + sample);
    }
    return set(SkeletonLayout.KINECT_20, samples, 50, 1, values);
  }

  /** Noisy clips of 25 joints and two bodies, the second absent from every other clip. */
  static PreparedDataset pairs(int samples, int frames, RandomKey key) {
    SplittableRandom random = key.generator();
    double[] speeds = random.doubles(samples, 0.1, 1).toArray();
    float[] values = new float[samples * 3 * frames * 50];
    for (int i = 0; i < values.length; i++) {
      int sample = i / (3 * frames * 50);
      int frame = i / 50 % frames;
      boolean absent = i % 2 == 1 && sample % 2 == 1;
      double noise = 0.3 * random.nextDouble();
      values[i] = absent ? 0 : (float) (Math.sin(frame * speeds[sample] + i % 7 + sample) + noise);
    }
    return set(SkeletonLayout.NTU_25, samples, frames, 2, values);
  }

  /** Clips of any shape, for tests of cost and memory. */
  static PreparedDataset of(SkeletonLayout layout, int samples, int frames, int bodies) {
    int length = 3 * frames * layout.size() * bodies;
    float[] values = new float[samples * length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(0.1 * i);
    }
    return set(layout, samples, frames, bodies, values);
  }

  private static PreparedDataset set(
      SkeletonLayout layout, int samples, int frames, int bodies, float[] values) {
    return new PreparedDataset(
        "waves",
        layout,
        IntStream.range(0, CLASSES).mapToObj(i -> "speed " + i).toList(),
        IntStream.range(0, samples).mapToObj(i -> "c" + i).toList(),
        IntStream.range(0, samples).map(i -> i % CLASSES).toArray(),
        frames,
        bodies,
        values);
  }

  /** Each joint of each clip is missing with a chance that grows with its index. */
  static MissingJoints missing(PreparedDataset data, RandomKey key) {
    SplittableRandom random = key.generator();
    int joints = data.layout().size();
    boolean[][] hidden = new boolean[data.size()][joints];
    for (boolean[] row : hidden) {
      for (int v = 0; v < joints; v++) {
        row[v] = random.nextDouble() < (double) v / joints;
      }
    }
    List<String> names = data.clipNames();
    return MissingJoints.of(data.name(), data.layout(), names, hidden);
  }
}
