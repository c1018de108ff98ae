package org.penumbra.impute.space;

import java.util.Locale;
import java.util.Objects;
import org.penumbra.core.Require;

/**
 * How clips are laid over each other before they are compared: relative to what, and which moment
 * of one clip meets which of another.
 *
 * <p>On a grid of G frames, cell d of a clip of L frames lies at {@code p = (d + 0.5) L / G - 0.5},
 * kept within 0 and L - 1, between frames {@code floor(p)} and {@code floor(p) + 1}: the published
 * resize, whose L is all frames up to the last with a body. The cell is present if the frames it
 * mixes are observed; where p falls on a frame, that one alone. OPSTL's paper compares on the
 * relative grid ({@link #RELATIVE_50}); its released code on 300 raw frames ({@link #RAW}).
 *
 * @param placing what coordinates are relative to
 * @param gridFrames G; 0 for the clip's own frames, the first against the first
 */
public record ComparisonSpace(Placing placing, int gridFrames) {
  /** What coordinates are relative to. */
  public enum Placing {
    /** The camera. */
    CAMERA("in the camera frame"),
    /**
     * The centre joint of the same body and frame, along the camera's axes. Where it is hidden it
     * is estimated ({@link CentreTrack}), to place others by; that changes no observation.
     */
    CENTRE("relative to the centre joint of the frame"),
    /**
     * The centre joint, and each body turned about the vertical once, so that over the clip its
     * shoulders and hips lie along x ({@link Facing}): clips of other cameras fit as well. Not
     * published.
     */
    CENTRE_TURNED("relative to the centre joint of the frame, each body turned once to the front");

    private final String sentence;

    Placing(String sentence) {
      this.sentence = sentence;
    }
  }

  /** 50 frames relative to the centre joint, as OPSTL's paper pre-processes. The default. */
  public static final ComparisonSpace RELATIVE_50 = new ComparisonSpace(Placing.CENTRE, 50);

  /** As {@link #RELATIVE_50}, with bodies turned to the front. */
  public static final ComparisonSpace TURNED_50 = new ComparisonSpace(Placing.CENTRE_TURNED, 50);

  /**
   * Camera frame, frame t against frame t. Rows are as long as the longest training clip; what a
   * longer clip hides after that has no donor and stays hidden, which is said of each joint.
   */
  public static final ComparisonSpace RAW = new ComparisonSpace(Placing.CAMERA, 0);

  /** Checks the number of frames. */
  public ComparisonSpace {
    Objects.requireNonNull(placing, "placing");
    Require.inRange("gridFrames", gridFrames, 0, 10_000);
  }

  /** With a grid of another number of frames; 0 for the clip's own. */
  public ComparisonSpace withGridFrames(int value) {
    return new ComparisonSpace(placing, value);
  }

  /** Short name, for instance {@code relative-50}. */
  public String name() {
    String place =
        switch (placing) {
          case CAMERA -> "raw";
          case CENTRE -> "relative";
          case CENTRE_TURNED -> "turned";
        };
    return gridFrames == 0 ? place : place + "-" + gridFrames;
  }

  /** For people, lower case. */
  public String describe() {
    String time =
        gridFrames == 0
            ? "frame by frame from the first"
            : String.format(Locale.ROOT, "on a grid of %d frames", gridFrames);
    return placing.sentence + ", " + time;
  }
}
