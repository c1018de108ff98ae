package org.penumbra.preprocess;

import java.util.List;
import java.util.Objects;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * Clips as one dense array, ready for a network: float32, C-order (N, C, T, V, M), metres.
 *
 * <p>The array is shared, not copied: it can be gigabytes. Treat it as read-only.
 */
public final class PreparedDataset {
  private final String name;
  private final SkeletonLayout layout;
  private final List<String> classNames;
  private final List<String> clipNames;
  private final int[] labels;
  private final int frames;
  private final int bodies;
  private final float[] values;

  /**
   * A prepared set.
   *
   * @param name of the data set
   * @param layout which joints, V of them
   * @param classNames by label
   * @param clipNames N names, in array order
   * @param labels N class indices
   * @param frames T
   * @param bodies M
   * @param values (N, C, T, V, M), shared
   */
  public PreparedDataset(
      String name,
      SkeletonLayout layout,
      List<String> classNames,
      List<String> clipNames,
      int[] labels,
      int frames,
      int bodies,
      float[] values) {
    this.name = name;
    this.layout = Objects.requireNonNull(layout);
    this.classNames = List.copyOf(classNames);
    this.clipNames = List.copyOf(clipNames);
    this.labels = labels.clone();
    this.frames = frames;
    this.bodies = bodies;
    this.values = values;
    long expected = (long) clipNames.size() * sampleLength();
    if (values.length != expected || labels.length != clipNames.size()) {
      throw new InvalidOptionException(
          "values of prepared set " + name,
          expected + " numbers for " + clipNames.size() + " clips and as many labels",
          values.length + " numbers and " + labels.length + " labels");
    }
    for (int label : labels) {
      Require.inRange("label in prepared set " + name, label, 0, classNames.size() - 1);
    }
  }

  /** Name of the data set. */
  public String name() {
    return name;
  }

  /** Which joints. */
  public SkeletonLayout layout() {
    return layout;
  }

  /** Names of the classes, by label. */
  public List<String> classNames() {
    return classNames;
  }

  /** Names of the clips, in array order. */
  public List<String> clipNames() {
    return clipNames;
  }

  /** Class indices in array order; a copy. */
  public int[] labels() {
    return labels.clone();
  }

  /** Number of clips, N. */
  public int size() {
    return labels.length;
  }

  /** Number of frames of every clip, T. */
  public int frames() {
    return frames;
  }

  /** Number of bodies, M. */
  public int bodies() {
    return bodies;
  }

  /** Numbers of one clip, C T V M. */
  public int sampleLength() {
    return SkeletonClip.CHANNELS * frames * layout.size() * bodies;
  }

  /** The whole array, (N, C, T, V, M); shared, not to be written. */
  public float[] values() {
    return values;
  }

  @Override
  public String toString() {
    return name
        + ": "
        + size()
        + " clips as (C 3, T "
        + frames
        + ", V "
        + layout.size()
        + ", M "
        + bodies
        + ")";
  }
}
