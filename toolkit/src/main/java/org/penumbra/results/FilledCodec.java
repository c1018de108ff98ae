package org.penumbra.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.format.numpy.NpySink;
import org.penumbra.data.format.numpy.NpyType;
import org.penumbra.data.format.numpy.NpyWriter;
import org.penumbra.data.format.numpy.NumpyArray;

/**
 * What an imputation filled, without anything that the clips before it tell already.
 *
 * <p>{@code filled.npy} (J, 3) float32: positions of the filled joints in metres, clip by clip in
 * order of names, in each clip in order of frame, joint, body. {@code counts.npy} (N) int64: how
 * many of them each clip has. {@code left.npy} (L, 2) int64: index of clip and joint, as its place
 * in (T, V, M), of those that stay hidden.
 */
final class FilledCodec implements RunCodec<SkeletonDataset> {
  private static final String FILLED = "filled.npy";
  private static final String COUNTS = "counts.npy";
  private static final String LEFT = "left.npy";
  private static final int CHANNELS = SkeletonClip.CHANNELS;

  private final SkeletonDataset before;

  FilledCodec(SkeletonDataset before) {
    this.before = before;
  }

  @Override
  public String format() {
    return "filled joints 1";
  }

  @Override
  public void write(SkeletonDataset completed, Path folder) {
    long[] counts = new long[before.size()];
    List<long[]> left = new ArrayList<>();
    for (int n = 0; n < counts.length; n++) {
      byte[] states = completed.clips().get(n).mask().toCodes();
      for (int cell : hidden(before.clips().get(n))) {
        if (states[cell] == JointState.OBSERVED.code()) {
          counts[n]++;
        } else {
          left.add(new long[] {n, cell});
        }
      }
    }
    long total = Arrays.stream(counts).sum();
    NpyWriter.write(
        folder.resolve(FILLED),
        NpyType.FLOAT32,
        new long[] {total, CHANNELS},
        sink -> writeFilled(completed, sink));
    NpyWriter.write(
        folder.resolve(COUNTS),
        NpyType.INT64,
        new long[] {counts.length},
        sink -> numbers(sink, counts));
    NpyWriter.write(
        folder.resolve(LEFT),
        NpyType.INT64,
        new long[] {left.size(), 2},
        sink -> {
          for (long[] pair : left) {
            numbers(sink, pair);
          }
        });
  }

  private static void numbers(NpySink sink, long[] values) throws IOException {
    for (long value : values) {
      sink.number(value);
    }
  }

  private void writeFilled(SkeletonDataset completed, NpySink sink) throws IOException {
    for (int n = 0; n < before.size(); n++) {
      SkeletonClip clip = completed.clips().get(n);
      byte[] states = clip.mask().toCodes();
      float[] values = clip.toArray();
      float[] joint = new float[CHANNELS];
      for (int cell : hidden(before.clips().get(n))) {
        if (states[cell] == JointState.OBSERVED.code()) {
          for (int c = 0; c < CHANNELS; c++) {
            joint[c] = values[c * states.length + cell];
          }
          sink.floats(joint, 0, CHANNELS);
        }
      }
    }
  }

  /** Occluded joints by their place in (T, V, M). */
  private static int[] hidden(SkeletonClip clip) {
    byte[] states = clip.mask().toCodes();
    int[] cells = new int[clip.mask().count(JointState.OCCLUDED)];
    int count = 0;
    for (int cell = 0; cell < states.length; cell++) {
      if (states[cell] == JointState.OCCLUDED.code()) {
        cells[count++] = cell;
      }
    }
    return cells;
  }

  @Override
  public SkeletonDataset read(Path folder) {
    return new FilledJoints(
            rows(folder.resolve(FILLED), "(J, 3)", CHANNELS),
            NumpyArray.map(folder.resolve(COUNTS)).expectShape("(N)", before.size()),
            rows(folder.resolve(LEFT), "(L, 2)", 2),
            before)
        .completed();
  }

  /** Rows of a length; there may be none: nothing was hidden, or nothing was left hidden. */
  private static NumpyArray rows(Path file, String form, int length) {
    NumpyArray array = NumpyArray.map(file);
    return Arrays.equals(array.shape(), new long[] {0, length})
        ? array
        : array.expectShape(form, -1, length);
  }

  /**
   * What was written, so that a set that is not in memory is not filled again, and a run that was
   * computed gives the same clips as one that was found.
   */
  @Override
  public SkeletonDataset stored(SkeletonDataset value, Path folder) {
    return read(folder);
  }

  @Override
  public Map<String, String> outputs(SkeletonDataset value) {
    return Map.of("data", Fingerprints.of(value));
  }

  @Override
  public Map<String, Double> metrics(SkeletonDataset completed) {
    long hidden = 0;
    long left = 0;
    for (int n = 0; n < before.size(); n++) {
      hidden += before.clips().get(n).mask().count(JointState.OCCLUDED);
      left += completed.clips().get(n).mask().count(JointState.OCCLUDED);
    }
    return Map.of("hidden joints", (double) hidden, "joints left hidden", (double) left);
  }

  /** Puts joints from a file back where they were filled. */
  private static final class FilledJoints {
    private final NumpyArray filled;
    private final SkeletonDataset before;
    private final long[] from; // first joint of each clip, and the end
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<Integer, List<Integer>> left = new HashMap<>();

    FilledJoints(NumpyArray filled, NumpyArray counts, NumpyArray left, SkeletonDataset before) {
      this.filled = filled;
      this.before = before;
      this.from = new long[before.size() + 1];
      for (int n = 0; n < before.size(); n++) {
        from[n + 1] = from[n] + counts.longAt(n);
        index.put(before.infos().get(n).name(), n);
      }
      if (from[before.size()] != filled.shape()[0]) {
        throw new DataFormatException(
            filled.place(),
            "expected " + from[before.size()] + " joints, found " + filled.shape()[0] + ".");
      }
      for (long i = 0; i < left.shape()[0]; i++) {
        int clip = (int) left.longAt(2 * i);
        this.left
            .computeIfAbsent(clip, each -> new ArrayList<>())
            .add((int) left.longAt(2 * i + 1));
      }
    }

    SkeletonDataset completed() {
      return before.map(this::complete);
    }

    private SkeletonClip complete(SkeletonClip clip) {
      int n = index.get(clip.name());
      List<Integer> open = left.getOrDefault(n, List.of());
      int[] cells = hidden(clip);
      int count = (int) (from[n + 1] - from[n]);
      if (cells.length - open.size() != count) {
        throw new DataFormatException(
            filled.place(),
            "expected "
                + (cells.length - open.size())
                + " filled joints of clip "
                + clip.name()
                + ", found "
                + count
                + ".");
      }
      if (cells.length == 0) {
        return clip;
      }
      float[] joints = new float[count * CHANNELS];
      filled.copyFloats(from[n] * CHANNELS, joints, 0, joints.length);
      float[] values = clip.toArray(); // hidden joints are NaN, and those left stay so
      int states = values.length / CHANNELS;
      int next = 0;
      for (int cell : cells) {
        if (!open.contains(cell)) {
          for (int c = 0; c < CHANNELS; c++) {
            values[c * states + cell] = joints[next * CHANNELS + c];
          }
          next++;
        }
      }
      return clip.complete(values);
    }
  }
}
