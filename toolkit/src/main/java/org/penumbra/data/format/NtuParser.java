package org.penumbra.data.format;

import java.util.HashMap;
import java.util.Map;
import org.penumbra.core.DataFormatException;

/**
 * Reads the text of one NTU RGB+D skeleton file: the number of frames; per frame the number of
 * bodies; per body a line of 10 fields, the number of joints (25) and a line of 12 fields per joint
 * ({@code data-formats.md}). Lines end with CR LF or LF, the last one may lack its end.
 *
 * <p>Every field is checked. Of a body its id is used, of a joint x, y, z and the tracking state;
 * the other fields may be any number, also NaN or infinite, because real files are said to hold
 * such. Nothing is reserved for a count before it is known that the file is long enough for it.
 */
final class NtuParser {
  static final int MOST_FRAMES = 100_000;
  private static final int BODY_FIELDS = 10;
  private static final int BODY_STATE = 9;
  private static final int UNUSED = 8; // fields of a joint between its position and its state
  private static final int STATE = 3 + UNUSED;

  /** Shortest text of a frame, {@code 0} and a line's end. */
  private static final int FRAME_BYTES = 2;

  /** Shortest text of a body: one letter for each field, and one between. */
  private static final int BODY_BYTES = 2 * BODY_FIELDS + 3 + 2 * (STATE + 1) * ListedBodies.JOINTS;

  /** So many bytes behind a joint line's begin can be looked at without care. */
  private static final int SAFE = 4 * DecimalFloat.LOOK_AHEAD;

  private static final String[] JOINT_FIELDS = {
    "x",
    "y",
    "z",
    "depthX",
    "depthY",
    "colorX",
    "colorY",
    "orientationW",
    "orientationX",
    "orientationY",
    "orientationZ",
    "trackingState"
  };

  private final SkeletonText text;
  private final byte[] bytes;
  private final int kept;
  private final Map<String, Long> oddIds = new HashMap<>();
  private ListedBodies bodies;
  private int frame = -1;
  private int body = -1;

  private NtuParser(String place, byte[] bytes, int kept) {
    this.text = new SkeletonText(place, bytes);
    this.bytes = bytes;
    this.kept = kept;
  }

  /**
   * Reads a file.
   *
   * @param place what to call it in messages
   * @param bytes all of it
   * @param kept how many bodies of a frame to keep; those after them are checked and dropped
   * @throws DataFormatException if anything is wrong, missing or too much
   */
  static ListedBodies parse(String place, byte[] bytes, int kept) {
    NtuParser parser = new NtuParser(place, bytes, kept);
    parser.file();
    return parser.bodies;
  }

  private void file() {
    int frames = count("number of frames", 1, FRAME_BYTES);
    if (frames > MOST_FRAMES) {
      throw wrong("at most " + MOST_FRAMES + " frames", String.valueOf(frames));
    }
    bodies = new ListedBodies(frames, Math.min(frames, text.remaining() / BODY_BYTES));
    for (frame = 0; frame < frames; frame++) {
      int listed = count("number of bodies", 0, BODY_BYTES);
      for (body = 0; body < listed; body++) {
        body();
      }
      body = -1;
    }
    frame = -1;
    for (int fields = text.readLine(); fields >= 0; fields = text.readLine()) {
      if (fields > 0) {
        throw wrong("the end of the file after " + frames + " frames", text.shown(0));
      }
    }
  }

  /** A line with a number of things, each of which takes so many bytes at least. */
  private int count(String what, int least, int bytesEach) {
    expectFields(1, "the " + what + ", alone in its line");
    long count = text.digits(0);
    if (count < least) {
      throw wrong("the " + what + ", a whole number from " + least, text.shown(0));
    }
    // The last line may lack its end.
    if (count > (text.remaining() + 1L) / bytesEach) {
      throw wrong(
          "a " + what + " that the " + text.remaining() + " bytes left can hold",
          text.shown(0) + "; the file is cut off or the number wrong");
    }
    return (int) count;
  }

  private void body() {
    int behind = plainBody(text.next());
    if (behind < 0) {
      describedBody();
    } else {
      text.continueAt(behind);
    }
    expectFields(1, "the number of joints, alone in its line");
    if (text.digits(0) != ListedBodies.JOINTS) {
      throw wrong(ListedBodies.JOINTS + " joints", text.shown(0));
    }
    int last = bodies.size() - 1;
    float[] positions = bodies.positions();
    byte[] tracking = bodies.tracking();
    for (int joint = 0; joint < ListedBodies.JOINTS; joint++) {
      int cell = last * ListedBodies.JOINTS + joint;
      int end = plainJoint(text.next(), positions, tracking, cell);
      if (end < 0) {
        joint(joint, positions, tracking, cell);
      } else {
        text.continueAt(end);
      }
    }
    if (body >= kept) {
      bodies.dropLast();
    }
  }

