package org.penumbra.data.archive;

import org.penumbra.core.Require;

/**
 * How much an archive may unfold to, so that a small hostile file cannot fill the memory or keep
 * the machine busy for ever.
 *
 * @param entryBytes largest file that is read, in bytes
 * @param totalBytes most bytes over all files, unpacked
 * @param entries most files
 */
public record EntryLimits(int entryBytes, long totalBytes, int entries) {
  /** Checks that every limit is above 0. */
  public EntryLimits {
    Require.atLeast("entryBytes", entryBytes, 1);
    Require.atLeast("entries", entries, 1);
    Require.inRange("totalBytes", (double) totalBytes, 1, Long.MAX_VALUE);
  }
}
