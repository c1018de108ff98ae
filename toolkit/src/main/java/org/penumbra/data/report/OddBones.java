package org.penumbra.data.report;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.penumbra.skeleton.Bone;

/**
 * Bones of one body that are impossibly long, or far from their usual length in the clip.
 *
 * @param body from 0
 * @param bones how many are odd in at least one frame
 * @param frames in how many frames at least one is odd
 * @param bone the one that is farthest from its usual length
 * @param frame where it is, from 0
 * @param metres its length there
 * @param usual its median length in the clip, metres
 */
record OddBones(
    int body, int bones, int frames, Bone bone, int frame, double metres, double usual) {

  static List<OddBones> in(ClipCells cells, ReportOptions options) {
    return IntStream.range(0, cells.bodies)
        .mapToObj(body -> of(cells, body, options))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Median over bones of the first body's median lengths in metres; NaN if none is seen. */
  static double usualBone(ClipCells cells) {
    return BoneLengths.median(
        cells.clip.layout().bones().stream()
            .mapToDouble(bone -> new BoneLengths(cells, bone, 0).median())
            .filter(median -> !Double.isNaN(median))
            .toArray());
  }

  private static Optional<OddBones> of(ClipCells cells, int body, ReportOptions options) {
    BitSet frames = new BitSet();
    int bones = 0;
    OddBones worst = null;
    for (Bone bone : cells.clip.layout().bones()) {
      BoneLengths lengths = new BoneLengths(cells, bone, body);
      double usual = lengths.median();
      boolean odd = false;
      for (int i = 0; i < lengths.size(); i++) {
        double metres = lengths.metres(i);
        if (isOdd(metres, usual, options)) {
          odd = true;
          frames.set(lengths.frame(i));
          if (worst == null || Math.abs(metres - usual) > worst.off()) {
            worst = new OddBones(body, 0, 0, bone, lengths.frame(i), metres, usual);
          }
        }
      }
      bones += odd ? 1 : 0;
    }
    return worst == null
        ? Optional.empty()
        : Optional.of(
            new OddBones(
                body,
                bones,
                frames.cardinality(),
                worst.bone,
                worst.frame,
                worst.metres,
                worst.usual));
  }

  /** Metres between the worst bone and its usual length. */
  double off() {
    return Math.abs(metres - usual);
  }

  private static boolean isOdd(double metres, double usual, ReportOptions options) {
    return metres > options.boneMetres()
        || (Math.abs(metres - usual) > options.boneDeviation()
            && (metres > options.boneFactor() * usual || usual > options.boneFactor() * metres));
  }
}
