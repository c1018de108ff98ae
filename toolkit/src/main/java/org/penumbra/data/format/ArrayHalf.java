package org.penumbra.data.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.format.numpy.NumpyArray;
import org.penumbra.skeleton.SkeletonLayout;

/** The training or the test samples of a folder of reference arrays; mapped, read one by one. */
final class ArrayHalf {
  private static final int MOST_FRAMES = 100_000;
  private static final int MOST_BODIES = 16;
  private static final List<String> KINDS =
      List.of("_data.npy", "_data_joint.npy", "_position.npy");
  private static final String TWIN = "_data_nan.npy";

  private final NumpyArray array;
  private final ArrayLabels labels;
  private final boolean nan;
  private final boolean zero;
  private final int frames;
  private final int bodies;

  private ArrayHalf(NumpyArray array, ArrayLabels labels, boolean nan, boolean zero) {
    this.array = array;
    this.labels = labels;
    this.nan = nan;
    this.zero = zero;
    this.frames = (int) array.shape()[2];
    this.bodies = (int) array.shape()[4];
  }

  /** Whether a folder holds a half. */
  static boolean isIn(Path folder, String part) {
    return find(folder, part).isPresent();
  }

  private static Optional<Path> find(Path folder, String part) {
    return KINDS.stream()
        .map(kind -> folder.resolve(part + kind))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  static ArrayHalf open(Path folder, String part, ArrayMarker marker) {
    Path file =
        find(folder, part)
            .orElseThrow(
                () ->
                    new DataNotFoundException(
                        "No array of the part '"
                            + part
                            + "' in "
                            + folder
                            + ": expected one of "
                            + KINDS.stream().map(kind -> part + kind).toList()
                            + "."));
    boolean zero = marker == ArrayMarker.ZERO_POSITION;
    if (zero && file.toString().endsWith("_position.npy")) {
      throw new InvalidOptionException(
          "marker of " + file,
          "NAN_TWIN, because centred joints are at zero by right; hidden joints are told by"
              + " *_data.npy",
          marker);
    }
    Path twin = folder.resolve(part + TWIN);
    boolean nan = !zero && file.toString().endsWith("_data.npy") && Files.isRegularFile(twin);
    NumpyArray array = NumpyArray.map(nan ? twin : file);
    int joints = SkeletonLayout.NTU_25.size();
    array.expectShape("(N, 3, T, " + joints + ", M)", -1, SkeletonClip.CHANNELS, -1, joints, -1);
    long[] shape = array.shape();
    if (shape[0] > Integer.MAX_VALUE || shape[2] > MOST_FRAMES || shape[4] > MOST_BODIES) {
      throw new DataFormatException(
          array.place(),
          "expected at most "
              + MOST_FRAMES
              + " frames and "
              + MOST_BODIES
              + " bodies, found "
              + array.describe()
              + ".");
    }
    return new ArrayHalf(array, ArrayLabels.read(folder, part, (int) shape[0]), nan, zero);
  }

  int bodies() {
    return bodies;
  }

  List<String> names() {
    return labels.names();
  }

  List<ClipInfo> infos() {
    List<ClipInfo> infos = new ArrayList<>();
    for (int n = 0; n < labels.names().size(); n++) {
      infos.add(ArrayClipName.info(labels.names().get(n), labels.labels().get(n)));
    }
    return infos;
  }

  SkeletonClip clip(int sample, ClipInfo info) {
    SkeletonLayout layout = SkeletonLayout.NTU_25;
    float[] values = new float[SkeletonClip.CHANNELS * frames * layout.size() * bodies];
    array.copyFloats((long) sample * values.length, values, 0, values.length);
    return new PaddedClip(values, frames, bodies)
        .clip(array.place() + ", sample " + sample, info, layout, nan, zero);
  }
}
