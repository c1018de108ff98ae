package org.penumbra.data.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

/** A whole recording: text of one line per frame, 2 bodies x 25 joints x 3 numbers, in metres. */
final class PkuRecording {
  private static final int BODIES = 2;
  private static final int JOINTS = SkeletonLayout.NTU_25.size();
  private static final int BODY_VALUES = JOINTS * SkeletonClip.CHANNELS;
  private static final int FRAME_VALUES = BODIES * BODY_VALUES;

  private static final int TAIL = 400; // bytes, some tens of numbers

  private final float[] values; // (T, M, V, C)
  private final int frames;

  private PkuRecording(float[] values, int frames) {
    this.values = values;
    this.frames = frames;
  }

  int frames() {
    return frames;
  }

  /**
   * Reads a recording.
   *
   * @param place what to call the file in messages
   */
  static PkuRecording parse(String place, byte[] text) {
    float[] values = new float[Math.min(text.length / 2 + 1, 256 * FRAME_VALUES)];
    int frames = 0;
    int line = 0;
    int blank = 0; // number of the first blank line after the last frame
    for (int from = 0; from < text.length; ) {
      int to = from;
      while (to < text.length && text[to] != '\n') {
        to++;
      }
      line++;
      if (isBlank(text, from, to)) {
        blank = blank == 0 ? line : blank;
      } else if (blank > 0) {
        throw wrong(place, blank, FRAME_VALUES + " numbers", "a blank line");
      } else {
        if ((frames + 1) * FRAME_VALUES > values.length) {
          values = Arrays.copyOf(values, Math.max(values.length * 2, FRAME_VALUES));
        }
        frame(place, line, text, from, to, values, frames * FRAME_VALUES);
        frames++;
      }
      from = to + 1;
    }
    if (frames == 0) {
      throw new DataFormatException(
          place, "expected one line of " + FRAME_VALUES + " numbers per frame, found none.");
    }
    checkEnd(place, line, text);
    return new PkuRecording(Arrays.copyOf(values, frames * FRAME_VALUES), frames);
  }

  private static void frame(
      String place, int line, byte[] text, int from, int to, float[] values, int offset) {
    int count = 0;
    for (int at = after(text, from, to); at < to; at = after(text, at, to)) {
      int start = at;
      while (at < to && !isBlank(text[at])) {
        at++;
      }
      if (count == FRAME_VALUES) {
        throw wrong(place, line, FRAME_VALUES + " numbers", "more");
      }
      float value =
          NumberText.isNumber(text, start, at) ? NumberText.toFloat(text, start, at) : Float.NaN;
      if (!Float.isFinite(value)) {
        int shown = Math.min(at - start, 60);
        throw wrong(
            place,
            line,
            "a finite number at position " + (count + 1),
            "'" + new String(text, start, shown, StandardCharsets.UTF_8) + "'");
      }
      values[offset + count++] = value;
    }
    if (count < FRAME_VALUES) {
      throw wrong(place, line, FRAME_VALUES + " numbers", String.valueOf(count));
    }
  }

  /**
   * Without a line break at the end the last number may be cut off. The format writes all numbers
   * with the same number of decimals, so that can be seen.
   */
  private static void checkEnd(String place, int line, byte[] text) {
    if (text[text.length - 1] == '\n') {
      return;
    }
    int tail = Math.max(0, text.length - TAIL);
    String all = new String(text, tail, text.length - tail, StandardCharsets.ISO_8859_1);
    String[] numbers = all.strip().split("\\s+", -1);
    boolean whole = numbers.length > 2;
    for (int i = 2; i < numbers.length; i++) { // the first may be half a number
      whole &= decimals(numbers[i]) == decimals(numbers[1]);
    }
    if (!whole) {
      throw wrong(place, line, "a line break at the end", "none; the file may be cut off");
    }
  }

  private static int decimals(String number) {
    int point = number.indexOf('.');
    return point < 0 ? 0 : number.length() - point;
  }

  private static int after(byte[] text, int from, int to) {
    int at = from;
    while (at < to && isBlank(text[at])) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(byte[] text, int from, int to) {
    return after(text, from, to) == to;
  }

  private static boolean isBlank(byte value) {
    return value == ' ' || value == '\t' || value == '\r';
  }

  private static DataFormatException wrong(String place, int line, String expected, String found) {
    return new DataFormatException(
        place + ", line " + line, "expected " + expected + ", found " + found + ".");
  }

  /** The frames of a label as a clip; they must be inside the recording. */
  SkeletonClip cut(ClipInfo info, PkuLabel label) {
    int first = label.start() - 1;
    int length = label.end() - first;
    int bodies = has(1, first, length) ? BODIES : 1;
    int cells = length * JOINTS * bodies;
    float[] coordinates = new float[SkeletonClip.CHANNELS * cells];
    JointMask.Builder mask = JointMask.builder(length, JOINTS, bodies);
    for (int t = 0; t < length; t++) {
      for (int m = 0; m < bodies; m++) {
        int body = (first + t) * FRAME_VALUES + m * BODY_VALUES;
        boolean present = has(m, first + t, 1);
        for (int v = 0; v < JOINTS; v++) {
          int joint = body + v * SkeletonClip.CHANNELS;
          int cell = (t * JOINTS + v) * bodies + m;
          for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
            coordinates[c * cells + cell] = values[joint + c];
          }
          if (!present) {
            mask.set(t, v, m, JointState.ABSENT);
          } else if (isZero(joint, SkeletonClip.CHANNELS)) {
            mask.set(t, v, m, JointState.OCCLUDED);
          }
        }
      }
    }
    return SkeletonClip.of(info, SkeletonLayout.NTU_25, coordinates, mask.build());
  }

  /** Whether a body is in any of the frames: its 75 numbers are not all zero. */
  private boolean has(int body, int first, int length) {
    for (int t = first; t < first + length; t++) {
      if (!isZero(t * FRAME_VALUES + body * BODY_VALUES, BODY_VALUES)) {
        return true;
      }
    }
    return false;
  }

  private boolean isZero(int from, int count) {
    for (int i = from; i < from + count; i++) {
      if (values[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
