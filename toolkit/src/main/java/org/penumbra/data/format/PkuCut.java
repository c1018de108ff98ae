package org.penumbra.data.format;

import org.penumbra.core.DataFormatException;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.SkeletonClip;

/**
 * Where a clip is cut from.
 *
 * @param recording name of the recording
 * @param place the line of the label file, for messages
 * @param label which frames
 * @param info who did what
 */
record PkuCut(String recording, String place, PkuLabel label, ClipInfo info) {
  /** Refuses frames beyond the recording. */
  void check(PkuRecording whole) {
    if (label.end() > whole.frames()) {
      throw new DataFormatException(
          place,
          "expected frames within the recording, which has "
              + whole.frames()
              + ", found "
              + label.start()
              + " to "
              + label.end()
              + ".");
    }
  }

  SkeletonClip clip(PkuRecording whole) {
    check(whole);
    return whole.cut(info, label);
  }
}
