package org.penumbra.data.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

/** The rows of one clip while a CSV is read; any order. */
final class CsvClip {
  private static final byte UNSET = -1;

  private final String name;
  private final Map<CsvColumn, byte[]> said = new EnumMap<>(CsvColumn.class);
  private final Map<CsvColumn, Integer> numbers = new EnumMap<>(CsvColumn.class);
  private String label;
  private int labelLine;
  private int rows;
  private int frames; // T
  private int bodies; // M
  private int[] frame = new int[8];
  private short[] joint = new short[8];
  private byte[] body = new byte[8];
  private byte[] state = new byte[8]; // codes of CsvState
  private int[] line = new int[8];
  private float[] position = new float[24]; // (row, C), metres

  CsvClip(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  /** The text of the label; null if no row has one. */
  String label() {
    return label;
  }

  int labelLine() {
    return labelLine;
  }

  /** Cells (T, V, M) that the clip will have. */
  long cells(SkeletonLayout layout) {
    return (long) frames * layout.size() * bodies;
  }

  /** Keeps what a row says of the whole clip; all rows must agree. */
  void describe(CsvRow row, CsvColumn column) {
    byte[] former = said.get(column);
    if (former != null) {
      if (!row.equals(column, former)) {
        throw row.wrong(
            column, "'" + text(former) + "' as in the first lines of clip '" + name + "'");
      }
      return;
    }
    if (column == CsvColumn.LABEL) {
      label = row.text(column);
      labelLine = row.line();
    } else {
      numbers.put(column, row.integer(column, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
    said.put(column, row.copy(column));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  void add(int rowLine, int t, int v, int m, CsvState rowState, float[] xyz) {
    if (rows == frame.length) {
      int more = rows + (rows >> 1);
      frame = Arrays.copyOf(frame, more);
      joint = Arrays.copyOf(joint, more);
      body = Arrays.copyOf(body, more);
      state = Arrays.copyOf(state, more);
      line = Arrays.copyOf(line, more);
      position = Arrays.copyOf(position, more * SkeletonClip.CHANNELS);
    }
    frame[rows] = t;
    joint[rows] = (short) v;
    body[rows] = (byte) m;
    state[rows] = rowState.code();
    line[rows] = rowLine;
    System.arraycopy(xyz, 0, position, rows * SkeletonClip.CHANNELS, SkeletonClip.CHANNELS);
    frames = Math.max(frames, t + 1);
    bodies = Math.max(bodies, m + 1);
    rows++;
  }

  /** The clip; a joint without a row is occluded if its body has one in that frame, else absent. */
  SkeletonClip build(String place, SkeletonLayout layout, int classIndex) {
    int joints = layout.size();
    int cells = frames * joints * bodies;
    float[] coordinates = new float[SkeletonClip.CHANNELS * cells];
    byte[] codes = new byte[cells];
    Arrays.fill(codes, UNSET);
    BitSet present = new BitSet(frames * bodies);
    BitSet inferred = new BitSet();
    boolean hasTracking = false;
    for (int i = 0; i < rows; i++) {
      int cell = (frame[i] * joints + joint[i]) * bodies + body[i];
      if (codes[cell] != UNSET) {
        throw twice(place, layout, i);
      }
      CsvState known = CsvState.ofCode(state[i]);
      codes[cell] = known.joint().code();
      hasTracking |= known.hasTracking();
      inferred.set(cell, known.isInferred());
      if (known.joint() != JointState.ABSENT) {
        present.set(frame[i] * bodies + body[i]);
      }
      for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
        coordinates[c * cells + cell] = position[i * SkeletonClip.CHANNELS + c];
      }
    }
    for (int cell = 0; cell < cells; cell++) {
      if (codes[cell] == UNSET) {
        int t = cell / bodies / joints;
        boolean there = present.get(t * bodies + cell % bodies);
        codes[cell] = (there ? JointState.OCCLUDED : JointState.ABSENT).code();
      }
    }
    JointMask mask = JointMask.ofCodes(frames, joints, bodies, codes);
    return hasTracking
        ? SkeletonClip.of(info(classIndex), layout, coordinates, mask, inferred)
        : SkeletonClip.of(info(classIndex), layout, coordinates, mask);
  }

  private ClipInfo info(int classIndex) {
    return new ClipInfo(
        name,
        classIndex,
        numbers.getOrDefault(CsvColumn.SUBJECT, 0),
        numbers.getOrDefault(CsvColumn.CAMERA, 0),
        numbers.getOrDefault(CsvColumn.SETUP, 0),
        numbers.getOrDefault(CsvColumn.REPETITION, 0));
  }

  private DataFormatException twice(String place, SkeletonLayout layout, int row) {
    int first = 0;
    while (frame[first] != frame[row] || joint[first] != joint[row] || body[first] != body[row]) {
      first++;
    }
    return new DataFormatException(
        place + ", line " + line[row],
        "expected one line for each joint, found clip '%s', frame %d, body %d, joint '%s' also on line %d."
            .formatted(
                name, frame[row], body[row], layout.joints().get(joint[row]).name(), line[first]));
  }
}
