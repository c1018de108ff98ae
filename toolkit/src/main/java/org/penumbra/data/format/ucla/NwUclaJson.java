package org.penumbra.data.format.ucla;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * One clip in JSON: {@code {"file_name": name, "skeletons": [T][20][3], "label": 1..10}}, metres.
 *
 * <p>A joint at exactly (0, 0, 0) is OCCLUDED: that point is the camera itself, where no joint can
 * be, and the sensor writes it for a joint it has no position of.
 */
final class NwUclaJson {
  private static final int JOINTS = SkeletonLayout.KINECT_20.size();
  private static final int FRAME_VALUES = JOINTS * SkeletonClip.CHANNELS;
  private static final char[] AXES = {'x', 'y', 'z'};

  private final ClipInfo info;
  private final String place;
  private final JsonReader json;
  private float[] values = new float[64 * FRAME_VALUES]; // (T, V, C), grows
  private int frames;
  private int frame = -1;
  private String expected = "an object with file_name, skeletons and label"; // null: a joint
  private int expectedJoint;
  private int expectedAxis; // below 0: the joint as a whole

  private NwUclaJson(ClipInfo info, String place, byte[] content) {
    this.info = info;
    this.place = place;
    json =
        new JsonReader(
            new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8));
    json.setStrictness(Strictness.STRICT);
  }

  /**
   * Reads one clip.
   *
   * @param info what the file name says; the content must agree
   * @param place what to call the file in messages
   * @throws DataFormatException if anything is missing, wrong or too much
   */
  static SkeletonClip read(ClipInfo info, String place, byte[] content) {
    NwUclaJson reader = new NwUclaJson(info, place, content);
    try {
      reader.object();
    } catch (EOFException end) {
      throw reader.wrong("the end of the file; it is cut off", end);
    } catch (MalformedJsonException malformed) {
      throw reader.wrong("text that is no JSON", malformed);
    } catch (IOException failure) {
      throw reader.wrong("something unreadable (" + failure.getMessage() + ")", failure);
    }
    return reader.clip();
  }

  private void object() throws IOException {
    want(JsonToken.BEGIN_OBJECT);
    json.beginObject();
    Set<String> seen = new HashSet<>();
    for (expect("a field's name"); json.hasNext(); expect("a field's name")) {
      String field = json.nextName();
      if (!seen.add(field)) {
        throw wrong("the field '" + field + "' twice", null);
      }
      switch (field) {
        case "file_name" -> same("file_name", info.name());
        case "label" -> same("label", String.valueOf(info.label() + 1));
        case "skeletons" -> skeletons();
        default -> json.skipValue();
      }
    }
    json.endObject();
    expect("nothing after the object");
    want(JsonToken.END_DOCUMENT);
    for (String field : new String[] {"skeletons", "label"}) {
      expect("the field '" + field + "'");
      if (!seen.contains(field)) {
        throw wrong("an object without it", null);
      }
    }
  }

  private void same(String field, String wanted) throws IOException {
    expect(field + " " + wanted + " as the file's name says");
    want(field.equals("label") ? JsonToken.NUMBER : JsonToken.STRING);
    String found = json.nextString();
    if (!found.equals(wanted)) {
      throw wrong(found, null);
    }
  }

  private void skeletons() throws IOException {
    expect("skeletons, an array of at least one frame");
    want(JsonToken.BEGIN_ARRAY);
    json.beginArray();
    while (json.hasNext()) {
      frame = frames;
      if ((frames + 1) * FRAME_VALUES > values.length) {
        values = Arrays.copyOf(values, values.length * 2);
      }
      frame();
      frames++;
      frame = -1;
      expect("another frame or the end of skeletons");
    }
    json.endArray();
    if (frames == 0) {
      throw wrong("no frame at all; remove the file", null);
    }
  }

  private void frame() throws IOException {
    expect("an array of " + JOINTS + " joints");
    want(JsonToken.BEGIN_ARRAY);
    json.beginArray();
    for (int v = 0; v < JOINTS; v++) {
      if (!json.hasNext()) {
        throw wrong(v + " joints", null);
      }
      joint(v);
    }
    if (json.hasNext()) {
      throw wrong("more", null);
    }
    json.endArray();
  }

  private void joint(int v) throws IOException {
    expectJoint(v, -1);
    want(JsonToken.BEGIN_ARRAY);
    json.beginArray();
    for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
      expectJoint(v, c);
      want(JsonToken.NUMBER);
      String text = json.nextString();
      float value = Float.parseFloat(text);
      if (!Float.isFinite(value)) {
        throw wrong(text, null);
      }
      values[(frame * JOINTS + v) * SkeletonClip.CHANNELS + c] = value;
    }
    expectJoint(v, -1);
    if (json.hasNext()) {
      throw wrong("more than three values", null);
    }
    json.endArray();
    expect("an array of " + JOINTS + " joints");
  }

  private void want(JsonToken token) throws IOException {
    JsonToken found = json.peek();
    if (found != token) {
      boolean end = found == JsonToken.END_DOCUMENT;
      throw wrong(end ? "the end of the file; it is cut off" : name(found), null);
    }
  }

  private static String name(JsonToken token) {
    return token.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void expect(String what) {
    expected = what;
  }

  /** As {@link #expect}, without making a text for each of a million numbers. */
  private void expectJoint(int joint, int axis) {
    expected = null;
    expectedJoint = joint;
    expectedAxis = axis;
  }

  private String expected() {
    if (expected != null) {
      return expected;
    }
    return expectedAxis < 0
        ? "[x, y, z] of joint " + expectedJoint
        : "a finite number " + AXES[expectedAxis] + " of joint " + expectedJoint;
  }

  private DataFormatException wrong(String found, Exception cause) {
    // The reader knows its line and column only in this text.
    String where = json.toString();
    int at = where.indexOf(" at line ");
    int path = where.indexOf(" path ");
    String position = at < 0 || path < at ? "" : where.substring(at + 4, path);
    return new DataFormatException(
        place + ", " + position + (frame < 0 ? "" : ", frame " + frame),
        "expected " + expected() + ", found " + found + ".",
        cause);
  }

  private SkeletonClip clip() {
    JointMask.Builder mask = JointMask.builder(frames, JOINTS, 1);
    float[] coordinates = new float[frames * FRAME_VALUES];
    int cells = frames * JOINTS;
    for (int cell = 0; cell < cells; cell++) {
      boolean zero = true;
      for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
        float value = values[cell * SkeletonClip.CHANNELS + c];
        coordinates[c * cells + cell] = value;
        zero &= value == 0;
      }
      if (zero) {
        mask.set(cell / JOINTS, cell % JOINTS, 0, JointState.OCCLUDED);
      }
    }
    return SkeletonClip.of(info, SkeletonLayout.KINECT_20, coordinates, mask.build());
  }
}
