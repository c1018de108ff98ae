/**
 * Files in folders and archives, one after the other or at random, without unpacking to disk. Start
 * with {@link org.penumbra.data.archive.Entries}, which refuses entries that leave the archive,
 * links and whatever is unreasonably large.
 */
package org.penumbra.data.archive;
