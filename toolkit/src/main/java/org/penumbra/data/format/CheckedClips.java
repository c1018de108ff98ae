package org.penumbra.data.format;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.DamagedFiles;
import org.penumbra.data.OpenOptions;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.SkippedFile;

/** Leaves damaged clips out of a set that reads them when they are asked for. */
final class CheckedClips {
  private CheckedClips() {}

  /** The set itself, or if asked for, the set without the clips that cannot be read. */
  static SkeletonDataset of(SkeletonDataset data, OpenOptions options) {
    if (options.damaged() != DamagedFiles.SKIP) {
      return data;
    }
    List<SkippedFile> damaged =
        IntStream.range(0, data.size())
            .parallel()
            .mapToObj(n -> problem(data, n))
            .filter(Objects::nonNull)
            .toList();
    Set<String> names =
        damaged.stream().map(SkippedFile::place).collect(Collectors.toUnmodifiableSet());
    return damaged.isEmpty()
        ? data
        : data.select(info -> !names.contains(info.name())).withSkipped(damaged);
  }

  private static SkippedFile problem(SkeletonDataset data, int clip) {
    try {
      data.clips().get(clip);
      return null;
    } catch (DataFormatException damage) {
      return new SkippedFile(data.infos().get(clip).name(), damage.getMessage());
    }
  }
}
