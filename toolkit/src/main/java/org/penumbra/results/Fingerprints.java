package org.penumbra.results;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.penumbra.core.Hashes;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.embed.Embeddings;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;

/**
 * SHA-256 of everything that a computation can see of its input, in hexadecimal: the same on every
 * machine, another one for any other bit.
 *
 * <p>Data sets are hashed clip by clip in parallel and remembered for as long as the object lives;
 * they are immutable, and arrays that they share must not be written.
 */
public final class Fingerprints {
  // Both types keep the identity of objects as equality, so a weak map is one by identity.
  private static final Map<SkeletonDataset, String> DATASETS =
      Collections.synchronizedMap(new WeakHashMap<>());
  private static final Map<PreparedDataset, String> PREPARED =
      Collections.synchronizedMap(new WeakHashMap<>());

  private Fingerprints() {}

  /**
   * Of a set: its name, layout and classes; of each clip, in order of names, who did what, the bits
   * of all coordinates as they are, what is hidden, absent, inferred or was filled by imputation,
   * and the truth behind hidden joints. Reads every clip of a set that is not in memory.
   */
  public static String of(SkeletonDataset data) {
    return remembered(DATASETS, data, Fingerprints::hash);
  }

  /**
   * Of prepared clips: the set's name, layout, classes and shape; of each clip, in array order, its
   * name, its label and the bits of all values.
   */
  public static String of(PreparedDataset data) {
    return remembered(PREPARED, data, Fingerprints::hash);
  }

  /** Of an encoder: layout, sizes, graph, and all weights and running statistics. */
  public static String of(StGcn encoder) {
    MessageDigest digest = Hashes.sha256();
    // How the weights started does not matter any more, and a file of weights does not say it.
    text(digest, "encoder");
    text(digest, encoder.layout().toString());
    text(digest, encoder.options().width() + " " + encoder.options().features());
    text(digest, encoder.options().dropout() + " " + encoder.options().distances().name());
    text(digest, encoder.parameters().fingerprint());
    return hex(digest);
  }

  /** Of features: classes, labels, names, and the bits of all values. */
  public static String of(Embeddings features) {
    int[] labels = features.labels();
    int width = features.features();
    MessageDigest digest = Hashes.sha256();
    text(digest, "embeddings");
    text(digest, features.classNames().toString());
    text(digest, features.clipNames().toString());
    text(digest, features.size() + " " + width);
    ByteBuffer bytes = buffer(width * Float.BYTES + Integer.BYTES);
    for (int n = 0; n < labels.length; n++) {
      bytes.clear();
      bytes.asFloatBuffer().put(features.values(), n * width, width);
      bytes.putInt(width * Float.BYTES, labels[n]);
      digest.update(bytes);
    }
    return hex(digest);
  }

  private static <T> String remembered(Map<T, String> known, T data, Function<T, String> hash) {
    String found = known.get(data);
    if (found == null) {
      found = hash.apply(data); // outside of the lock: two threads may do it twice, and agree
      known.put(data, found);
    }
    return found;
  }

  private static String hash(SkeletonDataset data) {
    MessageDigest digest = Hashes.sha256();
    text(digest, "clips");
    text(digest, data.name());
    text(digest, data.layout().toString());
    text(digest, data.classNames().toString());
    text(digest, data.size() + " " + data.bodies());
    return all(digest, data.size(), n -> ClipDigest.of(data.clips().get(n)));
  }

  private static String hash(PreparedDataset data) {
    MessageDigest digest = Hashes.sha256();
    text(digest, "prepared");
    text(digest, data.name());
    text(digest, data.layout().toString());
    text(digest, data.classNames().toString());
    text(digest, data.size() + " " + data.frames() + " " + data.bodies());
    int[] labels = data.labels();
    return all(
        digest,
        data.size(),
        n -> {
          float[] values = new float[data.sampleLength()];
          data.copyTo(n, values, 0);
          MessageDigest sample = Hashes.sha256();
          text(sample, data.clipNames().get(n));
          text(sample, String.valueOf(labels[n]));
          floats(sample, values);
          return sample.digest();
        });
  }

  private static String all(MessageDigest digest, int count, IntFunction<byte[]> each) {
    IntStream.range(0, count).parallel().mapToObj(each).toList().forEach(digest::update);
    return hex(digest);
  }

  /** A text and where it ends, so that two texts never look like others. */
  static void text(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
    digest.update(bytes);
  }

  static void floats(MessageDigest digest, float[] values) {
    ByteBuffer bytes = buffer(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    digest.update(bytes);
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** One clip, whatever is known of it. */
  private static final class ClipDigest {
    private ClipDigest() {}

    static byte[] of(SkeletonClip clip) {
      MessageDigest digest = Hashes.sha256();
      text(digest, clip.info().toString());
      text(digest, clip.mask().shape());
      digest.update(clip.mask().toCodes());
      floats(digest, clip.toArray());
      if (clip.hasTrackingState()) {
        text(digest, "tracking");
        digest.update(inferred(clip));
      }
      clip.incomplete()
          .filter(before -> !before.mask().equals(clip.mask())) // else nothing was filled
          .ifPresent(
              before -> {
                text(digest, "filled");
                digest.update(before.mask().toCodes());
              });
      clip.truth()
          .ifPresent(
              truth -> {
                text(digest, "truth");
                digest.update(truth.mask().toCodes());
                floats(digest, truth.toArray());
              });
      return digest.digest();
    }

    private static byte[] inferred(SkeletonClip clip) {
      int joints = clip.mask().joints();
      int bodies = clip.mask().bodies();
      byte[] cells = new byte[clip.mask().frames() * joints * bodies];
      for (int cell = 0; cell < cells.length; cell++) {
        int frame = cell / bodies / joints;
        boolean guessed = clip.isInferred(frame, cell / bodies % joints, cell % bodies);
        cells[cell] = (byte) (guessed ? 1 : 0);
      }
      return cells;
    }
  }
}
