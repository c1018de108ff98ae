package org.penumbra.core;

/**
 * An option that is not told apart by the parts of a record: a matrix, an index, anything large or
 * hidden. Results are kept under what it says here.
 */
public interface Identified {
  /**
   * Equal for equal content and different for different content, on every machine and every day;
   * for instance a few numbers and a SHA-256.
   */
  String identity();
}