  /**
   * A body's line as nearly all are: 10 plain numbers, one blank between them, the first of them
   * whole, the last one digit.
   *
   * @return where the next line begins; -1 if the line is not so, and then nothing counts
   */
  private int plainBody(int begin) {
    int end = UnusedNumbers.passLine(bytes, begin, BODY_FIELDS);
    if (end < 0) {
      return -1;
    }
    int last = end - (bytes[end - 2] == '\r' ? 3 : 2);
    long id = 0;
    int at = begin;
    for (; bytes[at] >= '0' && bytes[at] <= '9' && at - begin < SkeletonText.MOST_DIGITS; at++) {
      id = id * 10 + (bytes[at] - '0');
    }
    if (bytes[at] != ' ' || bytes[last - 1] != ' ') {
      return -1;
    }
    bodies.add(frame, body, id);
    if (bytes[last] != '0') {
      bodies.markSensed();
    }
    return end;
  }

  /** A body's line of any form; says what is wrong with it. */
  private void describedBody() {
    expectFields(BODY_FIELDS, BODY_FIELDS + " fields of a body");
    for (int field = 0; field < BODY_FIELDS; field++) {
      if (!text.isUnusedNumber(field)) {
        throw wrong("a number in field " + (field + 1) + " of a body", text.shown(field));
      }
    }
    // Ids go beyond int and are not exact as double; one that is no such number counts as a name.
    long digits = text.digits(0);
    bodies.add(
        frame,
        body,
        digits >= 0 ? digits : oddIds.computeIfAbsent(text.field(0), odd -> -1L - oddIds.size()));
    if (text.number(BODY_STATE) != 0) {
      bodies.markSensed();
    }
  }

  /**
   * A joint's line as nearly all are: 12 plain numbers, one blank between them.
   *
   * @return where the next line begins; -1 if the line is not so, and then nothing counts
   */
  private int plainJoint(int begin, float[] positions, byte[] tracking, int cell) {
    if (begin > bytes.length - SAFE) {
      return -1;
    }
    int at = begin;
    for (int c = 0; c < 3; c++) {
      long scanned = DecimalFloat.scan(bytes, at);
      at = (int) (scanned >> 32);
      if (scanned == DecimalFloat.NOT_PLAIN || bytes[at++] != ' ') {
        return -1;
      }
      positions[3 * cell + c] = Float.intBitsToFloat((int) scanned);
    }
    int end = UnusedNumbers.passLine(bytes, at, UNUSED + 1);
    if (end < 0) {
      return -1;
    }
    int last = end - (bytes[end - 2] == '\r' ? 3 : 2);
    int state = bytes[last] - '0';
    if (state < 0 || state > 2 || bytes[last - 1] != ' ') {
      return -1;
    }
    tracking[cell] = (byte) state;
    return end;
  }

  /** A joint's line of any form; says what is wrong with it. */
  private void joint(int joint, float[] positions, byte[] tracking, int cell) {
    expectFields(JOINT_FIELDS.length, JOINT_FIELDS.length + " fields of joint " + joint);
    for (int field = 0; field < STATE; field++) {
      if (field >= 3) {
        if (!text.isUnusedNumber(field)) {
          throw wrong("a number " + JOINT_FIELDS[field] + " of joint " + joint, text.shown(field));
        }
        continue;
      }
      float value = text.number(field);
      if (!Float.isFinite(value)) {
        throw wrong(
            "a finite number " + JOINT_FIELDS[field] + " of joint " + joint, text.shown(field));
      }
      positions[3 * cell + field] = value;
    }
    float state = text.number(STATE);
    if (state != 0 && state != 1 && state != 2) {
      throw wrong("a trackingState 0, 1 or 2 of joint " + joint, text.shown(STATE));
    }
    tracking[cell] = (byte) state;
  }

  private void expectFields(int wanted, String expected) {
    int found = text.readLine();
    if (found < 0) {
      throw wrong(
          expected, "the end of the file; it is " + (bytes.length == 0 ? "empty" : "cut off"));
    }
    if (found != wanted) {
      throw wrong(expected, found == 0 ? "an empty line" : found + " fields");
    }
  }

  private DataFormatException wrong(String expected, String found) {
    String where = (frame < 0 ? "" : ", frame " + frame) + (body < 0 ? "" : ", body " + body);
    return text.wrong(where, expected, found);
  }
}
