package org.penumbra.data.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.DamagedFiles;
import org.penumbra.data.SkippedFile;

/** All clips of a part, from its label texts; damaged ones are refused or left out. */
final class PkuIndex {
  private final PkuPart part;
  private final PkuFolders folders;
  private final List<PkuSplit> splits;
  private final boolean skip;
  private final Map<String, List<PkuCut>> cuts = new TreeMap<>(); // by recording
  private final List<SkippedFile> skipped = new ArrayList<>();

  PkuIndex(PkuPart part, PkuFolders folders, List<PkuSplit> splits, DamagedFiles damaged) {
    this.part = part;
    this.folders = folders;
    this.splits = splits;
    this.skip = damaged == DamagedFiles.SKIP;
  }

  /** Reads all labels; when damaged files are to be left out, parses all recordings too. */
  void read(PkuRecordings recordings) {
    List<String> skeletons = PkuFolders.recordings(part, folders.skeletons());
    List<String> labels = PkuFolders.recordings(part, folders.labels());
    TreeSet<String> all = new TreeSet<>(skeletons);
    all.addAll(labels);
    for (String recording : all) {
      try {
        same(recording, folders.skeletons(), skeletons);
        same(recording, folders.labels(), labels);
        listed(recording);
        cuts.put(recording, cuts(recording));
      } catch (DataFormatException failure) {
        leaveOut(recording + ".txt", failure);
      }
    }
    if (skip) {
      List.copyOf(cuts.keySet()).parallelStream()
          .map(recording -> check(recording, recordings))
          .toList()
          .forEach(skipped::addAll);
      cuts.values().removeIf(List::isEmpty);
    }
  }

  /** Clips by name. */
  Map<String, PkuCut> cuts() {
    Map<String, PkuCut> byName = new HashMap<>();
    cuts.values().stream()
        .flatMap(Collection::stream)
        .forEach(cut -> byName.put(cut.info().name(), cut));
    return byName;
  }

  List<SkippedFile> skipped() {
    return skipped;
  }

  private void same(String recording, Path folder, List<String> names) {
    if (!names.contains(recording)) {
      throw new DataFormatException(
          folder.resolve(recording + ".txt").toString(),
          "expected a skeleton text and a label text for each recording, found no such file.");
    }
  }

  private void listed(String recording) {
    if (!splits.stream().allMatch(split -> split.lists(recording))) {
      throw new DataFormatException(
          folders.skeletons().resolve(recording + ".txt").toString(),
          "expected each recording in one of the lists of "
              + folders.splits().values()
              + ", found it in neither. The reference pipelines would test on it: add it to the "
              + "fourth line, or leave it out by opening with DamagedFiles.SKIP.");
    }
  }

  private List<PkuCut> cuts(String recording) {
    String place = folders.labels().resolve(recording + ".txt").toString();
    List<String> lines =
        PkuLabel.lines(PkuRecordings.bytes(folders.labels().resolve(recording + ".txt")));
    if (lines.isEmpty()) {
      throw new DataFormatException(
          place, "expected lines of class,start,end,confidence, found none.");
    }
    List<PkuCut> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String where = place + ", line " + (i + 1);
      try {
        PkuLabel label = PkuLabel.parse(where, lines.get(i));
        found.add(new PkuCut(recording, where, label, part.info(recording, i + 1, label.label())));
      } catch (DataFormatException failure) {
        leaveOut(where, failure);
      }
    }
    return found;
  }

  private void leaveOut(String place, DataFormatException failure) {
    if (!skip) {
      throw failure;
    }
    skipped.add(new SkippedFile(place, failure.getMessage()));
  }

  /** Takes the clips that cannot be cut out of the list; the recordings are checked in parallel. */
  private List<SkippedFile> check(String recording, PkuRecordings recordings) {
    List<SkippedFile> problems = new ArrayList<>();
    List<PkuCut> clips = cuts.get(recording);
    try {
      PkuRecording whole = recordings.get(recording);
      clips.removeIf(
          cut -> {
            try {
              cut.check(whole);
              return false;
            } catch (DataFormatException failure) {
              problems.add(new SkippedFile(cut.place(), failure.getMessage()));
              return true;
            }
          });
    } catch (DataFormatException failure) {
      String file = folders.skeletons().resolve(recording + ".txt").toString();
      problems.add(new SkippedFile(file, failure.getMessage()));
      clips.clear();
    }
    return problems;
  }
}
