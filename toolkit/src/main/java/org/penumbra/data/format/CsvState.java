package org.penumbra.data.format;

import java.util.List;
import org.penumbra.data.JointState;

/**
 * What the column {@code state} says: the joint's {@link JointState}, and, if the sensor told it,
 * whether it tracked the joint or guessed it. A guess that was hidden afterwards is {@code
 * occluded-inferred}, so that nothing is lost in writing and reading.
 */
enum CsvState {
  OBSERVED(JointState.OBSERVED, false, false, "observed"),
  TRACKED(JointState.OBSERVED, true, false, "tracked"),
  INFERRED(JointState.OBSERVED, true, true, "inferred"),
  OCCLUDED(JointState.OCCLUDED, false, false, "occluded"),
  OCCLUDED_TRACKED(JointState.OCCLUDED, true, false, "occluded-tracked"),
  OCCLUDED_INFERRED(JointState.OCCLUDED, true, true, "occluded-inferred"),
  ABSENT(JointState.ABSENT, false, false, "absent"),
  ABSENT_TRACKED(JointState.ABSENT, true, false, "absent-tracked"),
  ABSENT_INFERRED(JointState.ABSENT, true, true, "absent-inferred");

  private static final List<CsvState> ALL = List.of(values());

  private final JointState joint;
  private final boolean hasTracking;
  private final boolean isInferred;
  private final String label;

  CsvState(JointState joint, boolean hasTracking, boolean isInferred, String label) {
    this.joint = joint;
    this.hasTracking = hasTracking;
    this.isInferred = isInferred;
    this.label = label;
  }

  static CsvState of(JointState joint, boolean hasTracking, boolean isInferred) {
    return ALL.get(code(joint, hasTracking, isInferred));
  }

  static CsvState ofCode(byte code) {
    return ALL.get(code);
  }

  /** Place among all states: three for each joint state, in the order in which they are listed. */
  byte code() {
    return (byte) code(joint, hasTracking, isInferred);
  }

  private static int code(JointState joint, boolean hasTracking, boolean isInferred) {
    return joint.code() * 3 + (!hasTracking ? 0 : isInferred ? 2 : 1);
  }

  /** The state that the row says; from its coordinates if it says nothing. */
  static CsvState read(CsvRow row, boolean hasPosition) {
    if (row.isEmpty(CsvColumn.STATE)) {
      return hasPosition ? OBSERVED : OCCLUDED;
    }
    CsvState state = null;
    for (CsvState known : ALL) {
      if (matches(row, known.label)) {
        state = known;
      }
    }
    if (state == null) {
      throw row.wrong(CsvColumn.STATE, "observed, inferred, tracked, occluded or absent");
    }
    if (state.joint == JointState.OBSERVED && !hasPosition) {
      throw row.wrong(CsvColumn.STATE, "occluded or absent where x, y or z is missing");
    }
    return state;
  }

  private static boolean matches(CsvRow row, String label) {
    int from = row.start(CsvColumn.STATE);
    if (row.end(CsvColumn.STATE) - from != label.length()) {
      return false;
    }
    for (int i = 0; i < label.length(); i++) {
      if ((row.bytes()[from + i] | 0x20) != (label.charAt(i) | 0x20)) {
        return false;
      }
    }
    return true;
  }

  JointState joint() {
    return joint;
  }

  boolean hasTracking() {
    return hasTracking;
  }

  boolean isInferred() {
    return isInferred;
  }

  String label() {
    return label;
  }
}
