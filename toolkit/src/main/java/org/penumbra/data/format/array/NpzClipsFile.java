package org.penumbra.data.format.array;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.SplitRule;
import org.penumbra.data.format.numpy.NumpyArray;
import org.penumbra.skeleton.LayoutFile;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.skeleton.SourceFrame;

/** The arrays of {@link NpzClips}, checked against each other. */
final class NpzClipsFile {
  private static final int MOST_CLASSES = 100_000;
  private static final int MOST_CELLS = 1 << 26; // of one clip
  private static final Set<String> KNOWN =
      new TreeSet<>(
          List.of(
              "coordinates",
              "lengths",
              "bodies",
              "states",
              "inferred",
              "imputed",
              "truth",
              "truth_states",
              "names",
              "labels",
              "subjects",
              "cameras",
              "setups",
              "repetitions",
              "classes"));

  private final String place;
  private final Map<String, NumpyArray> arrays;
  private final SkeletonLayout layout;
  private final SourceFrame frame;
  private final List<String> classNames;
  private final NumpyArray coordinates;
  private final int samples;
  private final int frames;
  private final int bodies;

  NpzClipsFile(String place, Map<String, NumpyArray> arrays, LayoutFile meaning) {
    this.place = place;
    this.arrays = arrays;
    this.layout = meaning.layout();
    this.frame = meaning.frame();
    this.classNames = meaning.classNames();
    for (String found : arrays.keySet()) {
      if (!KNOWN.contains(found)) {
        throw new DataFormatException(
            place, "expected arrays named " + KNOWN + ", found '" + found + "'.");
      }
    }
    int joints = layout.size();
    coordinates =
        needed("coordinates")
            .expectShape("(N, 3, T, " + joints + ", M)", -1, SkeletonClip.CHANNELS, -1, joints, -1);
    long[] shape = coordinates.shape();
    if (!coordinates.type().isFloat()
        || shape[0] > Integer.MAX_VALUE
        || shape[2] > MOST_CELLS
        || shape[4] > MOST_CELLS
        || shape[2] * shape[4] * joints > MOST_CELLS) {
      throw new DataFormatException(
          coordinates.place(),
          "expected float numbers and at most "
              + MOST_CELLS
              + " joints in a clip, found "
              + coordinates.describe()
              + ".");
    }
    samples = (int) shape[0];
    frames = (int) shape[2];
    bodies = (int) shape[4];
    if (arrays.containsKey("truth") || arrays.containsKey("truth_states")) {
      needed("truth")
          .expectShape(
              "that of coordinates", samples, SkeletonClip.CHANNELS, frames, joints, bodies);
      needed("truth_states");
    }
    for (String cells : List.of("states", "inferred", "imputed", "truth_states")) {
      if (arrays.containsKey(cells)) {
        arrays
            .get(cells)
            .expectShape("(N, T, V, M) as coordinates have it", samples, frames, joints, bodies);
      }
    }
  }

  private NumpyArray needed(String key) {
    NumpyArray array = arrays.get(key);
    if (array == null) {
      throw new DataFormatException(
          place, "expected the array '" + key + "', found " + arrays.keySet() + ".");
    }
    return array;
  }

  SkeletonDataset dataset(String name, List<SplitRule> splits) {
    NumpyArray names = needed("names").expectShape("(N)", samples);
    int[] labels = numbers("labels", 0, MOST_CLASSES - 1, 0);
    needed("labels");
    int[] subjects = numbers("subjects", 0, Integer.MAX_VALUE, 0);
    int[] cameras = numbers("cameras", 0, Integer.MAX_VALUE, 0);
    int[] setups = numbers("setups", 0, Integer.MAX_VALUE, 0);
    int[] repetitions = numbers("repetitions", 0, Integer.MAX_VALUE, 0);
    int[] lengths = numbers("lengths", 0, frames, -1);
    int[] people = numbers("bodies", 1, bodies, -1);
    List<String> classes = classes(labels);
    List<ClipInfo> infos = new ArrayList<>();
    Map<String, Integer> index = new HashMap<>();
    for (int n = 0; n < samples; n++) {
      String clip = names.textAt(n);
      index.put(clip, n);
      if (labels[n] >= classes.size()) {
        throw new DataFormatException(
            needed("labels").place() + ", item " + n,
            "expected a label below the " + classes.size() + " classes, found " + labels[n] + ".");
      }
      infos.add(new ClipInfo(clip, labels[n], subjects[n], cameras[n], setups[n], repetitions[n]));
    }
    return SkeletonDataset.lazy(
        name,
        layout,
        classes,
        infos,
        bodies,
        info -> {
          int n = index.get(info.name());
          return clip(n, info, lengths[n], people[n]);
        },
        splits);
  }

  private int[] numbers(String key, int least, int most, int otherwise) {
    int[] numbers = new int[samples];
    NumpyArray array = arrays.get(key);
    if (array != null && array.shape().length == 2) {
      array.expectShape("(N) or (N, 1)", samples, 1);
    } else if (array != null) {
      array.expectShape("(N) or (N, 1)", samples);
    }
    for (int n = 0; n < samples; n++) {
      long value = array == null ? otherwise : array.longAt(n);
      if (array != null && (value < least || value > most)) {
        throw new DataFormatException(
            array.place() + ", item " + n,
            "expected a number from " + least + " to " + most + ", found " + value + ".");
      }
      numbers[n] = (int) value;
    }
    return numbers;
  }

