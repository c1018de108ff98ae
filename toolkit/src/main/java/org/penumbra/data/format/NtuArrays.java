package org.penumbra.data.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.data.DatasetSource;
import org.penumbra.data.OpenOptions;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.Split;
import org.penumbra.data.SplitField;
import org.penumbra.data.SplitRule;

/**
 * NTU RGB+D as {@link ReferenceArrays}: a folder with a subfolder for each split. Both subfolders
 * hold the same clips, so the first one there ({@code xsub}, then the other) is read. Its files say
 * what trains in its own split; where the label file has NTU's names, cross view (cameras 2 and 3
 * train) or cross setup (even setups train) follows from them.
 */
abstract class NtuArrays implements DatasetSource {
  private final int version;
  private final Map<String, Split> subfolders;
  private final SplitRule byName;

  NtuArrays(int version, String second, SplitRule byName) {
    this.version = version;
    this.subfolders = new TreeMap<>(Map.of("xsub", Split.CROSS_SUBJECT, second, byName.split()));
    this.byName = byName;
  }

  static SplitRule views() {
    return SplitRule.of(Split.CROSS_VIEW, SplitField.CAMERA, List.of(2, 3));
  }

  static SplitRule setups() {
    List<Integer> even = IntStream.rangeClosed(1, 16).map(i -> 2 * i).boxed().toList();
    return SplitRule.of(Split.CROSS_SETUP, SplitField.SETUP, even);
  }

  @Override
  public String name() {
    return "ntu-" + version + "-arrays";
  }

  @Override
  public String description() {
    return "NTU RGB+D " + version + " as .npy arrays of the reference pipelines; for research use.";
  }

  @Override
  public String howToGet() {
    return "Make them with the data tools of CrosSCLR or AimCLR, or ReferenceArrays.write, and put"
        + " the folder into the data folder as "
        + name()
        + " or NTU"
        + version
        + "_frame50, with subfolders "
        + String.join(" and ", subfolders.keySet())
        + " that hold train_position.npy (or train_data.npy), train_label.pkl (or .npy) and the"
        + " same for val.";
  }

  @Override
  public boolean isIn(Path dataFolder) {
    return find(dataFolder).isPresent();
  }

  private Optional<Path> find(Path dataFolder) {
    return List.of(name(), "NTU" + version + "_frame50", "NTU" + version).stream()
        .map(dataFolder::resolve)
        .filter(Files::isDirectory)
        .flatMap(folder -> subfolders.keySet().stream().map(folder::resolve))
        .filter(ReferenceArrays::isIn)
        .findFirst();
  }

  @Override
  public SkeletonDataset open(Path dataFolder, OpenOptions options) {
    Path folder =
        find(dataFolder)
            .orElseThrow(
                () ->
                    new DataNotFoundException(
                        "No " + name() + " in " + dataFolder + ". " + howToGet()));
    Split split = subfolders.get(folder.getFileName().toString());
    SkeletonDataset data =
        ReferenceArrays.read(
            folder, name(), split, NtuClasses.numbered(version), ArrayMarker.NAN_TWIN);
    boolean named = data.infos().stream().allMatch(info -> ArrayClipName.isNtu(info.name()));
    if (named && byName.split() != split) {
      List<SplitRule> rules = new ArrayList<>(data.splits());
      rules.add(byName);
      data = data.withSplits(rules);
    }
    return CheckedClips.of(data, options);
  }
}
