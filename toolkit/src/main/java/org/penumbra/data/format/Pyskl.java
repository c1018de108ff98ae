package org.penumbra.data.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.Split;
import org.penumbra.data.SplitField;
import org.penumbra.data.SplitRule;
import org.penumbra.data.format.pickle.Pickle;
import org.penumbra.data.format.pickle.PickleValue;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * Annotation pickles of PYSKL and MMAction2 with 3-D skeletons: a dict of {@code split} (name to
 * list of {@code frame_dir}) and {@code annotations}, a list of dicts with {@code frame_dir},
 * {@code label}, {@code keypoint} (M, T, V, 3) in float16, 32 or 64, and {@code total_frames}; or
 * such a list alone.
 *
 * <p>The file is mapped and a clip is decoded when it is asked for. Coordinates are taken as they
 * are. A body that is all zero in a frame is ABSENT there; a single joint at zero stays where it
 * is, because the format has no marker for hidden joints. Nothing in the pickle is executed.
 */
public final class Pyskl {
  private static final Map<String, Split> SPLITS =
      Map.of("xsub", Split.CROSS_SUBJECT, "xview", Split.CROSS_VIEW, "xset", Split.CROSS_SETUP);

  private Pyskl() {}

  /**
   * Opens a file.
   *
   * @param name of the data set
   * @param layout which joints, V of them
   * @param classNames by label
   * @throws org.penumbra.core.DataNotFoundException if there is no such file
   * @throws DataFormatException if it is damaged, asks for anything but data, or holds 2-D poses
   */
  public static SkeletonDataset read(
      Path file, String name, SkeletonLayout layout, List<String> classNames) {
    return read(Pickle.read(file), name, layout, classNames);
  }

  static SkeletonDataset read(
      PickleValue root, String name, SkeletonLayout layout, List<String> classNames) {
    PickleValue annotations = root.isDict() ? root.get("annotations") : root;
    Map<String, PysklClip> clips = new LinkedHashMap<>();
    List<ClipInfo> infos = new ArrayList<>();
    int bodies = 1;
    for (int n = 0; n < annotations.size(); n++) {
      PickleValue annotation = annotations.at(n);
      PysklClip clip = PysklClip.of(annotation, layout, classNames.size());
      bodies = Math.max(bodies, clip.bodies());
      infos.add(clip.info());
      if (clips.put(clip.info().name(), clip) != null) {
        throw new DataFormatException(
            annotation.path(), "the clip " + clip.info().name() + " is there twice.");
      }
    }
    List<SplitRule> splits =
        root.isDict() && root.has("split") ? splits(root.get("split"), clips.keySet()) : List.of();
    return SkeletonDataset.lazy(
        name,
        layout,
        classNames,
        infos,
        bodies,
        info -> clips.get(info.name()).read(layout),
        splits);
  }

  private static List<SplitRule> splits(PickleValue split, Set<String> clips) {
    List<SplitRule> rules = new ArrayList<>();
    for (String key : new TreeSet<>(SPLITS.keySet())) {
      String trainKey = key + "_train";
      String testKey = split.has(key + "_val") ? key + "_val" : key + "_test";
      if (!split.has(trainKey) || !split.has(testKey)) {
        continue;
      }
      Set<String> train = names(split.get(trainKey));
      Set<String> test = names(split.get(testKey));
      for (String clip : clips) {
        if (train.contains(clip) == test.contains(clip)) {
          throw new DataFormatException(
              split.path(),
              "expected clip "
                  + clip
                  + " in either "
                  + trainKey
                  + " or "
                  + testKey
                  + ", found it in "
                  + (train.contains(clip) ? "both." : "neither."));
        }
      }
      if (!train.isEmpty()) {
        rules.add(new SplitRule(SPLITS.get(key), SplitField.CLIP, train, 0, 0));
      }
    }
    return rules;
  }

  private static Set<String> names(PickleValue list) {
    Set<String> names = new TreeSet<>();
    for (int n = 0; n < list.size(); n++) {
      names.add(ArrayClipName.plain(list.at(n).text()));
    }
    return names;
  }
}
