package org.penumbra.occlusion;

import static org.penumbra.occlusion.OcclusionFamily.elsewhere;
import static org.penumbra.occlusion.OcclusionFamily.numbered;
import static org.penumbra.occlusion.OcclusionFamily.share;
import static org.penumbra.occlusion.OcclusionFamily.single;
import static org.penumbra.occlusion.OcclusionFamily.whole;

import java.util.List;

/** What published work hides. */
final class PaperFamilies {
  private static final String OPSTL = "OPSTL";
  private static final String SOAR = "Trans4SOAR, released code";
  private static final String PSTL = "PSTL, partial-body evaluation";
  private static final String RAGCN = "RA-GCN, released code";

  static final List<OcclusionFamily> ALL =
      List.of(
          numbered(
              "random-PERCENT",
              "random-20",
              "exactly this share of the observed (frame, joint, body) cells",
              OPSTL + ", read by cells",
              n -> RandomOcclusion.of(share(n.get(0)))),
          numbered(
              "random-coordinate-PERCENT",
              "random-coordinate-20",
              "joints with any of this share of the coordinates",
              OPSTL + ", read by coordinates",
              n -> RandomCoordinateOcclusion.of(share(n.get(0)))),
          numbered(
              "random-box-PERCENT",
              "random-box-20",
              "joints inside a random box that holds this share of them",
              OPSTL + ", read as a box between min and max",
              n -> RandomBoxOcclusion.of(share(n.get(0)))),
          elsewhere(
              "ntu-60-occluded",
              "files whose zeros mark hidden joints, as they come",
              "OPSTL and Trans4SOAR, files from their authors",
              "its files carry their marks: open them with Datasets.open(\"ntu-60-occluded\")"),
          numbered(
              "soar-random-PERCENT",
              "soar-random-10",
              "this share of all cells of the array, absent ones among them",
              SOAR,
              n -> SoarRandomOcclusion.of(share(n.get(0)))),
          single(
              "soar-patch",
              "patches of one joint and 1 to 3 frames, 0.1 to 0.4 % of the cells start one",
              SOAR,
              SoarPatchOcclusion::released),
          numbered(
              "soar-patch-RATE-FRAMES",
              "soar-patch-0.004-3",
              "patches of one joint and so many frames, this rate per cell",
              SOAR,
              n -> SoarPatchOcclusion.of(n.get(0), whole("frames", n.get(1)))),
          numbered(
              "soar-spatial-K",
              "soar-spatial-5",
              "K joints of single bodies, whole clip",
              SOAR,
              n -> SoarSpatialOcclusion.of(whole("columns", n.get(0)))),
          numbered(
              "soar-temporal-N",
              "soar-temporal-10",
              "N frames with all joints",
              SOAR,
              n -> SoarTemporalOcclusion.of(whole("frames", n.get(0)))),
          numbered(
              "pstl-joints-K",
              "pstl-joints-6",
              "K joints of all bodies, whole clip",
              PSTL,
              n -> JointOcclusion.of(whole("joints", n.get(0)))),
          numbered(
              "pstl-parts-K",
              "pstl-parts-2",
              "K body parts, whole clip",
              PSTL,
              n -> BodyPartOcclusion.of(whole("parts", n.get(0)))),
          numbered(
              "crossmoco-SPATIAL-TEMPORAL",
              "crossmoco-0.6-0.5",
              "bones that cover a share of the joints, in a share of the frames",
              "CrossMoCo, equations 11 to 14",
              n -> CrossMocoOcclusion.of(n.get(0), n.get(1))),
          numbered(
              "ragcn-part-I",
              "ragcn-part-3",
              "1 left arm, 2 right arm, 3 two hands, 4 two legs, 5 trunk",
              RAGCN,
              n -> new RaGcnPartOcclusion(whole("part", n.get(0)))),
          numbered(
              "ragcn-time-N",
              "ragcn-time-30",
              "N frames around frame 50, all joints",
              RAGCN,
              n -> RaGcnTimeOcclusion.of(whole("frames", n.get(0)))),
          numbered(
              "ragcn-time-N-scaled",
              "ragcn-time-30-scaled",
              "the middle N % of each clip's frames, all joints",
              RAGCN + ", for clips of any length",
              n -> RaGcnTimeOcclusion.of(whole("frames", n.get(0))).scaled()),
          numbered(
              "ragcn-block-TH",
              "ragcn-block-2",
              "the lowest 50 (TH + 2) rows of pixels above the lowest joint",
              RAGCN,
              n -> new RaGcnBlockOcclusion(whole("threshold", n.get(0)))),
          numbered(
              "ragcn-random-P",
              "ragcn-random-0.3",
              "each cell with probability P, each clip for itself",
              RAGCN + "; sharedMask() for its one mask",
              n -> RaGcnRandomOcclusion.of(n.get(0))),
          elsewhere(
              "ragcn-jitter",
              "noise on joints; hides none",
              RAGCN,
              "jitter moves joints and hides none, so it is no mask; add noise when training"));

  private PaperFamilies() {}
}
