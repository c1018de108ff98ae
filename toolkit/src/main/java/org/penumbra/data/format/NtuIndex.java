package org.penumbra.data.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.PenumbraException;
import org.penumbra.data.ClipInfo;

/** The clips of an NTU RGB+D set as the names of its files tell; opens no clip. */
final class NtuIndex {
  private static final int MOST_ENTRIES = 1_000_000;

  private final NtuSet set;
  private final DamageReport damage;
  private final Map<String, FileEntry> files = new TreeMap<>();
  private final List<ClipInfo> infos = new ArrayList<>();
  private int missing;

  private NtuIndex(NtuSet set, DamageReport damage) {
    this.set = set;
    this.damage = damage;
  }

  /**
   * Lists the clips of a set.
   *
   * @param places folders and zip archives
   * @param damage told of each file that is none of its clips though it should be
   */
  static NtuIndex of(NtuSet set, List<Path> places, DamageReport damage) {
    NtuIndex index = new NtuIndex(set, damage);
    for (Path place : places) {
      List<FileEntry> entries = index.list(place);
      if (entries.isEmpty() && Files.isDirectory(place)) {
        NtuPlaces.archivesIn(place).forEach(archive -> index.addAll(index.list(archive)));
      }
      index.addAll(entries);
    }
    return index;
  }

  private List<FileEntry> list(Path place) {
    try {
      return Files.isDirectory(place)
          ? FolderFiles.list(place, NtuClipFiles::isClip, damage::add)
          : ZipFiles.list(place, MOST_ENTRIES, NtuClipFiles::isClip, damage::add);
    } catch (PenumbraException clear) {
      throw clear;
    } catch (IOException | RuntimeException failure) {
      // Archive libraries answer hostile bytes with any runtime exception.
      throw new DataFormatException(
          place.toString(),
          "cannot be read; it may be cut off or damaged ("
              + failure
              + "). Copy or download it again.",
          failure);
    }
  }

  private void addAll(List<FileEntry> entries) {
    var isMissing = set.missing();
    for (FileEntry entry : entries) {
      try {
        ClipInfo info = NtuClipFiles.info(entry.name(), entry.place());
        if (!NtuSet.NTU_120.holds(info)) {
          throw new DataFormatException(
              entry.place(),
              "expected a setup from 1 to 32 and an action from 1 to 120 in the name.");
        }
        if (!set.holds(info)) {
          continue;
        }
        if (isMissing.test(info)) {
          missing++;
          continue;
        }
        FileEntry former = files.putIfAbsent(info.name(), entry);
        if (former != null) {
          throw new DataFormatException(
              entry.place(), "the same clip is also in " + former.place() + "; remove one.");
        }
        infos.add(info);
      } catch (DataFormatException problem) {
        damage.add(entry.place(), problem);
      }
    }
  }

  /** Who did what, one entry per clip. */
  List<ClipInfo> infos() {
    return List.copyOf(infos);
  }

  /** The file of a clip. */
  FileEntry file(ClipInfo info) {
    return files.get(info.name());
  }

  /** How many files were left out because their skeletons are known to be missing. */
  int missing() {
    return missing;
  }
}
