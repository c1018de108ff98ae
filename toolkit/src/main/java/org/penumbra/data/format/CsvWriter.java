package org.penumbra.data.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;

/** Writes clips as CSV, one after the other; a clip is read when its turn comes. */
final class CsvWriter {
  private static final List<CsvColumn> COLUMNS =
      List.of(
          CsvColumn.CLIP,
          CsvColumn.FRAME,
          CsvColumn.BODY,
          CsvColumn.JOINT,
          CsvColumn.X,
          CsvColumn.Y,
          CsvColumn.Z,
          CsvColumn.STATE,
          CsvColumn.LABEL,
          CsvColumn.SUBJECT,
          CsvColumn.CAMERA,
          CsvColumn.SETUP,
          CsvColumn.REPETITION);

  private final Writer out;
  private final List<String> joints; // quoted names

  private CsvWriter(Writer out, List<String> joints) {
    this.out = out;
    this.joints = joints;
  }

  static void write(SkeletonDataset dataset, Writer out) throws IOException {
    out.write(COLUMNS.stream().map(CsvColumn::label).collect(Collectors.joining(",")) + "\n");
    CsvWriter writer =
        new CsvWriter(
            out, dataset.layout().joints().stream().map(joint -> quoted(joint.name())).toList());
    for (SkeletonClip clip : dataset.clips()) {
      writer.clip(clip);
    }
  }

  private void clip(SkeletonClip clip) throws IOException {
    if (clip.name().isBlank() || clip.frames() == 0) {
      throw new InvalidOptionException(
          "a clip to be written as CSV",
          "one with a name and at least one frame",
          clip.name() + " of " + clip.frames() + " frames");
    }
    ClipInfo info = clip.info();
    String start = quoted(info.name()) + ",";
    String end =
        ",%d,%d,%d,%d,%d\n"
            .formatted(
                info.label(), info.subject(), info.camera(), info.setup(), info.repetition());
    JointMask mask = clip.mask();
    for (int t = 0; t < mask.frames(); t++) {
      for (int m = 0; m < mask.bodies(); m++) {
        boolean isLast = t == mask.frames() - 1 && m == mask.bodies() - 1;
        if (isLast || isPresent(clip, t, m)) {
          body(clip, start, t, m, end);
        }
      }
    }
  }

  /** Whether the body must be written: an absent one is told by having no line. */
  private static boolean isPresent(SkeletonClip clip, int t, int m) {
    for (int v = 0; v < clip.mask().joints(); v++) {
      if (clip.mask().state(t, v, m) != JointState.ABSENT || clip.isInferred(t, v, m)) {
        return true;
      }
    }
    return false;
  }

  private void body(SkeletonClip clip, String start, int t, int m, String end) throws IOException {
    for (int v = 0; v < clip.mask().joints(); v++) {
      JointState joint = clip.mask().state(t, v, m);
      CsvState state = CsvState.of(joint, clip.hasTrackingState(), clip.isInferred(t, v, m));
      out.append(start).append(String.valueOf(t)).append(',').append(String.valueOf(m));
      out.append(',').append(joints.get(v));
      for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
        out.append(',');
        if (joint == JointState.OBSERVED) {
          out.append(Float.toString(clip.at(c, t, v, m)));
        }
      }
      out.append(',').append(state.label()).append(end);
    }
  }

  private static String quoted(String text) {
    boolean plain =
        text.equals(text.strip())
            && text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
