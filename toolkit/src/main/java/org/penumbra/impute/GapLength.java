package org.penumbra.impute;

import java.util.List;

/** How many consecutive frames a joint is hidden, in bins. */
public enum GapLength {
  /** 1 to 5 frames. */
  TO_5("1 to 5", 5),
  /** 6 to 10 frames. */
  TO_10("6 to 10", 10),
  /** 11 to 20 frames. */
  TO_20("11 to 20", 20),
  /** 21 to 50 frames. */
  TO_50("21 to 50", 50),
  /** 51 frames and more. */
  LONGER("51 and more", Integer.MAX_VALUE),
  /** The clip shows the joint in no frame. */
  WHOLE_CLIP("whole clip", -1);

  private final String label;
  private final int most;

  GapLength(String label, int most) {
    this.label = label;
    this.most = most;
  }

  /** The frames, for tables. */
  public String label() {
    return label;
  }

  /** Place in arrays by length of gap, from 0. */
  int index() {
    return List.of(values()).indexOf(this);
  }

  /** The bin of a gap in a clip that shows the joint elsewhere. */
  static GapLength of(int frames) {
    for (GapLength gap : values()) {
      if (frames <= gap.most) {
        return gap;
      }
    }
    throw new IllegalArgumentException(frames + " frames");
  }
}
