package org.penumbra.data.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.Split;
import org.penumbra.data.SplitField;
import org.penumbra.data.SplitRule;
import org.penumbra.data.TrainTest;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * Arrays of the reference pipelines (CrosSCLR, AimCLR, OPSTL and those after them): a folder of
 * {@code train_*} and {@code val_*} files for one split ({@code methods.md} 1.1 to 1.3).
 *
 * <ul>
 *   <li>{@code PART_data.npy}, or {@code PART_data_joint.npy}: float32 (N, 3, T, 25, M), metres in
 *       the camera frame, filled up with zeros to T (300) and M (2). Preferred if several are
 *       there.
 *   <li>{@code PART_data_nan.npy}: the same with NaN where a joint is hidden.
 *   <li>{@code PART_position.npy}: pre-processed, T 50, each body centred and turned.
 *   <li>{@code PART_label.pkl} or {@code PART_label.npy}: see {@link ArrayLabels}.
 * </ul>
 *
 * Files are mapped, of any size, and a clip is read when it is asked for. A body whose joints are
 * all exactly zero in a frame is ABSENT there, and frames after the last one with anybody are left
 * away; {@link ArrayMarker} says what is OCCLUDED. Names like {@code S001C002P003R002A013} tell
 * setup, camera and subject; other clips have none.
 */
public final class ReferenceArrays {
  private static final List<String> PARTS = List.of("train", "val");

  private ReferenceArrays() {}

  /** Whether a folder holds the arrays of both halves. */
  static boolean isIn(Path folder) {
    return PARTS.stream().allMatch(part -> ArrayHalf.isIn(folder, part));
  }

  /**
   * Opens a folder; the split is what its files say.
   *
   * @param folder for instance {@code NTU60_frame50/xsub}
   * @param name of the data set
   * @param split what the folder's {@code train_} and {@code val_} files stand for
   * @param classNames by label
   * @param marker what tells that a joint is hidden
   * @throws org.penumbra.core.DataNotFoundException if a file is missing; the message names it
   * @throws org.penumbra.core.DataFormatException if a file is damaged, or files contradict another
   */
  public static SkeletonDataset read(
      Path folder, String name, Split split, List<String> classNames, ArrayMarker marker) {
    List<ClipInfo> infos = new ArrayList<>();
    Map<String, Integer> samples = new HashMap<>(); // test samples count on after the training ones
    List<ArrayHalf> halves = new ArrayList<>();
    for (String part : PARTS) {
      ArrayHalf half = ArrayHalf.open(folder, part, marker);
      for (ClipInfo info : half.infos()) {
        samples.put(info.name(), infos.size()); // a name that is there twice is refused below
        infos.add(info);
      }
      halves.add(half);
    }
    ArrayHalf train = halves.get(0);
    ArrayHalf test = halves.get(1);
    int first = train.names().size();
    SplitRule rule = new SplitRule(split, SplitField.CLIP, Set.copyOf(train.names()), 0, 0);
    return SkeletonDataset.lazy(
        name,
        SkeletonLayout.NTU_25,
        classNames,
        infos,
        Math.max(train.bodies(), test.bodies()),
        info -> {
          int sample = samples.get(info.name());
          return sample < first ? train.clip(sample, info) : test.clip(sample - first, info);
        },
        List.of(rule));
  }

  /**
   * Writes both halves of a division as {@code train_*} and {@code val_*} files, one block of clips
   * after the other, so that the set may be larger than memory.
   *
   * @throws org.penumbra.core.DataFormatException if a clip does not fit the form
   */
  public static void write(TrainTest data, Path folder, ArrayForm form) {
    form.write(data.train(), folder, PARTS.get(0));
    form.write(data.test(), folder, PARTS.get(1));
  }

  /** As {@link #write(TrainTest, Path, ArrayForm)}, one set as one part. */
  public static void write(SkeletonDataset data, Path folder, String part, ArrayForm form) {
    form.write(data, folder, part);
  }
}
