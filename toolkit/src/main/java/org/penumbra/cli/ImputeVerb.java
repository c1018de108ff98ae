package org.penumbra.cli;

import java.util.ArrayList;
import java.util.List;
import org.penumbra.cluster.KMeansClustering;
import org.penumbra.cluster.KMeansOptions;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.TrainTest;
import org.penumbra.embed.Embeddings;
import org.penumbra.impute.ClipGroups;
import org.penumbra.impute.ClusterKnnImputer;
import org.penumbra.impute.ImputationQuality;
import org.penumbra.impute.Imputer;
import org.penumbra.impute.Imputers;
import org.penumbra.impute.KnnImputer;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.results.Fingerprints;
import org.penumbra.results.RunStore;

/** {@code impute}. */
final class ImputeVerb implements Verb {
  private static final Option<Imputer> IMPUTER =
      Option.of(
              "--imputer",
              "NAME",
              "how hidden joints are filled: zero, linear, cubic-carried, bone, mirror, low-rank,"
                  + " knn-5 (or another number; also -raw, -turned, -meeting-ends), hybrid-10, ...;"
                  + " a wrong name lists all",
              Imputers::named)
          .otherwise("knn-5");
  private static final Option<Integer> CLUSTERS =
      Option.whole(
              "--clusters",
              "look for neighbours within so many k-means clusters of an encoder's features, as"
                  + " OPSTL does; 0: among all training clips",
              0,
              100_000)
          .otherwise("0");

  @Override
  public Manual manual() {
    List<Option<?>> options =
        new ArrayList<>(
            List.of(
                CommonOptions.DATASET,
                CommonOptions.DATA,
                CommonOptions.SPLIT,
                IMPUTER,
                CLUSTERS,
                Encoders.ENCODER));
    options.addAll(Encoders.TRAINING);
    options.addAll(List.of(CommonOptions.OUT, CommonOptions.FORCE, CommonOptions.JSON));
    return new Manual(
        "impute",
        "fills hidden joints and writes the set",
        "Fills the hidden joints of both halves by what is learnt from the training half. Observed"
            + " joints do not change by a bit; which joints were filled, and the truth behind them,"
            + " stay known in an .npz. With --clusters, clips are embedded by an encoder (--encoder,"
            + " or the training options), grouped by k-means on training features, and neighbours"
            + " are taken from the same group; what a group cannot fill comes from all training"
            + " clips. The training options are of no account without --clusters. Every step is"
            + " kept as a run.",
        List.of(),
        options,
        List.of(
            "impute --data work --dataset hidden --imputer knn-5 --out work/filled.npz",
            "impute --data work --dataset hidden --imputer knn-5 --clusters 60 --method OPSTL"
                + " --out work/filled-opstl.npz"),
        "The set's files; where the truth is known, errors in millimetres. As JSON: data_set,"
            + " imputer, split, clips, hidden_joints, left_hidden_joints, mean_error_mm,"
            + " median_error_mm and bone_error_mm (over both halves; null without truth),"
            + " test_mean_error_mm, files.");
  }

  @Override
  public int run(Given given, Console console) {
    SetFiles files = SetFiles.at(given);
    SkeletonDataset data = Sets.open(given);
    TrainTest halves = Sets.divide(given, data, console);
    RunStore runs = CommonOptions.runs(given, console);
    Imputer imputer = imputer(given, halves, runs, console);
    console.say(imputer.describe());
    // Under its new name, so that runs on the written set know which imputation it comes from.
    data = data.withName(files.name());
    TrainTest completed = runs.impute(imputer, halves.map(half -> half.withName(files.name())));
    SkeletonDataset whole = Sets.join(data, completed);
    files.write(whole, console);
    report(given, console, files, new Filled(data, whole, completed, imputer.name()));
    return 0;
  }

  /** All that the groups depend on but the training features. */
  private record Grouping(KMeansOptions options, String testFeatures) {}

  private static Imputer imputer(Given given, TrainTest halves, RunStore runs, Console console) {
    Imputer imputer = given.get(IMPUTER);
    int clusters = given.get(CLUSTERS);
    if (clusters == 0) {
      return imputer;
    }
    if (!(imputer instanceof KnnImputer knn)) {
      throw new InvalidOptionException(
          "imputer for --clusters", "one of neighbours, for instance knn-5", imputer.name());
    }
    PreparedDataset train = runs.prepare(given.get(CommonOptions.PREPROCESSING), halves.train());
    PreparedDataset test = runs.prepare(given.get(CommonOptions.PREPROCESSING), halves.test());
    KMeansOptions options = KMeansOptions.clusters(clusters);
    try (StGcn encoder = Encoders.encoder(given, runs, halves, train, console)) {
      Embeddings trained = runs.embed(encoder, train);
      Embeddings tested = runs.embed(encoder, test);
      ClipGroups groups =
          runs.cluster(
              "k-means of both halves",
              new Grouping(options, Fingerprints.of(tested)),
              trained,
              () -> {
                KMeansClustering fitted = KMeansClustering.fit(trained, options);
                return fitted.groups().and(fitted.groups(tested));
              });
      return ClusterKnnImputer.of(knn).withGroups(groups).orElse(knn);
    }
  }

  private record Filled(
      SkeletonDataset before, SkeletonDataset after, TrainTest halves, String imputer) {}

  private static void report(Given given, Console console, SetFiles files, Filled filled) {
    long hidden = 0;
    long left = 0;
    boolean truth = filled.after().size() > 0;
    for (int n = 0; n < filled.after().size(); n++) {
      hidden += filled.before().clips().get(n).mask().count(JointState.OCCLUDED);
      left += filled.after().clips().get(n).mask().count(JointState.OCCLUDED);
      truth &= filled.after().clips().get(n).truth().isPresent();
    }
    JsonResult json =
        new JsonResult()
            .with("data_set", files.name())
            .with("imputer", filled.imputer())
            .with("split", SplitChoice.label(filled.halves().split()))
            .with("clips", filled.after().size())
            .with("hidden_joints", hidden)
            .with("left_hidden_joints", left);
    String text = hidden + " hidden joints, " + left + " of them left hidden";
    if (truth) {
      ImputationQuality all = ImputationQuality.of(filled.after());
      ImputationQuality test = ImputationQuality.of(filled.halves().test());
      text = all + "\ntest half: " + test;
      json.with("mean_error_mm", all.meanError())
          .with("median_error_mm", all.medianError())
          .with("bone_error_mm", all.boneError())
          .with("test_mean_error_mm", test.meanError());
    } else {
      for (String field :
          List.of("mean_error_mm", "median_error_mm", "bone_error_mm", "test_mean_error_mm")) {
        json.with(field, Double.NaN);
      }
    }
    console.result(
        given,
        text + "\n" + String.join("\n", files.written()),
        json.with("files", files.written()).json());
  }
}
