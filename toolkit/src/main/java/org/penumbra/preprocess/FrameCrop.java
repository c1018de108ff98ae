package org.penumbra.preprocess;

import java.util.Objects;
import java.util.stream.IntStream;
import org.penumbra.core.Require;

/**
 * What is left of a clip with too many frames, before frames are counted. The pipelines for PKU-MMD
 * keep the middle 300 frames.
 *
 * @param longest most frames that are kept; 0 for no limit
 * @param part which of them
 */
public record FrameCrop(int longest, Part part) {
  /** No limit. The default. */
  public static final FrameCrop NONE = new FrameCrop(0, Part.HEAD);

  /** Which frames of a clip that is too long. */
  public enum Part {
    /** Those in the middle; of n frames from index {@code (n - longest) / 2}, rounded down. */
    CENTRE,
    /** The first ones. */
    HEAD
  }

  /** Checks the limit. */
  public FrameCrop {
    Require.atLeast("longest", longest, 0);
    Objects.requireNonNull(part, "part");
  }

  /** The middle of longer clips. */
  public static FrameCrop centre(int longest) {
    return new FrameCrop(Require.atLeast("longest", longest, 1), Part.CENTRE);
  }

  /** The start of longer clips. */
  public static FrameCrop head(int longest) {
    return new FrameCrop(Require.atLeast("longest", longest, 1), Part.HEAD);
  }

  /** One sentence: what it does. */
  public String describe() {
    return longest == 0
        ? "clips of any length are used whole"
        : "of clips over "
            + longest
            + " frames only the "
            + (part == Part.CENTRE ? "middle " : "first ")
            + longest
            + " are used";
  }

  /** The frames that are left of a number of frames. */
  int[] rows(int frames) {
    if (longest == 0 || frames <= longest) {
      return IntStream.range(0, frames).toArray();
    }
    int start = part == Part.CENTRE ? (frames - longest) / 2 : 0;
    return IntStream.range(start, start + longest).toArray();
  }
}
