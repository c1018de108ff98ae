package org.penumbra.data;

/** What happens when a file of a data set is damaged. */
public enum DamagedFiles {
  /** The first one ends the reading with a message that names it. The default. */
  REFUSE,
  /**
   * All files are checked when the set is opened; damaged ones are left out and listed by {@link
   * SkeletonDataset#skipped()}.
   */
  SKIP
}
