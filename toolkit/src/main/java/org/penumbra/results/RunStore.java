package org.penumbra.results;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.penumbra.cluster.KMeansClustering;
import org.penumbra.cluster.KMeansOptions;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.TrainTest;
import org.penumbra.embed.Embedder;
import org.penumbra.embed.Embeddings;
import org.penumbra.evaluate.LinearEvaluation;
import org.penumbra.evaluate.LinearResult;
import org.penumbra.impute.ClipGroups;
import org.penumbra.impute.Imputer;
import org.penumbra.model.StGcn;
import org.penumbra.occlusion.MissingJoints;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.preprocess.Preprocessing;
import org.penumbra.pretrain.Pretrained;
import org.penumbra.pretrain.PretrainingMethod;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.train.TrainingListener;

/**
 * Remembers what was computed. A notebook asks for a run; if it is there, it comes from the disk,
 * to the bit, and a line says so; else it is computed and kept. A run is found by its {@link
 * RunKey}: any other option, data or version of the numerics is another run, so nothing stale is
 * ever given.
 *
 * <pre>{@code
 * RunStore runs = RunStore.open();
 * Pretrained encoder = runs.pretrain(Pstl.preset(scale), train);
 * LinearResult result = runs.evaluate(LinearEvaluation.preset(scale), encoder, train, test);
 * show(runs.list().table());
 * }</pre>
 *
 * <p>Several threads and processes may use one folder; what two of them ask for is computed once. A
 * process that is killed leaves nothing that could be taken for a run, and a pretraining that was
 * interrupted or killed goes on where its last checkpoint stands.
 */
public final class RunStore {
  /** Environment variable that names the folder; without it {@code runs} where the notebook is. */
  public static final String VARIABLE = "PENUMBRA_RUNS";

  private final RunFolders folders;
  private final Lineage lineage;
  private final Derived derived;
  private final Consumer<String> listener;

  private RunStore(
      RunFolders folders, Lineage lineage, Derived derived, Consumer<String> listener) {
    this.folders = folders;
    this.lineage = lineage;
    this.derived = derived;
    this.listener = listener;
  }

  /** The store of this process: in {@code PENUMBRA_RUNS}, else in {@code runs}. */
  public static RunStore open() {
    return in(folder(System.getenv()));
  }

  /** The folder by an environment. */
  public static Path folder(Map<String, String> environment) {
    String named = environment.getOrDefault(VARIABLE, "");
    return Path.of(named.isBlank() ? "runs" : named.strip());
  }

  /** A store in a folder, which is made when something is kept. Prints what it has to say. */
  public static RunStore in(Path folder) {
    RunFolders folders = new RunFolders(folder);
    folders.sweep();
    return new RunStore(folders, new Lineage(folders), new Derived(), System.out::println);
  }

  /** This store, telling somebody else where results come from, a line each. */
  public RunStore saying(Consumer<String> other) {
    return new RunStore(folders, lineage, derived, Objects.requireNonNull(other, "listener"));
  }

  void say(String line) {
    listener.accept(line);
  }

  /** Where the runs are. */
  public Path folder() {
    return folders.root();
  }

  /**
   * The answer to any question: from the disk if it is there, else computed and kept. What is
   * computed elsewhere at this moment is waited for.
   *
   * <pre>{@code
   * RunKey key = RunKey.of("quality", "imputation").options("imputer", imputer).data("test", clips);
   * MyFigures figures = runs.get(key, RunCodec.json(MyFigures.class), work -> measure(clips)).value();
   * }</pre>
   *
   * @param key what is asked; all that the answer depends on
   * @param codec how the answer is kept
   * @param work computes it
   * @throws InvalidOptionException if the folder cannot be written and the answer is not there
   */
  public <T> Run<T> get(RunKey key, RunCodec<T> codec, RunWork<T> work) {
    return new RunGetter<>(folders, lineage, listener, key, codec).get(work);
  }

  /**
   * An encoder trained by a method on clips. An interrupted training gives the encoder as far as it
   * came and is not kept; asked for again it goes on, and ends as if nothing had happened.
   *
   * @param method with all its settings
   * @param train clips
   * @param listeners hear how training goes; nothing if the run is there
   * @return the caller closes it
   */
  public Pretrained pretrain(
      PretrainingMethod method, PreparedDataset train, TrainingListener... listeners) {
    return PretrainRun.get(this, method, train, listeners);
  }

  /** The key under which {@link #pretrain} keeps an encoder. */
  public static RunKey key(PretrainingMethod method, PreparedDataset train) {
    return PretrainRun.key(method, train);
  }

  /**
   * The encoder of a pretraining that is there; of several streams that of the joints.
   *
   * @param start the first characters of the run's key or id, as {@link #show} takes them
   * @param layout of the clips that it is to embed
   * @return the caller closes it
   * @throws InvalidOptionException if there is no such run, or it is no pretraining
   * @throws org.penumbra.core.DataFormatException if the encoder is damaged or of another layout
   */
  public StGcn encoder(String start, SkeletonLayout layout) {
    RunManifest run = list().kind("pretrain").only(start);
    return StGcn.open(PretrainedCodec.first(folders.of(run.key())), layout);
  }

  /** Features of clips by an encoder. */
  public Embeddings embed(StGcn encoder, PreparedDataset data) {
    return embed(Embedder.of(encoder), data);
  }

