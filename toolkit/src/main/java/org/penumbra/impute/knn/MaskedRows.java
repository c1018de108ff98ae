package org.penumbra.impute.knn;

/**
 * Rows of J cells with three coordinates each, some of them missing. A row is a clip, a cell a
 * joint of a body in a frame. Read from several threads, in any order and more than once; may be
 * larger than memory.
 */
public interface MaskedRows {
  /** Coordinates of a cell, which are present or missing together. */
  int CHANNELS = 3;

  /** Number of rows, n. */
  int size();

  /** Number of cells of every row, J. */
  int cells();

  /** Name of a row for messages, for instance of the clip. */
  String name(int row);

  /**
   * Reads one row. Bit j of a set of words is bit {@code j % 64} of word {@code j / 64}.
   *
   * @param values receives 3 J numbers, coordinate c of cell j at {@code c * J + j}, metres; what
   *     stands at missing cells is not looked at
   * @param present receives {@code ceil(J / 64)} words: the cells that have a value
   * @param wanted receives as many words: the cells that are to be filled. Missing cells that are
   *     not wanted (frames after the end, absent bodies) stay missing; a present cell may be wanted
   *     too, to learn what its donors say of it, and is compared all the same. Not looked at in
   *     donors
   */
  void read(int row, float[] values, long[] present, long[] wanted);
}
