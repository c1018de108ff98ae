package org.penumbra.data.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Counts unpacked bytes and refuses to go on beyond a limit. */
final class CappedInputStream extends FilterInputStream {
  private final Path archive;
  private final long total;
  private long count;
  private long limit;

  CappedInputStream(InputStream in, Path archive, EntryLimits limits) {
    super(in);
    this.archive = archive;
    this.total = limits.totalBytes();
    this.limit = total;
  }

  /** Lets no more than so many bytes through until {@link #allowAll()}. */
  void allowOnly(long bytes) {
    limit = Math.min(total, count + bytes);
  }

  /** Goes back to the limit for all entries together. */
  void allowAll() {
    limit = total;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    counted(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    counted(Math.max(read, 0));
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = super.skip(bytes);
    counted(skipped);
    return skipped;
  }

  private void counted(long bytes) {
    count += bytes;
    if (count > limit) {
      String what = limit < total ? "a header of at most 1 MiB" : "at most " + total + " bytes";
      throw Entries.tooMuch(archive.toString(), what);
    }
  }
}
