package org.penumbra.data.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.ClipReader;
import org.penumbra.data.DamagedFiles;
import org.penumbra.data.DatasetSource;
import org.penumbra.data.OpenOptions;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.SplitRules;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * NTU RGB+D in the raw text form: one file per clip, read when its clip is asked for.
 *
 * <p>What a file is shows {@link NtuSkeletonFile}. The samples whose skeletons are missing or
 * incomplete, as the authors list them, are left out, as in the reference pipelines ({@code
 * methods.md} 1.1); {@link SkeletonDataset#notes()} says how many were. Clips of other setups or
 * actions in the same place are passed over.
 *
 * <p>Opening lists names only, so a damaged file shows when its clip is read. With {@link
 * DamagedFiles#SKIP} all files are read once when the set is opened, in parallel. Folders and zip
 * archives are read in place; a tar archive cannot be read clip by clip and must be unpacked.
 */
abstract class NtuSource implements DatasetSource {
  private final NtuSet set;
  private final JointMarker marker;

  NtuSource(NtuSet set, JointMarker marker) {
    this.set = set;
    this.marker = marker;
  }

  /** Where the parts of the set lie; empty if it is not there as a whole. */
  abstract Optional<List<Path>> find(Path dataFolder);

  @Override
  public boolean isIn(Path dataFolder) {
    return find(dataFolder).isPresent();
  }

  @Override
  public SkeletonDataset open(Path dataFolder, OpenOptions options) {
    List<Path> places = find(dataFolder).orElseThrow(() -> notFound(dataFolder));
    DamageReport damage = new DamageReport(options.damaged());
    NtuIndex index = NtuIndex.of(set, places, damage);
    ClipReader reader = reader(index, new NtuOptions(options.bodies(), marker));
    List<ClipInfo> infos = damage.skips() ? readable(index, reader, damage) : index.infos();
    if (infos.isEmpty()) {
      throw new DataFormatException(
          String.valueOf(places),
          "expected files like S001C001P001R001A001.skeleton of "
              + set.title()
              + ", found none."
              + damage.first()
              + " "
              + howToGet());
    }
    return SkeletonDataset.lazy(
            name(),
            SkeletonLayout.NTU_25,
            set.classNames(),
            infos,
            BodySlots.MOST,
            reader,
            SplitRules.of(set.splits()))
        .withSkipped(damage.skipped())
        .withNotes(notes(index));
  }

  /** Reads every clip once; those that cannot be read are reported and left out. */
  private static List<ClipInfo> readable(NtuIndex index, ClipReader reader, DamageReport damage) {
    Map<ClipInfo, DataFormatException> problems = new ConcurrentHashMap<>();
    index.infos().parallelStream()
        .forEach(
            info -> {
              try {
                reader.read(info);
              } catch (DataFormatException problem) {
                problems.put(info, problem);
              }
            });
    problems.forEach((info, problem) -> damage.add(index.file(info).place(), problem));
    return index.infos().stream().filter(info -> !problems.containsKey(info)).toList();
  }

  private static ClipReader reader(NtuIndex index, NtuOptions options) {
    return info -> {
      FileEntry file = index.file(info);
      byte[] content = file.content(NtuSkeletonFile.MOST_BYTES);
      return NtuSkeletonFile.read(info, file.place(), content, options);
    };
  }

  private List<String> notes(NtuIndex index) {
    return index.missing() == 0
        ? List.of()
        : List.of(
            index.missing()
                + " samples whose skeletons the authors list as missing or incomplete were left"
                + " out, as everybody does.");
  }

  private DataNotFoundException notFound(Path dataFolder) {
    String missing = Files.exists(dataFolder) ? "" : ", which does not exist";
    return new DataNotFoundException(
        "No " + name() + " in " + dataFolder + missing + ". " + howToGet());
  }
}
