package org.penumbra.bench;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.penumbra.augment.Augmentation;
import org.penumbra.augment.DrawUnit;
import org.penumbra.augment.Views;
import org.penumbra.pretrain.masking.SpatialMasking;
import org.penumbra.pretrain.masking.TemporalMasking;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * A method's own views and masks, which are also written down as they are drawn: so the peer can
 * compute the loss of the very same tensors.
 */
final class RecordedViews {
  private final List<float[]> samples = new ArrayList<>(); // in the order of drawing
  private float[] fewerFrames = {};
  private List<Integer> joints = List.of();

  /** Views that are written down. */
  Views of(Views views) {
    Augmentation real = views.augmentation();
    Augmentation recording =
        (view, random) -> {
          real.apply(view, random);
          float[] values = new float[view.size()];
          view.renderTo(FloatBuffer.wrap(values), 0);
          samples.add(values);
        };
    return new Views() {
      @Override
      public DrawUnit unit() {
        return views.unit();
      }

      @Override
      public Augmentation augmentation() {
        return recording;
      }

      @Override
      public String describe() {
        return views.describe();
      }
    };
  }

  /** A spatial masking whose joints are written down. */
  SpatialMasking of(SpatialMasking masking) {
    return new SpatialMasking() {
      @Override
      public int joints() {
        return masking.joints();
      }

      @Override
      public List<Integer> draw(SkeletonLayout layout, int[] missing, SplittableRandom random) {
        joints = masking.draw(layout, missing, random);
        return joints;
      }

      @Override
      public String describe() {
        return masking.describe();
      }
    };
  }

  /** A temporal masking whose result is written down. */
  TemporalMasking of(TemporalMasking masking) {
    return new TemporalMasking() {
      @Override
      public int remaining(int length) {
        return masking.remaining(length);
      }

      @Override
      public void apply(
          FloatBuffer source,
          int clips,
          int length,
          int row,
          SplittableRandom random,
          FloatBuffer target) {
        masking.apply(source, clips, length, row, random, target);
        fewerFrames = new float[target.limit()];
        target.get(0, fewerFrames);
      }

      @Override
      public String describe() {
        return masking.describe();
      }
    };
  }

  /** Number of batches that were drawn. */
  int batches(int batch) {
    return samples.size() / batch;
  }

  /** A batch of views, (N, C, T, V, M), by when it was drawn. */
  float[] batch(int number, int batch) {
    int length = samples.get(0).length;
    float[] values = new float[batch * length];
    for (int i = 0; i < batch; i++) {
      System.arraycopy(samples.get(number * batch + i), 0, values, i * length, length);
    }
    return values;
  }

  /** The last result of the temporal masking. */
  float[] fewerFrames() {
    return fewerFrames;
  }

  /** The last joints that the spatial masking drew. */
  List<Integer> joints() {
    return joints;
  }
}
