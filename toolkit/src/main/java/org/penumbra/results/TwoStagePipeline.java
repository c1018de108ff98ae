package org.penumbra.results;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.penumbra.cluster.KMeansOptions;
import org.penumbra.core.Require;
import org.penumbra.core.Scale;
import org.penumbra.data.TrainTest;
import org.penumbra.embed.Embeddings;
import org.penumbra.evaluate.LinearEvaluation;
import org.penumbra.evaluate.LinearResult;
import org.penumbra.evaluate.Predictions;
import org.penumbra.evaluate.StreamEnsemble;
import org.penumbra.impute.ClipGroups;
import org.penumbra.impute.ClusterKnnImputer;
import org.penumbra.impute.Imputer;
import org.penumbra.impute.KnnImputer;
import org.penumbra.impute.RandomImputer;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.preprocess.Preprocessing;
import org.penumbra.preprocess.StreamDerivation;
import org.penumbra.pretrain.Pretrained;
import org.penumbra.pretrain.PretrainingMethod;
import org.penumbra.skeleton.Stream;
import org.penumbra.train.TrainingListener;

/**
 * OPSTL's two stages. The first pretrains on occluded clips; its features are clustered, and hidden
 * joints are filled from neighbours in the same cluster; the second pretrains anew on the completed
 * clips and is judged on completed test clips. Every method is completed by groups of its own
 * features, and what is not imputed is the first stage itself.
 *
 * <p>Each step is a run of a {@link RunStore}, so whatever two questions have in common is computed
 * once: all three imputations share the first stage, all methods the random imputation.
 *
 * <pre>{@code
 * var occluded = FurnitureOcclusion.medium().withSeed(1).apply(data.split(Split.CROSS_VIEW));
 * var pipeline = TwoStagePipeline.of(Pstl.preset(scale), scale);
 * Outcome outcome = pipeline.run(runs, occluded, Imputation.KNN);
 * }</pre>
 *
 * @param method that trains both stages
 * @param preprocessing of both stages
 * @param clusters number of groups; 0 for as many as there are classes, as in the paper
 * @param clusterSeed of k-means
 * @param neighbours search within a group
 * @param random imputation at random
 * @param evaluation that judges; its last epoch counts, not the best
 * @param scale of the presets
 */
