package org.penumbra.data.format;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.penumbra.core.AtomicFiles;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.JointState;
import org.penumbra.data.NtuName;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * Writes clips as NTU RGB+D skeleton files, which {@link NtuSkeletonFile} and the scripts of other
 * projects read: one file per clip, named after it.
 *
 * <p>Coordinates are printed so that reading gives the same floats. An inferred joint gets tracking
 * state 1, another observed one 2, an occluded one 0 and the position (0, 0, 0), so that readers of
 * either {@link JointMarker} see it; whether a hidden joint was inferred is not kept. Absent bodies
 * are not listed. A person keeps one id through the clip. The fields that nobody uses are 0; so is
 * the tracking state of a body itself if the clip's source had none.
 *
 * <p>A file lists people one after the other, without gaps. So where body 0 of a clip is absent and
 * body 1 is not, reading the first in file makes body 1 the first body of that frame, as in the
 * reference pipelines; reading the most energetic follows the ids, and the person stays one body.
 * For the same reason a second body that never appears is gone after reading.
 */
public final class NtuSkeletonWriter {
  private static final String LINE_END = "\r\n";
  private static final long FIRST_ID = 72057594037927937L; // the real ones are of this size

  private NtuSkeletonWriter() {}

  /**
   * Writes all clips of a data set, replacing files of the same names.
   *
   * @param folder made if it is not there
   * @throws InvalidOptionException if a clip has no such form; see {@link #write(SkeletonClip,
   *     Path)}
   */
  public static void write(SkeletonDataset data, Path folder) {
    data.infos().forEach(NtuSkeletonWriter::checkName);
    data.clips().parallelStream().forEach(clip -> write(clip, folder));
  }

  /**
   * Writes one clip.
   *
   * @param clip of layout {@code NTU_25}, one or two bodies, 1 to 100,000 frames, with a name as
   *     {@link NtuName} reads it; in a frame a body is absent with all its joints or with none
   * @param folder made if it is not there
   * @return the file
   * @throws InvalidOptionException if the clip is not so
   */
  public static Path write(SkeletonClip clip, Path folder) {
    checkName(clip.info());
    byte[] content = bytes(clip);
    Path file = folder.resolve(clip.name() + NtuClipFiles.ENDING);
    AtomicFiles.write(file, out -> out.write(content));
    return file;
  }

  /** The content of a clip's file. */
  static byte[] bytes(SkeletonClip clip) {
    if (!clip.layout().equals(SkeletonLayout.NTU_25)) {
      throw new InvalidOptionException(
          "layout of clip " + clip.name(),
          SkeletonLayout.NTU_25.name() + ", which alone this format can hold",
          clip.layout().name());
    }
    Require.inRange("bodies of clip " + clip.name(), clip.bodies(), 1, BodySlots.MOST);
    Require.inRange("frames of clip " + clip.name(), clip.frames(), 1, NtuParser.MOST_FRAMES);
    StringBuilder text = new StringBuilder();
    text.append(clip.frames()).append(LINE_END);
    for (int frame = 0; frame < clip.frames(); frame++) {
      int listed = 0;
      for (int body = 0; body < clip.bodies(); body++) {
        listed += isListed(clip, frame, body) ? 1 : 0;
      }
      text.append(listed).append(LINE_END);
      for (int body = 0; body < clip.bodies(); body++) {
        if (isListed(clip, frame, body)) {
          append(text, clip, frame, body);
        }
      }
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean isListed(SkeletonClip clip, int frame, int body) {
    boolean absent = clip.mask().state(frame, 0, body) == JointState.ABSENT;
    for (int joint = 1; joint < ListedBodies.JOINTS; joint++) {
      if ((clip.mask().state(frame, joint, body) == JointState.ABSENT) != absent) {
        throw new InvalidOptionException(
            "body " + body + " in frame " + frame + " of clip " + clip.name(),
            "absent with all joints or with none, because the format lists whole bodies",
            "joint 0 " + (absent ? "absent" : "there") + ", joint " + joint + " otherwise");
      }
    }
    return !absent;
  }

  private static void append(StringBuilder text, SkeletonClip clip, int frame, int body) {
    text.append(FIRST_ID + body)
        .append(" 0 0 0 0 0 0 0 0 ")
        .append(clip.hasTrackingState() ? 2 : 0)
        .append(LINE_END)
        .append(ListedBodies.JOINTS)
        .append(LINE_END);
    for (int joint = 0; joint < ListedBodies.JOINTS; joint++) {
      boolean observed = clip.mask().isObserved(frame, joint, body);
      for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
        text.append(observed ? Float.toString(clip.at(c, frame, joint, body)) : "0").append(' ');
      }
      int seen = clip.isInferred(frame, joint, body) ? 1 : 2;
      text.append("0 0 0 0 0 0 0 0 ").append(observed ? seen : 0).append(LINE_END);
    }
  }

  private static void checkName(ClipInfo info) {
    if (!NtuName.isName(info.name()) || !NtuName.parse(info.name()).info().equals(info)) {
      throw new InvalidOptionException(
          "clip name",
          "like S001C001P001R001A001 and tell the same setup, camera, subject, repetition and"
              + " label + 1 as the clip's entry; change it with withInfo",
          info);
    }
  }
}
