package org.penumbra.augment;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.SkeletonClip;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.preprocess.SampleCursor;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * One sample on its way to becoming a random view: a workbench for one thread that is moved from
 * sample to sample, so that a batch of views leaves no garbage.
 *
 * <p>Linear changes (which source frame stands at each place, which 3 x 3 matrix turns each point,
 * which joint stands in each joint's place) are only noted, and carried out together in one pass
 * when the view is rendered. A change of single values asks for {@link #values()}, which carries
 * out what is noted so far; later changes come after it. So every order of changes is right, and a
 * chain of linear ones costs one pass.
 *
 * <pre>{@code
 * View view = new View(data);
 * view.moveTo(7);
 * augmentation.apply(view, random);
 * view.renderTo(buffer, 0);
 * }</pre>
 */
public final class View {
  private static final int C = SkeletonClip.CHANNELS;

  private final SkeletonLayout layout;
  private final int bodies;
  private final int length;
  private final SampleCursor cursor;
  private final int[] frames; // place to source frame
  private final int[] joints; // place to source joint
  private final double[] matrix = new double[C * C]; // row-major, p' = matrix p
  private final int[] frameScratch;
  private final int[] jointScratch;
  private final double[] matrixScratch = new double[C * C];
  private final float[] line; // a row of one coordinate, V M
  private final float[] permuted;
  private final int[] place; // in the row, to source
  private float[] own; // values once something has been carried out
  private float[] spare;
  private boolean rendered; // whether the sample so far is in own, not in the cursor
  private boolean pending; // whether noted changes wait

  /** A workbench for the samples of a set. */
  public View(PreparedDataset data) {
    this.layout = data.layout();
    this.bodies = data.bodies();
    this.length = data.frames();
    this.cursor = data.cursor();
    this.frames = new int[length];
    this.frameScratch = new int[length];
    this.joints = new int[layout.size()];
    this.jointScratch = new int[layout.size()];
    this.line = new float[layout.size() * bodies];
    this.permuted = new float[line.length];
    this.place = new int[line.length];
  }

  /** Starts with a sample as it is in the set. */
  public void moveTo(int sample) {
    cursor.moveTo(sample);
    rendered = false;
    forget();
  }

  private void forget() {
    pending = false;
    Arrays.setAll(frames, t -> t);
    Arrays.setAll(joints, v -> v);
    Arrays.setAll(matrix, i -> i % (C + 1) == 0 ? 1 : 0);
  }

  /** Number of frames, T. */
  public int frames() {
    return length;
  }

  /** Which joints the sample has, V of them. */
  public SkeletonLayout layout() {
    return layout;
  }

  /** Number of bodies, M. */
  public int bodies() {
    return bodies;
  }

  /** Number of floats of the view, C T V M. */
  public int size() {
    return C * length * layout.size() * bodies;
  }

  /**
   * Puts other frames in each frame's place.
   *
   * @param source {@code source(t)} takes t's place; a frame may come more than once
   */
  public void rearrangeFrames(IntUnaryOperator source) {
    System.arraycopy(frames, 0, frameScratch, 0, length);
    for (int t = 0; t < length; t++) {
      frames[t] = frameScratch[source.applyAsInt(t)];
    }
    pending = true;
  }

  /**
   * Multiplies every point by a matrix: {@code p' = factor p}.
   *
   * @param factor 3 x 3, row-major
   */
  public void multiply(double... factor) {
    if (factor.length != C * C) {
      throw new InvalidOptionException(
          "matrix", "9 numbers, row by row", factor.length + " numbers");
    }
    System.arraycopy(matrix, 0, matrixScratch, 0, C * C);
    for (int row = 0; row < C; row++) {
      for (int column = 0; column < C; column++) {
        double sum = 0;
        for (int k = 0; k < C; k++) {
          sum += factor[row * C + k] * matrixScratch[k * C + column];
        }
        matrix[row * C + column] = sum;
      }
    }
    pending = true;
  }

  /**
   * Puts another joint in each joint's place.
   *
   * @param permutation {@code permutation.get(v)} takes v's place
   */
  public void permuteJoints(List<Integer> permutation) {
    System.arraycopy(joints, 0, jointScratch, 0, joints.length);
    for (int v = 0; v < joints.length; v++) {
      joints[v] = jointScratch[permutation.get(v)];
    }
    pending = true;
  }

  /**
   * The view so far, to be changed in place.
   *
   * @return (C, T, V, M) from index 0, {@link #size()} numbers; valid until the next call on this
   *     view
   */
  public float[] values() {
    if (!rendered || pending) {
      if (spare == null) {
        spare = new float[size()];
        own = new float[size()];
      }
      FloatBuffer target = FloatBuffer.wrap(spare);
      carryOut(target, 0);
      float[] swap = own;
      own = spare;
      spare = swap;
      rendered = true;
      forget();
    }
    return own;
  }

  /**
   * Room for a change that cannot be made in place: as long as {@link #values()}, which must have
   * been asked for first. What stands in it is left over, and it is lost with the next call.
   */
  float[] scratch() {
    return spare;
  }

  /**
   * Writes the view.
   *
   * @param out receives (C, T, V, M)
   * @param position where in {@code out} it begins
   */
  public void renderTo(FloatBuffer out, int position) {
    if (rendered && !pending) {
      out.put(position, own, 0, size());
    } else {
      carryOut(out, position);
    }
  }

  /** Coordinate by coordinate, frame by frame: rows are multiplied first and permuted then. */
  private void carryOut(FloatBuffer out, int start) {
    float[] source = rendered ? own : cursor.values();
    int from = rendered ? 0 : cursor.start();
    int row = line.length;
    int position = start;
    boolean moved = noteRow();
    for (int c = 0; c < C; c++) {
      for (int frame : frames) {
        combine(source, from + frame * row, c);
        if (moved) {
          for (int i = 0; i < row; i++) {
            permuted[i] = line[place[i]];
          }
        }
        out.put(position, moved ? permuted : line, 0, row);
        position += row;
      }
    }
  }

  /** Where each number of a row comes from; whether any comes from elsewhere. */
  private boolean noteRow() {
    boolean moved = false;
    for (int i = 0; i < place.length; i++) {
      place[i] = joints[i / bodies] * bodies + i % bodies;
      moved |= place[i] != i;
    }
    return moved;
  }

  /** One coordinate of a row of points times the matrix; contiguous, so the loop is vectors. */
  private void combine(float[] source, int first, int c) {
    float fx = (float) matrix[c * C];
    float fy = (float) matrix[c * C + 1];
    float fz = (float) matrix[c * C + 2];
    int y = first + length * line.length;
    int z = y + length * line.length;
    for (int i = 0; i < line.length; i++) {
      line[i] = fx * source[first + i] + fy * source[y + i] + fz * source[z + i];
    }
  }
}
