package org.penumbra.data.fuzz;

import java.util.List;

/**
 * One reader under test.
 *
 * @param name for the report
 * @param inputs how many mutated inputs it gets
 * @param seeds good files
 * @param reader reads a file's bytes; a {@link org.penumbra.core.PenumbraException} is an answer
 */
public record FuzzTarget(String name, int inputs, List<byte[]> seeds, Reader reader) {
  /** Reads bytes and checks what was read as far as an independent reading can. */
  @FunctionalInterface
  public interface Reader {
    /** Throws a PenumbraException if the bytes are refused, an AssertionError if read wrongly. */
    void read(byte[] bytes) throws Exception;
  }
}
