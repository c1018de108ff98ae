package org.penumbra.data.format;

import java.util.Arrays;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.format.numpy.NumpyArray;
import org.penumbra.data.format.pickle.PickleArray;
import org.penumbra.data.format.pickle.PickleValue;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * One annotation of a PYSKL pickle; its array stays in the file.
 *
 * @param info who did what
 * @param place file and array, for messages
 * @param keypoint (M, T, V, 3)
 */
record PysklClip(ClipInfo info, String place, PickleArray keypoint) {
  private static final int MOST_FRAMES = 100_000;
  private static final int MOST_BODIES = 16;

  static PysklClip of(PickleValue annotation, SkeletonLayout layout, int classes) {
    String name = ArrayClipName.plain(annotation.get("frame_dir").text());
    long label = annotation.get("label").number();
    if (label < 0 || label >= classes) {
      throw new DataFormatException(
          annotation.path() + ".label",
          "expected a label from 0 to " + (classes - 1) + ", found " + label + ".");
    }
    PickleValue value = annotation.get("keypoint");
    PickleArray keypoint = value.array();
    long[] shape = keypoint.shape();
    boolean right =
        shape.length == 4
            && shape[0] >= 1
            && shape[0] <= MOST_BODIES
            && shape[1] >= 1
            && shape[1] <= MOST_FRAMES
            && shape[2] == layout.size()
            && shape[3] == SkeletonClip.CHANNELS;
    if (!right) {
      boolean flat = shape.length == 4 && shape[3] == 2;
      throw new DataFormatException(
          value.path(),
          "expected shape (M, T, "
              + layout.size()
              + ", 3), found "
              + Arrays.toString(shape)
              + (flat ? "; these are 2-D poses, which are not read." : "."));
    }
    if (annotation.has("total_frames")) {
      long frames = annotation.get("total_frames").number();
      if (frames != shape[1]) {
        throw new DataFormatException(
            annotation.path() + ".total_frames",
            "expected " + shape[1] + " as in keypoint, found " + frames + ".");
      }
    }
    return new PysklClip(ArrayClipName.info(name, (int) label), value.path(), keypoint);
  }

  int bodies() {
    return (int) keypoint.shape()[0];
  }

  SkeletonClip read(SkeletonLayout layout) {
    NumpyArray array = keypoint.open(place);
    int frames = (int) array.shape()[1];
    int joints = layout.size();
    int bodies = bodies();
    float[] stored = new float[(int) array.items()];
    array.copyFloats(0, stored, 0, stored.length);
    float[] values = new float[stored.length]; // (C, T, V, M)
    for (int m = 0; m < bodies; m++) {
      for (int row = 0; row < frames * joints; row++) {
        for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
          values[(c * frames * joints + row) * bodies + m] =
              stored[(m * frames * joints + row) * SkeletonClip.CHANNELS + c];
        }
      }
    }
    return new PaddedClip(values, frames, bodies).clip(place, info, layout, false, false);
  }
}
