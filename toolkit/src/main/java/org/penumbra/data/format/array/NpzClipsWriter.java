package org.penumbra.data.format.array;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.format.numpy.NpyBlocks;
import org.penumbra.data.format.numpy.NpySink;
import org.penumbra.data.format.numpy.NpyType;
import org.penumbra.data.format.numpy.NpzWriter;

/** Writes {@link NpzClips}. */
final class NpzClipsWriter {
  private final SkeletonDataset data;
  private final int[] lengths;
  private final int[] people;
  private final boolean tracked;
  private final boolean hidden; // every clip knows the truth behind its occlusion
  private final boolean filled; // some clip was imputed
  private final int frames;
  private final int joints;
  private final int bodies;

  NpzClipsWriter(SkeletonDataset data) {
    this.data = data;
    lengths = new int[data.size()];
    people = new int[data.size()];
    boolean[][] has = new boolean[data.size()][];
    IntStream.range(0, data.size())
        .parallel()
        .forEach(
            n -> {
              SkeletonClip clip = data.clips().get(n);
              lengths[n] = clip.frames();
              people[n] = clip.bodies();
              has[n] =
                  new boolean[] {
                    clip.hasTrackingState(), clip.truth().isPresent(), clip.incomplete().isPresent()
                  };
            });
    tracked = Arrays.stream(has).allMatch(clip -> clip[0]);
    hidden = has.length > 0 && Arrays.stream(has).allMatch(clip -> clip[1]);
    filled = Arrays.stream(has).anyMatch(clip -> clip[2]);
    frames = Math.max(1, Arrays.stream(lengths).max().orElse(1));
    joints = data.layout().size();
    bodies = data.bodies();
  }

  void write(Path file) {
    NpzWriter npz = new NpzWriter();
    coordinates(npz, "coordinates", clip -> clip);
    cells(npz, "states", NpyType.UINT8, this::states);
    if (tracked) {
      cells(npz, "inferred", NpyType.BOOL, clip -> marks(clip, clip::isInferred));
    }
    if (filled) {
      cells(npz, "imputed", NpyType.BOOL, clip -> marks(clip, clip::isImputed));
    }
    if (hidden) {
      coordinates(npz, "truth", clip -> clip.truth().orElseThrow());
      cells(npz, "truth_states", NpyType.UINT8, clip -> states(clip.truth().orElseThrow()));
    }
    numbers(npz, "lengths", lengths);
    numbers(npz, "bodies", people);
    numbers(npz, "labels", info(ClipInfo::label));
    numbers(npz, "subjects", info(ClipInfo::subject));
    numbers(npz, "cameras", info(ClipInfo::camera));
    numbers(npz, "setups", info(ClipInfo::setup));
    numbers(npz, "repetitions", info(ClipInfo::repetition));
    texts(npz, "names", data.infos().stream().map(ClipInfo::name).toList());
    texts(npz, "classes", data.classNames());
    npz.write(file);
  }

  private int[] info(ToIntFunction<ClipInfo> field) {
    return data.infos().stream().mapToInt(field).toArray();
  }

  private void coordinates(NpzWriter npz, String name, UnaryOperator<SkeletonClip> which) {
    npz.with(
        name,
        NpyType.FLOAT32,
        new long[] {data.size(), SkeletonClip.CHANNELS, frames, joints, bodies},
        new NpyBlocks(
            data.size(),
            SkeletonClip.CHANNELS * frames * joints * bodies,
            (sample, target, offset) ->
                render(which.apply(data.clips().get(sample)), target, offset)));
  }

  private void render(SkeletonClip clip, float[] target, int offset) {
    Arrays.fill(
        target, offset, offset + SkeletonClip.CHANNELS * frames * joints * bodies, Float.NaN);
    for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
      for (int t = 0; t < clip.frames(); t++) {
        for (int v = 0; v < joints; v++) {
          for (int m = 0; m < clip.bodies(); m++) {
            target[offset + ((c * frames + t) * joints + v) * bodies + m] = clip.at(c, t, v, m);
          }
        }
      }
    }
  }

  private byte[] states(SkeletonClip clip) {
    byte[] codes = new byte[frames * joints * bodies];
    Arrays.fill(codes, JointState.ABSENT.code());
    byte[] own = clip.mask().toCodes();
    for (int i = 0; i < own.length; i++) {
      codes[i / clip.bodies() * bodies + i % clip.bodies()] = own[i];
    }
    return codes;
  }

  @FunctionalInterface
  private interface Mark {
    boolean isAt(int frame, int joint, int body);
  }

  private byte[] marks(SkeletonClip clip, Mark mark) {
    byte[] codes = new byte[frames * joints * bodies];
    for (int t = 0; t < clip.frames(); t++) {
      for (int v = 0; v < joints; v++) {
        for (int m = 0; m < clip.bodies(); m++) {
          codes[(t * joints + v) * bodies + m] = (byte) (mark.isAt(t, v, m) ? 1 : 0);
        }
      }
    }
    return codes;
  }

  @FunctionalInterface
  private interface Cells {
    byte[] of(SkeletonClip clip);
  }

  private void cells(NpzWriter npz, String name, NpyType type, Cells cells) {
    npz.with(
        name,
        type,
        new long[] {data.size(), frames, joints, bodies},
        sink -> {
          for (SkeletonClip clip : data.clips()) {
            for (byte code : cells.of(clip)) {
              sink.code(code);
            }
          }
        });
  }

  private static void numbers(NpzWriter npz, String name, int... values) {
    npz.with(
        name,
        NpyType.INT64,
        new long[] {values.length},
        sink -> {
          for (int value : values) {
            sink.number(value);
          }
        });
  }

  private static void texts(NpzWriter npz, String name, List<String> values) {
    int longest = values.stream().mapToInt(v -> v.codePointCount(0, v.length())).max().orElse(1);
    npz.with(name, NpyType.text(longest), new long[] {values.size()}, sink -> put(sink, values));
  }

  private static void put(NpySink sink, List<String> values) throws IOException {
    for (String value : values) {
      sink.text(value);
    }
  }
}
