package org.penumbra.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.occlusion.MaskStore;
import org.penumbra.occlusion.Occlusion;
import org.penumbra.occlusion.OcclusionReport;
import org.penumbra.occlusion.Occlusions;

/** {@code occlude}. */
final class OccludeVerb implements Verb {
  private static final Option<Occlusion> OCCLUSION =
      Option.of(
              "--occlusion",
              "NAME",
              "how joints are hidden, for instance furniture-light, furniture-medium,"
                  + " furniture-heavy, random-20, pstl-parts-2 or markov-0.2-8; docs/occlusions.md"
                  + " shows all",
              Occlusions::named)
          .otherwise("furniture-medium");
  private static final Option<Path> MASKS =
      Option.of(
          "--masks", "FILE", "also write what is hidden, and by what, to this file", Path::of);

  @Override
  public Manual manual() {
    return new Manual(
        "occlude",
        "hides joints of a data set and writes it, with the truth behind them",
        "Hides joints of every clip, training and test alike, and writes the set. What is hidden is"
            + " told by the mask; the truth goes along in an .npz, so that imputation can be judged"
            + " in millimetres and nothing else sees it. What is hidden of a clip follows from the"
            + " occlusion, the seed and the clip alone.",
        List.of(),
        List.of(
            CommonOptions.DATASET,
            CommonOptions.DATA,
            OCCLUSION,
            CommonOptions.SEED,
            CommonOptions.OUT,
            MASKS,
            CommonOptions.FORCE,
            CommonOptions.JSON),
        List.of(
            "occlude --dataset synthetic-small --occlusion furniture-medium --out work/hidden.npz",
            "occlude --dataset nw-ucla --data FOLDER --occlusion random-20 --seed 3"
                + " --out work/ucla-random.npz"),
        "The set's files, and which share of the observed joints is hidden, by body part. As JSON:"
            + " data_set, occlusion, seed, clips, hidden_share (0 to 1), hidden_share_by_joint,"
            + " files.");
  }

  @Override
  public int run(Given given, Console console) {
    SetFiles files = SetFiles.at(given);
    SkeletonDataset data = Sets.open(given);
    Occlusion occlusion = given.get(OCCLUSION).withSeed(given.get(CommonOptions.SEED));
    console.say(occlusion.describe());
    SkeletonDataset hidden = SetFiles.told(data, occlusion::apply, occlusion.name(), console);
    given.maybe(MASKS).ifPresent(file -> MaskStore.of(occlusion, data).save(file));
    OcclusionReport report = OcclusionReport.of(hidden);
    files.write(hidden, console);
    JsonResult byJoint = new JsonResult();
    for (int v = 0; v < data.layout().size(); v++) {
      byJoint.with(
          data.layout().joints().get(v).name().toLowerCase(Locale.ROOT), report.shareByJoint()[v]);
    }
    console.result(
        given,
        report + "\n" + String.join("\n", files.written()),
        new JsonResult()
            .with("data_set", files.name())
            .with("occlusion", occlusion.name())
            .with("seed", given.get(CommonOptions.SEED))
            .with("clips", hidden.size())
            .with("hidden_share", report.share())
            .with("hidden_share_by_joint", byJoint.json())
            .with("files", files.written())
            .json());
    return 0;
  }
}