public record TwoStagePipeline(
    PretrainingMethod method,
    Preprocessing preprocessing,
    int clusters,
    long clusterSeed,
    KnnImputer neighbours,
    RandomImputer random,
    LinearEvaluation evaluation,
    Scale scale) {
  private static final List<Stream> PRINTED = List.of(Stream.JOINT, Stream.MOTION, Stream.BONE);

  /** Checks the number of clusters. */
  public TwoStagePipeline {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(preprocessing, "preprocessing");
    Require.atLeast("clusters, or 0 for as many as classes", clusters, 0);
    Objects.requireNonNull(neighbours, "neighbours");
    Objects.requireNonNull(random, "random");
    Objects.requireNonNull(evaluation, "evaluation");
    Objects.requireNonNull(scale, "scale");
  }

  /** The paper's: five neighbours, as many clusters as classes, published pre-processing. */
  public static TwoStagePipeline of(PretrainingMethod method, Scale scale) {
    return new TwoStagePipeline(
        method,
        Preprocessing.published(),
        0,
        0,
        KnnImputer.neighbours(5),
        RandomImputer.of(),
        LinearEvaluation.preset(scale),
        scale);
  }

  /** This with another method. */
  public TwoStagePipeline withMethod(PretrainingMethod value) {
    return new TwoStagePipeline(
        value, preprocessing, clusters, clusterSeed, neighbours, random, evaluation, scale);
  }

  /** This with another pre-processing. */
  public TwoStagePipeline withPreprocessing(Preprocessing value) {
    return new TwoStagePipeline(
        method, value, clusters, clusterSeed, neighbours, random, evaluation, scale);
  }

  /** This with another number of clusters; 0 for as many as there are classes. */
  public TwoStagePipeline withClusters(int value) {
    return new TwoStagePipeline(
        method, preprocessing, value, clusterSeed, neighbours, random, evaluation, scale);
  }

  /** This with another search within clusters, for instance other numbers of neighbours. */
  public TwoStagePipeline withNeighbours(KnnImputer value) {
    return new TwoStagePipeline(
        method, preprocessing, clusters, clusterSeed, value, random, evaluation, scale);
  }

  /** This with another linear evaluation. */
  public TwoStagePipeline withEvaluation(LinearEvaluation value) {
    return new TwoStagePipeline(
        method, preprocessing, clusters, clusterSeed, neighbours, random, value, scale);
  }

  /**
   * This with other draws of everything: weights, views, k-means, random imputation, classifier.
   */
  public TwoStagePipeline withSeed(long seed) {
    return new TwoStagePipeline(
        method.withSeed(seed),
        preprocessing,
        clusters,
        seed,
        neighbours,
        random.withSeed(seed),
        evaluation.withSeed(seed),
        scale);
  }

  /** Options of k-means for a set. */
  public KMeansOptions clustering(TrainTest data) {
    int count = clusters == 0 ? data.train().classNames().size() : clusters;
    return KMeansOptions.clusters(count).withSeed(clusterSeed);
  }

  /**
   * The encoder of the first stage.
   *
   * @param occluded clips as they are before any imputation
   * @param listeners hear how training goes; nothing if the run is there
   * @return the caller closes it
   */
  public Pretrained first(RunStore runs, TrainTest occluded, TrainingListener... listeners) {
    return pretrain(runs, occluded, occluded, Imputation.NONE, listeners);
  }

  /** Group of every training and test clip, by the first stage's features of its joints. */
  public ClipGroups groups(RunStore runs, TrainTest occluded) {
    try (Pretrained first = first(runs, occluded)) {
      Embeddings train = runs.embed(first, runs.prepare(preprocessing, occluded.train()));
      Embeddings test = runs.embed(first, runs.prepare(preprocessing, occluded.test()));
      return runs.cluster(clustering(occluded), train, test);
    }
  }

  /** The clips that the second stage sees; those given if nothing is imputed. */
  public TrainTest complete(RunStore runs, TrainTest occluded, Imputation imputation) {
    if (imputation == Imputation.NONE) {
      return occluded;
    }
    Imputer imputer =
        imputation == Imputation.RANDOM
            ? random
            : ClusterKnnImputer.of(neighbours).withGroups(groups(runs, occluded));
    return runs.impute(imputer, occluded);
  }

  /**
   * All stages for one cell of the table.
   *
   * @param occluded clips as they are before any imputation
   * @param listeners hear how the last training goes
   * @return the accuracy of the last epoch, with the clips that were right
   */
  public Outcome run(
      RunStore runs, TrainTest occluded, Imputation imputation, TrainingListener... listeners) {
    TrainTest completed = complete(runs, occluded, imputation);
    try (Pretrained last = pretrain(runs, occluded, completed, imputation, listeners)) {
      PreparedDataset train = runs.prepare(preprocessing, completed.train());
      PreparedDataset test = runs.prepare(preprocessing, completed.test());
      return outcome(judge(runs, last, train, test), last, occluded, imputation);
    }
  }

  private Pretrained pretrain(
      RunStore runs,
      TrainTest occluded,
      TrainTest completed,
      Imputation imputation,
      TrainingListener... listeners) {
    PretrainingMethod stage =
        method
            .withMissing(runs.missing(occluded.train()))
            .withStage(imputation == Imputation.NONE ? 1 : 2);
    PreparedDataset train = runs.prepare(preprocessing, completed.train());
    return runs.pretrain(stage, train, listeners);
  }

  /** What was said of each clip, and by which runs. */
  private record Judged(Predictions predictions, String runs) {}

  /** Of several streams, each with a classifier of its own, the mean of their scores counts. */
  private Judged judge(
      RunStore runs, Pretrained last, PreparedDataset train, PreparedDataset test) {
    if (last.streams().isEmpty()) {
      Run<LinearResult> run = evaluate(runs, last.encoder(), train, test);
      return new Judged(run.value().lastPredictions(), id(run));
    }
    Map<Stream, Predictions> said = new EnumMap<>(Stream.class);
    List<String> ids = new ArrayList<>();
    last.streams()
        .forEach(
            (stream, encoder) -> {
              Run<LinearResult> run =
                  evaluate(
                      runs,
                      encoder,
                      StreamDerivation.derive(train, stream),
                      StreamDerivation.derive(test, stream));
              said.put(stream, run.value().lastPredictions());
              ids.add(id(run));
            });
    Stream[] streams = said.keySet().toArray(Stream[]::new);
    return new Judged(StreamEnsemble.equal(streams).fuse(said), String.join(" + ", ids));
  }

  private Run<LinearResult> evaluate(
      RunStore runs, StGcn encoder, PreparedDataset train, PreparedDataset test) {
    return runs.evaluation(evaluation, runs.embed(encoder, train), runs.embed(encoder, test));
  }

  private static String id(Run<LinearResult> run) {
    return run.manifest().map(RunManifest::id).orElse("not kept");
  }

  private Outcome outcome(Judged judged, Pretrained last, TrainTest data, Imputation imputation) {
    Predictions said = judged.predictions();
    String dataset = data.train().name();
    return Outcome.of(
            Condition.of(name(last), streams(last), dataset, data.split().label(), "linear"),
            said.accuracy())
        .withSetting("occlusion", "realistic")
        .withSetting("imputation", imputation.label())
        .withScale(scale)
        .withSeed(method.training().seed())
        .withEpochs(method.training().epochs())
        .withRun(judged.runs())
        .withClips(ClipCorrectness.of(said.clipNames(), said.predicted(), said.labels()))
        .withSetup("batch", String.valueOf(method.training().batchSize()))
        .withSetup("channels", String.valueOf(method.encoderOptions().width()))
        .withSetup("features", String.valueOf(method.encoderOptions().features()))
        .withSetup("frames", String.valueOf(preprocessing.frames()))
        .withSetup("training clips", String.valueOf(data.train().size()))
        .withSetup("epoch of the classifier", "last");
  }

  private String name(Pretrained last) {
    int streams = last.streams().size();
    return (streams > 1 ? streams + "s-" : "") + method.name();
  }

  /** As tables print them: {@code J}, {@code J+M}, {@code J+M+B}. */
  private static String streams(Pretrained last) {
    return last.streams().isEmpty()
        ? "J"
        : PRINTED.stream()
            .filter(last.streams()::containsKey)
            .map(stream -> ShortNames.stream(stream.label()))
            .collect(Collectors.joining("+"));
  }
}
