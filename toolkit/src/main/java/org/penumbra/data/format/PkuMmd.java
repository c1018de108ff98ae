package org.penumbra.data.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.data.DatasetSource;
import org.penumbra.data.OpenOptions;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.Split;
import org.penumbra.data.SplitField;
import org.penumbra.data.SplitRule;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * PKU-MMD as its authors publish it ({@code methods.md} 1.4): long recordings of up to two people
 * with 25 joints (Kinect v2), from which label texts cut the clips. 51 classes, cameras L = 1, M =
 * 2, R = 3.
 *
 * <p>A clip is called {@code RECORDING_NNN}, NNN being its line in the label text, and keeps all
 * its frames; cropping to 300 is a matter of pre-processing. A body is in a frame if its 75 numbers
 * are not all zero; otherwise it is ABSENT. There is no tracking state; a single joint at exactly
 * (0, 0, 0), the camera's own place, is OCCLUDED. Bodies have no ids, so they stay in the order of
 * the file whatever {@link org.penumbra.data.BodySelection} says.
 *
 * <p>Opening reads labels and splits; a recording is parsed when one of its clips is asked for.
 * With {@link org.penumbra.data.DamagedFiles#SKIP} all recordings are parsed once on opening.
 */
abstract class PkuMmd implements DatasetSource {
  private final PkuPart part;

  PkuMmd(PkuPart part) {
    this.part = part;
  }

  @Override
  public String name() {
    return part.setName();
  }

  @Override
  public String howToGet() {
    return "Ask its authors (STRUCT group, Peking University), unpack skeletons, labels and splits, "
        + "and put the folders into "
        + part.setName()
        + " in the data folder: skeleton/"
        + part.example()
        + ".txt ..., label/"
        + part.example()
        + ".txt ..., Split/cross-subject.txt, Split/cross-view.txt.";
  }

  @Override
  public boolean isIn(Path dataFolder) {
    return PkuFolders.find(part, dataFolder).filter(found -> found.labels() != null).isPresent();
  }

  @Override
  public SkeletonDataset open(Path dataFolder, OpenOptions options) {
    PkuFolders folders = PkuFolders.find(part, dataFolder).orElseThrow(() -> missing(dataFolder));
    if (folders.labels() == null) {
      throw new DataNotFoundException(
          "Found recordings of "
              + part.setName()
              + " in "
              + folders.skeletons()
              + ", but no label texts beside them. "
              + howToGet());
    }
    List<SplitRule> rules = new ArrayList<>();
    List<PkuSplit> splits = new ArrayList<>();
    for (Map.Entry<Split, Path> text : folders.splits().entrySet()) {
      String place = text.getValue().toString();
      PkuSplit split = PkuSplit.parse(part, place, PkuRecordings.bytes(text.getValue()));
      splits.add(split);
      rules.add(new SplitRule(text.getKey(), SplitField.RECORDING, split.training(), 0, 0));
    }
    PkuRecordings recordings = new PkuRecordings(folders.skeletons());
    PkuIndex index = new PkuIndex(part, folders, splits, options.damaged());
    index.read(recordings);
    Map<String, PkuCut> cuts = index.cuts();
    if (cuts.isEmpty()) {
      throw new DataFormatException(
          folders.skeletons().toString(),
          "no clip is whole; the first problem: " + index.skipped().get(0).problem());
    }
    return SkeletonDataset.lazy(
            part.setName(),
            SkeletonLayout.NTU_25,
            PkuClasses.NAMES,
            cuts.values().stream().map(PkuCut::info).toList(),
            2,
            info -> {
              PkuCut cut = cuts.get(info.name());
              return cut.clip(recordings.get(cut.recording()));
            },
            rules)
        .withSkipped(index.skipped());
  }

  private DataNotFoundException missing(Path dataFolder) {
    return new DataNotFoundException(
        "No "
            + part.setName()
            + " in "
            + dataFolder
            + (Files.exists(dataFolder) ? "" : ", which does not exist")
            + ". "
            + howToGet());
  }
}
