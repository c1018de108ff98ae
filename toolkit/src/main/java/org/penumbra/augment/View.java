package org.penumbra.augment;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.SkeletonClip;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.preprocess.SampleCursor;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * A linear view of clips: which source frame stands at each place, which 3 x 3 matrix turns each
 * point, which joint stands in each joint's place. Immutable.
 */
public final class View {
  private static final int C = SkeletonClip.CHANNELS;

  private final int[] frames;
  private final double[] matrix; // row-major, p' = matrix p
  private final int[] joints;

  private View(int[] frames, double[] matrix, int[] joints) {
    this.frames = frames;
    this.matrix = matrix;
    this.joints = joints;
  }

  /** Every frame and joint as it is. */
  public static View identity(int frames, SkeletonLayout layout) {
    int[] everyFrame = new int[frames];
    Arrays.setAll(everyFrame, t -> t);
    int[] everyJoint = new int[layout.size()];
    Arrays.setAll(everyJoint, v -> v);
    return new View(everyFrame, new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, everyJoint);
  }

  /** Number of frames of the view, T'. */
  public int frames() {
    return frames.length;
  }

  /**
   * Some of this view's frames, in the given order; a frame may come more than once.
   *
   * @param selection indices into this view
   */
  public View selectFrames(int... selection) {
    int[] selected = new int[selection.length];
    Arrays.setAll(selected, t -> frames[selection[t]]);
    return new View(selected, matrix, joints);
  }

  /**
   * Every point multiplied by a matrix: {@code p' = factor p}.
   *
   * @param factor 3 x 3, row-major
   */
  public View multiply(double... factor) {
    if (factor.length != C * C) {
      throw new InvalidOptionException(
          "matrix", "9 numbers, row by row", factor.length + " numbers");
    }
    double[] product = new double[C * C];
    for (int row = 0; row < C; row++) {
      for (int column = 0; column < C; column++) {
        for (int k = 0; k < C; k++) {
          product[row * C + column] += factor[row * C + k] * matrix[k * C + column];
        }
      }
    }
    return new View(frames, product, joints);
  }

  /**
   * Another joint in each joint's place.
   *
   * @param permutation {@code permutation.get(v)} takes v's place
   */
  public View permuteJoints(List<Integer> permutation) {
    int[] permuted = new int[joints.length];
    Arrays.setAll(permuted, v -> joints[permutation.get(v)]);
    return new View(frames, matrix, permuted);
  }

  /** Number of floats that rendering so many samples writes. */
  public int renderedLength(PreparedDataset data, int samples) {
    return samples * C * frames.length * joints.length * data.bodies();
  }

  /**
   * Writes the view of some samples.
   *
   * @param data where the samples are, (N, C, T, V, M)
   * @param samples indices into the data
   * @param out receives (samples, C, T', V, M) from its position 0
   */
  public void render(PreparedDataset data, int[] samples, FloatBuffer out) {
    int bodies = data.bodies();
    int row = joints.length * bodies;
    int channel = data.frames() * row;
    SampleCursor cursor = data.cursor();
    float[] source = cursor.values();
    float[] line = new float[row];
    int position = 0;
    for (int sample : samples) {
      cursor.moveTo(sample);
      int start = cursor.start();
      for (int c = 0; c < C; c++) {
        float fx = (float) matrix[c * C];
        float fy = (float) matrix[c * C + 1];
        float fz = (float) matrix[c * C + 2];
        for (int frame : frames) {
          int from = start + frame * row;
          for (int v = 0; v < joints.length; v++) {
            for (int m = 0; m < bodies; m++) {
              int i = from + joints[v] * bodies + m;
              line[v * bodies + m] =
                  fx * source[i] + fy * source[i + channel] + fz * source[i + 2 * channel];
            }
          }
          out.put(position, line, 0, row);
          position += row;
        }
      }
    }
  }
}
