package org.penumbra.data.format.array;

import java.nio.file.Path;
import java.util.List;
import org.penumbra.data.OpenOptions;
import org.penumbra.data.OwnSetReader;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.SplitRule;
import org.penumbra.data.format.CheckedClips;
import org.penumbra.data.format.numpy.NpzReader;
import org.penumbra.skeleton.LayoutFile;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * Clips of any layout in one {@code .npz} file, for bringing one's own data and for taking it to
 * Python. Arrays, by name:
 *
 * <ul>
 *   <li>{@code coordinates} (N, 3, T, V, M), float16, 32 or 64, metres in the camera frame; NaN
 *       where a joint is not observed
 *   <li>{@code names} (N) text; {@code labels} (N) whole numbers from 0
 *   <li>optional {@code lengths} (N) and {@code bodies} (N): how many of T and M a clip has;
 *       without them, frames and bodies at the end that are NaN throughout are left away
 *   <li>optional {@code states} (N, T, V, M) uint8: 0 observed, 1 occluded, 2 absent; without it, a
 *       joint at NaN is occluded, and a body that is NaN in the whole clip is absent
 *   <li>optional {@code inferred} (N, T, V, M) bool: the sensor guessed this position
 *   <li>optional {@code imputed} (N, T, V, M) bool: positions filled by imputation
 *   <li>optional {@code truth} and {@code truth_states}, of the shapes of {@code coordinates} and
 *       {@code states}: the clips before joints were hidden on purpose
 *   <li>optional {@code subjects}, {@code cameras}, {@code setups}, {@code repetitions} (N) whole
 *       numbers; 0 without them
 *   <li>optional {@code classes} (K) text: names of the classes; numbered without it
 * </ul>
 *
 * An array of another name is refused, so that a misspelt one is not passed over. Arrays that
 * {@code np.savez} stored are mapped and read clip by clip.
 */
public final class NpzClips implements OwnSetReader {
  /** Made by {@link java.util.ServiceLoader}. */
  public NpzClips() {}

  @Override
  public String ending() {
    return ".npz";
  }

  /** Opens a file whose layout file says what its numbers mean; units and axes become ours. */
  @Override
  public SkeletonDataset read(String name, Path file, LayoutFile layout, OpenOptions options) {
    SkeletonDataset data =
        new NpzClipsFile(file.toString(), NpzReader.read(file), layout).dataset(name, List.of());
    return CheckedClips.of(data, options);
  }

  /**
   * Opens a file.
   *
   * @param name of the data set
   * @param layout which joints, V of them
   * @param splits how it can be divided; may be empty
   * @throws org.penumbra.core.DataNotFoundException if there is no such file
   * @throws org.penumbra.core.DataFormatException if an array is missing, unknown, damaged, or of
   *     another shape or type
   */
  public static SkeletonDataset read(
      Path file, String name, SkeletonLayout layout, List<SplitRule> splits) {
    return new NpzClipsFile(file.toString(), NpzReader.read(file), LayoutFile.of(layout))
        .dataset(name, splits);
  }

  /**
   * Writes a set, block by block, in metres. Coordinates that are not observed become NaN; {@code
   * inferred} is written if every clip has tracking states, {@code truth} if every clip knows the
   * truth behind synthetic occlusion, {@code imputed} if any was filled. Splits and layout are not
   * written. A set that is not in memory is gone through seven times or more.
   *
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public static void write(SkeletonDataset data, Path file) {
    new NpzClipsWriter(data).write(file);
  }
}