  private List<String> classes(int... labels) {
    NumpyArray array = arrays.get("classes");
    if (array == null && !classNames.isEmpty()) {
      return classNames;
    }
    int count = 1;
    for (int label : labels) {
      count = Math.max(count, label + 1);
    }
    if (array != null) {
      array.expectShape("(K)", -1);
      count = (int) Math.min(array.items(), MOST_CLASSES);
    }
    List<String> classes = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      classes.add(array == null ? "class " + k : array.textAt(k));
    }
    return classes;
  }

  private SkeletonClip clip(int sample, ClipInfo info, int length, int people) {
    SkeletonClip clip = clip("coordinates", "states", sample, info, length, people);
    NumpyArray truth = arrays.get("truth");
    NumpyArray imputed = arrays.get("imputed");
    if (truth == null && imputed == null) {
      return clip;
    }
    byte[] before = clip.mask().toCodes();
    for (int i = 0; imputed != null && i < before.length; i++) {
      long cell = (long) sample * frames * layout.size() * bodies + cell(i, clip.bodies());
      if (before[i] == JointState.OBSERVED.code() && imputed.longAt(cell) != 0) {
        before[i] = JointState.OCCLUDED.code();
      }
    }
    JointMask known = JointMask.ofCodes(clip.frames(), layout.size(), clip.bodies(), before);
    SkeletonClip start =
        truth == null
            ? clip
            : clip("truth", "truth_states", sample, info, clip.frames(), clip.bodies());
    // Without truth, hiding only takes away what was filled; what stays is no truth of the clip.
    SkeletonClip again = truth == null ? hidden(start, known) : start.hide(known);
    again = known.equals(clip.mask()) ? again : again.complete(clip.toArray());
    if (!again.equals(clip)) {
      throw new DataFormatException(
          place + ", sample " + sample,
          "expected truth and coordinates to agree wherever the joint was observed, found others;"
              + " write the file again from the clips before they were hidden.");
    }
    return again;
  }

  private static SkeletonClip hidden(SkeletonClip clip, JointMask known) {
    if (!clip.hasTrackingState()) {
      return SkeletonClip.of(clip.info(), clip.layout(), clip.toArray(), known);
    }
    BitSet guessed = new BitSet();
    int bodies = known.bodies();
    for (int i = 0; i < known.frames() * known.joints() * bodies; i++) {
      guessed.set(
          i, clip.isInferred(i / bodies / known.joints(), i / bodies % known.joints(), i % bodies));
    }
    return SkeletonClip.of(clip.info(), clip.layout(), clip.toArray(), known, guessed);
  }

  /** Place in (T, V, M) of the file of a place in the clip's own, which may have fewer bodies. */
  private int cell(int own, int keptBodies) {
    return own / keptBodies * bodies + own % keptBodies;
  }

  /** One sample of an array of coordinates as a clip; length and people below 0 are looked for. */
  private SkeletonClip clip(
      String key, String stateKey, int sample, ClipInfo info, int length, int people) {
    int cells = frames * layout.size() * bodies;
    float[] values = new float[SkeletonClip.CHANNELS * cells];
    NumpyArray array = arrays.get(key);
    array.copyFloats((long) sample * values.length, values, 0, values.length);
    String where = array.place() + ", sample " + sample;
    NpzClip clip = new NpzClip(where, values, frames, layout.size(), bodies);
    NumpyArray states = arrays.get(stateKey);
    byte[] codes = states == null ? clip.guessedStates() : codes(states, sample, cells);
    int keptFrames = length < 0 ? clip.seenFrames(codes) : length;
    int keptBodies = people < 0 ? clip.seenBodies(codes) : people;
    byte[] keptCodes = new byte[keptFrames * layout.size() * keptBodies];
    float[] kept = new float[SkeletonClip.CHANNELS * keptCodes.length];
    BitSet guessed = new BitSet();
    NumpyArray inferred = arrays.get("inferred");
    for (int i = 0; i < keptCodes.length; i++) {
      int cell = cell(i, keptBodies);
      keptCodes[i] = codes[cell];
      clip.check(cell, codes[cell]);
      for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
        kept[frame.channel(c) * keptCodes.length + i] =
            (float) (values[c * cells + cell] * frame.factor(c));
      }
      guessed.set(i, inferred != null && inferred.longAt((long) sample * cells + cell) != 0);
    }
    JointMask mask = JointMask.ofCodes(keptFrames, layout.size(), keptBodies, keptCodes);
    return inferred == null
        ? SkeletonClip.of(info, layout, kept, mask)
        : SkeletonClip.of(info, layout, kept, mask, guessed);
  }

  private static byte[] codes(NumpyArray states, int sample, int cells) {
    byte[] codes = new byte[cells];
    for (int i = 0; i < cells; i++) {
      long item = (long) sample * cells + i;
      long code = states.longAt(item);
      if (code < 0 || code > JointState.ABSENT.code()) {
        throw new DataFormatException(
            states.place() + ", item " + item,
            "expected 0 (observed), 1 (occluded) or 2 (absent), found " + code + ".");
      }
      codes[i] = (byte) code;
    }
    return codes;
  }
}
