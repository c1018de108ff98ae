package org.penumbra.data;

/**
 * Makes the clip of an entry when it is asked for. Asked from several threads at once, in any
 * order, more than once; always gives the same.
 */
@FunctionalInterface
public interface ClipReader {
  /**
   * Reads or makes one clip.
   *
   * @param info who did what; the clip has exactly this
   * @throws org.penumbra.core.DataFormatException if its file is damaged
   */
  SkeletonClip read(ClipInfo info);
}
