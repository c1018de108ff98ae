package org.penumbra.data;

import org.penumbra.core.Require;

/**
 * Who did what, seen by which camera.
 *
 * @param name unique within a data set, for instance the file name without ending
 * @param label class index from 0
 * @param subject performer's number, as the source counts
 * @param camera camera or view number, as the source counts
 * @param setup setup number (NTU), 0 where the source has none
 * @param repetition repetition number, 0 where the source has none
 */
public record ClipInfo(String name, int label, int subject, int camera, int setup, int repetition) {
  /** Checks that the label is not negative. */
  public ClipInfo {
    Require.atLeast("label of clip " + name, label, 0);
  }
}
