package org.penumbra.data.format;

import java.util.List;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SourceFrame;

/** The coordinates of a row in our frame. */
final class CsvPosition {
  private static final List<CsvColumn> AXES = List.of(CsvColumn.X, CsvColumn.Y, CsvColumn.Z);

  private final int[] channel = new int[SkeletonClip.CHANNELS];
  private final double[] factor = new double[SkeletonClip.CHANNELS];
  private final float[] metres = new float[SkeletonClip.CHANNELS];

  CsvPosition(SourceFrame frame) {
    for (int axis = 0; axis < SkeletonClip.CHANNELS; axis++) {
      channel[axis] = frame.channel(axis);
      factor[axis] = frame.factor(axis);
    }
  }

  float[] metres() {
    return metres;
  }

  /** Reads x, y and z; false if one of them is missing. */
  boolean read(CsvRow row) {
    boolean whole = true;
    for (int axis = 0; axis < SkeletonClip.CHANNELS; axis++) {
      CsvColumn column = AXES.get(axis);
      int from = row.start(column);
      int to = row.end(column);
      if (NumberText.isNumber(row.bytes(), from, to)) {
        float value = metres(row.bytes(), from, to, factor[axis]);
        if (Float.isInfinite(value)) {
          throw row.wrong(column, "a number of metres that a float can hold");
        }
        metres[channel[axis]] = value;
      } else if (isMissing(row.bytes(), from, to)) {
        whole = false;
      } else {
        throw row.wrong(column, "a number with a decimal point, or nothing");
      }
    }
    return whole;
  }

  private static float metres(byte[] text, int from, int to, double factor) {
    return Math.abs(factor) == 1 // then exact, to the last bit
        ? NumberText.toFloat(text, from, to) * (float) factor
        : (float) (NumberText.toDouble(text, from, to) * factor);
  }

  /** Nothing, or what tables write for nothing. */
  private static boolean isMissing(byte[] text, int from, int to) {
    return from == to
        || is(text, from, to, "nan")
        || is(text, from, to, "na")
        || is(text, from, to, "null");
  }

  private static boolean is(byte[] text, int from, int to, String lower) {
    boolean same = to - from == lower.length();
    for (int i = 0; same && i < lower.length(); i++) {
      same = (text[from + i] | 0x20) == lower.charAt(i);
    }
    return same;
  }
}
