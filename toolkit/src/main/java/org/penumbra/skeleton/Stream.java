package org.penumbra.skeleton;

import java.util.Locale;

/** The three input streams of the papers, all of shape (C, T, V, M). */
public enum Stream {
  /** Joint positions. */
  JOINT,
  /** Child minus parent position along each bone; the centre joint is 0. */
  BONE,
  /** Next frame minus this frame; the last frame is 0. */
  MOTION;

  /** Lower-case name, as tables print it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