  /** Features of clips by the encoder of a pretraining; of several streams that of the joints. */
  public Embeddings embed(Pretrained pretrained, PreparedDataset data) {
    return embed(pretrained.encoder(), data);
  }

  /** Features of clips by an embedder. */
  public Embeddings embed(Embedder embedder, PreparedDataset data) {
    RunKey key =
        RunKey.of("embed", data.name())
            .options("dropped joints", embedder.droppedJoints())
            .encoder("encoder", embedder.encoder())
            .data("data", data);
    return get(key, new EmbeddingsCodec(), work -> embedder.embed(data)).value();
  }

  /**
   * A clustering of features.
   *
   * <pre>{@code
   * ClipGroups groups = runs.cluster("k-means", options, features, () -> fit(features, options));
   * }</pre>
   *
   * @param name for people
   * @param options all that the groups depend on but the features: a record, a number, a text
   * @param features of the clips
   * @param work finds the groups
   */
  public ClipGroups cluster(
      String name, Object options, Embeddings features, Supplier<ClipGroups> work) {
    RunKey key =
        RunKey.of("cluster", name)
            .option("name", name)
            .options("options", options)
            .features("features", features);
    return get(key, new ClipGroupsCodec(), progress -> work.get()).value();
  }

  /**
   * Groups of clips by k-means of their features: those of the training clips, and for each test
   * clip the nearest centre.
   *
   * @param train features that the centres are found for
   * @param test features of other clips
   * @return groups of all clips of both
   */
  public ClipGroups cluster(KMeansOptions options, Embeddings train, Embeddings test) {
    RunKey key =
        RunKey.of("cluster", "k-means of " + train.size() + " clips")
            .option("name", "k-means, test clips by the nearest centre")
            .options("options", options)
            .features("features", train)
            .features("test", test);
    return get(key, new ClipGroupsCodec(), progress -> groups(options, train, test)).value();
  }

  private static ClipGroups groups(KMeansOptions options, Embeddings train, Embeddings test) {
    KMeansClustering fitted = KMeansClustering.fit(train, options);
    return fitted.groups().and(fitted.groups(test));
  }

  /**
   * A set with its hidden joints filled. Only what was filled is kept, and put into the clips
   * given.
   *
   * @param imputer a record, or a class that says what it is ({@link org.penumbra.core.Identified})
   * @param train clips that it learns from
   * @param data clips that it fills
   */
  public SkeletonDataset impute(Imputer imputer, SkeletonDataset train, SkeletonDataset data) {
    return new ImputeRun(this, imputer, train).fill(data);
  }

  /** Both halves with their hidden joints filled by what is learnt from the training half. */
  public TrainTest impute(Imputer imputer, TrainTest data) {
    ImputeRun run = new ImputeRun(this, imputer, data.train());
    return data.map(run::fill);
  }

  /**
   * Clips prepared for a network. That is fast and not kept on disk, but while there is memory: the
   * same set prepared again is the same object. Asking here lets the manifests of later runs say
   * which imputation the clips come from.
   */
  public PreparedDataset prepare(Preprocessing preprocessing, SkeletonDataset data) {
    PreparedDataset prepared =
        derived.get(data, preprocessing, PreparedDataset.class, () -> preprocessing.apply(data));
    lineage.derived(Fingerprints.of(prepared), Fingerprints.of(data));
    return prepared;
  }

  /** Which joints of which clips are hidden; counted once while there is memory. */
  MissingJoints missing(SkeletonDataset occluded) {
    return derived.get(occluded, "missing", MissingJoints.class, () -> MissingJoints.of(occluded));
  }

  /** A linear evaluation of an encoder; its features are kept too. */
  public LinearResult evaluate(
      LinearEvaluation evaluation, StGcn encoder, PreparedDataset train, PreparedDataset test) {
    return evaluate(evaluation, embed(encoder, train), embed(encoder, test));
  }

  /** A linear evaluation of the encoder of a pretraining; of several streams that of the joints. */
  public LinearResult evaluate(
      LinearEvaluation evaluation,
      Pretrained pretrained,
      PreparedDataset train,
      PreparedDataset test) {
    return evaluate(evaluation, pretrained.encoder(), train, test);
  }

  /** A linear evaluation of features. */
  public LinearResult evaluate(LinearEvaluation evaluation, Embeddings train, Embeddings test) {
    return evaluation(evaluation, train, test).value();
  }

  /** As {@link #evaluate}, with what is known of the run. */
  Run<LinearResult> evaluation(LinearEvaluation evaluation, Embeddings train, Embeddings test) {
    RunKey key =
        RunKey.of("evaluate", "linear evaluation")
            .options("evaluation", evaluation)
            .features("train", train)
            .features("test", test);
    return get(key, new LinearResultCodec(), work -> evaluation.evaluate(train, test));
  }

  /** All runs that are there, the newest first. Damaged ones are said and left out. */
  public RunList list() {
    return RunList.read(folders, listener);
  }

  /**
   * What is known of a run.
   *
   * @param start the first characters of its key or of its id, enough for only one run
   * @throws InvalidOptionException if there is none, or more than one
   */
  public RunManifest show(String start) {
    return list().only(start);
  }

  /** What to remove: nothing until it is told which, and nothing before {@link RunPrune#remove}. */
  public RunPrune prune() {
    return RunPrune.of(folders, list());
  }
}
