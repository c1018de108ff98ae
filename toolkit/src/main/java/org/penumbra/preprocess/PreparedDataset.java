package org.penumbra.preprocess;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * Clips as one dense array, ready for a network: float32, C-order (N, C, T, V, M), metres.
 *
 * <p>The array is in memory, where it is shared, not copied: treat it as read-only. Or it is in a
 * mapped file of any size ({@link PreparedFiles}), from which samples are copied when they are
 * asked for.
 */
public final class PreparedDataset {
  private final String name;
  private final SkeletonLayout layout;
  private final List<String> classNames;
  private final List<String> clipNames;
  private final int[] labels;
  private final int frames;
  private final int bodies;
  private final SampleStore store;

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
    this(
        name,
        layout,
        classNames,
        clipNames,
        labels,
        frames,
        bodies,
        new HeapStore(values, SkeletonClip.CHANNELS * frames * layout.size() * bodies));
    long expected = (long) clipNames.size() * sampleLength();
    if (values.length != expected) {
      throw new InvalidOptionException(
          "values of prepared set " + name,
          expected + " numbers for " + clipNames.size() + " clips and as many labels",
          values.length + " numbers and " + labels.length + " labels");
    }
  }

  PreparedDataset(
      String name,
      SkeletonLayout layout,
      List<String> classNames,
      List<String> clipNames,
      int[] labels,
      int frames,
      int bodies,
      SampleStore store) {
    this.name = name;
    this.layout = Objects.requireNonNull(layout);
    this.classNames = List.copyOf(classNames);
    this.clipNames = List.copyOf(clipNames);
    this.labels = labels.clone();
    this.frames = frames;
    this.bodies = bodies;
    this.store = store;
    if (labels.length != clipNames.size()) {
      throw new InvalidOptionException(
          "labels of prepared set " + name, clipNames.size() + " for as many clips", labels.length);
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

  /** Whether the array is in memory. */
  public boolean isInMemory() {
    return store instanceof HeapStore;
  }

  /**
   * The whole array, (N, C, T, V, M); shared, not to be written. Of a set that is not in memory
   * each call reads all of it: use {@link #copyTo} or {@link #cursor()} there.
   *
   * @throws InvalidOptionException if the array would pass Java's limit of 2^31 numbers
   */
  public float[] values() {
    if (store instanceof HeapStore heap) {
      return heap.values();
    }
    if ((long) size() * sampleLength() > Integer.MAX_VALUE - 8) {
      throw new InvalidOptionException(
          "number of clips of an array in memory",
          "at most " + (Integer.MAX_VALUE - 8) / sampleLength(),
          size());
    }
    float[] values = new float[size() * sampleLength()];
    for (int n = 0; n < size(); n++) {
      copyTo(n, values, n * sampleLength());
    }
    return values;
  }

  /**
   * Copies one sample, (C, T, V, M).
   *
   * @param offset where it goes
   */
  public void copyTo(int sample, float[] target, int offset) {
    store.copyTo(Objects.checkIndex(sample, size()), target, offset);
  }

  /**
   * Copies one sample to an absolute place of a buffer; makes no garbage, except of derived streams
   * of a mapped set.
   */
  public void copyTo(int sample, FloatBuffer target, int offset) {
    store.copyTo(Objects.checkIndex(sample, size()), target, offset);
  }

  /**
   * Some of the clips, in the order asked for; their numbers are not copied.
   *
   * @param samples indices from 0; one may come more than once
   */
  public PreparedDataset select(int[] samples) {
    for (int sample : samples) {
      Require.inRange("sample of prepared set " + name, sample, 0, size() - 1);
    }
    return new PreparedDataset(
        name,
        layout,
        classNames,
        Arrays.stream(samples).mapToObj(clipNames::get).toList(),
        Arrays.stream(samples).map(sample -> labels[sample]).toArray(),
        frames,
        bodies,
        new SelectedStore(store, samples));
  }

  /**
   * The same clips with some joints at zero in every frame and body: after centring that is the
   * place of the centre joint.
   *
   * @param joints indices from 0
   */
  public PreparedDataset withZeroed(Collection<Integer> joints) {
    for (int joint : joints) {
      Require.inRange("joint to set to zero", joint, 0, layout.size() - 1);
    }
    UnaryOperator<float[]> zero =
        values -> {
          for (int joint : joints) {
            for (int cell = 0; cell < SkeletonClip.CHANNELS * frames; cell++) {
              int from = (cell * layout.size() + joint) * bodies;
              Arrays.fill(values, from, from + bodies, 0);
            }
          }
          return values;
        };
    DerivedStore derived = new DerivedStore(store, sampleLength(), zero);
    return new PreparedDataset(
        name, layout, classNames, clipNames, labels, frames, bodies, derived);
  }

  /** Looks at one sample after the other, without copying where that can be. */
  public SampleCursor cursor() {
    return new SampleCursor(this);
  }

  SampleStore store() {
    return store;
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
        + ")"
        + (isInMemory() ? "" : ", in a mapped file");
  }
}
