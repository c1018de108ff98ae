package org.penumbra.data.format.pickle;

import java.nio.file.Path;
import org.penumbra.data.format.numpy.MappedBytes;

/**
 * Reads Python pickles, protocols 0 to 5, without executing anything: None, bool, numbers, text,
 * bytes, tuples, lists, dicts and NumPy arrays. Any other global is refused by its name.
 *
 * <p>Arrays and long texts stay where they are in the mapped file, so that a pickle of gigabytes
 * takes heap only for its small objects; those have a budget, so that a hostile pickle cannot
 * exhaust the memory. The public library {@code net.razorvine:pickle} is not used: it puts all of a
 * pickle on the heap, knows no NumPy, and makes an object of every unknown global.
 *
 * <pre>{@code
 * PickleValue root = Pickle.read(Path.of("train_label.pkl"));
 * String first = root.at(0).at(0).text();
 * }</pre>
 */
public final class Pickle {
  private Pickle() {}

  /**
   * Reads a file.
   *
   * @throws org.penumbra.core.DataNotFoundException if there is no such file
   * @throws org.penumbra.core.DataFormatException if it is cut off, damaged, or asks for anything
   *     but data; the message names file, byte and global
   */
  public static PickleValue read(Path file) {
    return read(MappedBytes.open(file), Runtime.getRuntime().maxMemory() / 2);
  }

  /** Reads bytes whose objects may take so much heap. */
  static PickleValue read(MappedBytes bytes, long budget) {
    return new PickleValue(bytes.place(), new Unpickler(bytes, new Budget(budget)).load());
  }
}
