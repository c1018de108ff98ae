package org.penumbra.augment;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * The 3 x 3 matrix of an augmentation, read off the images of the three unit vectors, and the image
 * of one more point.
 */
final class LinearMap {
  /** The point whose image is kept; it stands in two samples and two frames. */
  static final double[] POINT = {0.3, -0.7, 1.1};

  private static final SkeletonLayout NTU = SkeletonLayout.NTU_25;
  private static final int SAMPLES = 2;
  private static final int FRAMES = 2;
  private static final PreparedDataset UNIT_VECTORS = unitVectors();

  private final double[][] matrix = new double[3][3];
  private final double[] image = new double[3];

  private LinearMap(double[][] images) {
    for (int c = 0; c < 3; c++) {
      System.arraycopy(images[c], 0, matrix[c], 0, 3);
      image[c] = images[c][3];
    }
  }

  /** Row by row. */
  double[][] matrix() {
    return matrix;
  }

  /** Where the point goes. */
  double[] image() {
    return image;
  }

  /** Joints 0, 1, 2 of every frame are the unit vectors, joint 3 is the point. */
  private static PreparedDataset unitVectors() {
    float[] values = new float[SAMPLES * 3 * FRAMES * 25];
    for (int i = 0; i < values.length; i++) {
      int joint = i % 25;
      int channel = i / 25 / FRAMES % 3;
      values[i] = joint < 3 ? (joint == channel ? 1 : 0) : joint == 3 ? (float) POINT[channel] : 0;
    }
    return new PreparedDataset(
        "unit", NTU, List.of("a"), List.of("c0", "c1"), new int[SAMPLES], FRAMES, 1, values);
  }

  /** One draw of the augmentation; fails if it treats samples or frames differently. */
  static LinearMap draw(Augmentation augmentation, SplittableRandom random) {
    View view = new View(UNIT_VECTORS);
    FloatBuffer out = FloatBuffer.allocate(SAMPLES * view.size());
    long seed = random.nextLong();
    for (int sample = 0; sample < SAMPLES; sample++) {
      view.moveTo(sample);
      augmentation.apply(view, new SplittableRandom(seed));
      view.renderTo(out, sample * view.size());
    }
    double[][] first = columns(out, 0, 0);
    for (int other = 1; other < SAMPLES * FRAMES; other++) {
      if (!Arrays.deepEquals(first, columns(out, other / FRAMES, other % FRAMES))) {
        throw new AssertionError("one draw must serve all samples and frames");
      }
    }
    return new LinearMap(first);
  }

  /** By coordinate: joints 0 to 3. */
  private static double[][] columns(FloatBuffer out, int sample, int frame) {
    double[][] values = new double[3][4];
    for (int c = 0; c < 3; c++) {
      for (int joint = 0; joint < 4; joint++) {
        values[c][joint] = out.get(((sample * 3 + c) * FRAMES + frame) * 25 + joint);
      }
    }
    return values;
  }

  /** Matrix times vector. */
  static double[] times(double[][] matrix, double[] p) {
    double[] q = new double[3];
    for (int i = 0; i < 9; i++) {
      q[i / 3] += matrix[i / 3][i % 3] * p[i % 3];
    }
    return q;
  }

  /** Matrix times matrix. */
  static double[][] times(double[][] a, double[][] b) {
    double[][] product = new double[3][3];
    for (int i = 0; i < 27; i++) {
      product[i / 9][i / 3 % 3] += a[i / 9][i % 3] * b[i % 3][i / 3 % 3];
    }
    return product;
  }
}
