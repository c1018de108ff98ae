package org.penumbra.data.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.SkeletonClip;

/**
 * What is kept of one clip: small, whatever its length.
 *
 * @param info who did what
 * @param length frames without padding
 * @param bodies bodies that are there in at least one frame
 * @param hash content hash
 * @param defects what is wrong with the clip as a whole
 * @param jumps frames with jumps, in order
 * @param bones odd bones, by body
 * @param far coordinates outside of any room
 * @param usualBone median bone length, metres; NaN if none is seen
 * @param frameHashes a number for each frame, equal for equal frames
 */
record ClipFacts(
    ClipInfo info,
    int length,
    int bodies,
    String hash,
    Set<Defect> defects,
    List<Jump> jumps,
    List<OddBones> bones,
    Optional<FarAway> far,
    double usualBone,
    FrameHashes frameHashes) {

  static ClipFacts of(ClipCells cells, ReportOptions options) {
    SkeletonClip clip = cells.clip;
    int length = cells.length();
    // As with the content hash, hiding joints on purpose does not hide a copy.
    ClipCells whole = clip.truth().map(ClipCells::new).orElse(cells);
    return new ClipFacts(
        clip.info(),
        length,
        (int)
            IntStream.range(0, cells.bodies)
                .filter(m -> IntStream.range(0, length).anyMatch(t -> cells.isThere(t, m)))
                .count(),
        clip.contentHash(),
        Defect.in(cells, length, options.shortFrames()),
        Jump.in(cells, options.jumpMetres()),
        OddBones.in(cells, options),
        FarAway.in(cells, options.roomMetres()),
        OddBones.usualBone(cells),
        FrameHashes.of(whole));
  }

  String name() {
    return info.name();
  }

  boolean isShort() {
    return defects.contains(Defect.ONE_FRAME) || defects.contains(Defect.SHORT);
  }
}
