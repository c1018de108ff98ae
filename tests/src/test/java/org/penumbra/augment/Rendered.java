package org.penumbra.augment;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.SplittableRandom;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.skeleton.SkeletonLayout;

/** One clip of random numbers, and its views. */
final class Rendered {
  private final View view;
  private final float[] clip;
  private final int row;

  /** A clip of this shape; the last body is absent if there are two. */
  Rendered(SkeletonLayout layout, int frames, int bodies, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    row = layout.size() * bodies;
    clip = new float[3 * frames * row];
    for (int i = 0; i < clip.length; i++) {
      clip[i] = bodies > 1 && i % bodies == bodies - 1 ? 0 : (float) random.nextDouble(-2, 2);
    }
    view =
        new View(
            new PreparedDataset(
                "noise", layout, List.of("a"), List.of("c"), new int[1], frames, bodies, clip));
  }

  /** The clip itself, (C, T, V, M). */
  float[] clip() {
    return clip;
  }

  /** V M. */
  int row() {
    return row;
  }

  /** A view of the clip, (C, T, V, M). */
  float[] by(Augmentation augmentation, long seed) {
    FloatBuffer out = FloatBuffer.allocate(view.size());
    view.moveTo(0);
    augmentation.apply(view, new SplittableRandom(seed));
    view.renderTo(out, 0);
    return out.array();
  }
}
