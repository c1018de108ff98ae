package org.penumbra.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.TrainTest;
import org.penumbra.evaluate.Accuracy;
import org.penumbra.evaluate.Baselines;
import org.penumbra.evaluate.WilsonInterval;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.preprocess.Preprocessing;
import org.penumbra.results.RunStore;

/** {@code evaluate}. */
final class EvaluateVerb implements Verb {
  private static final Option<Protocol> PROTOCOL =
      Option.of(
              "--protocol",
              "NAME",
              "how the encoder is judged by labels: "
                  + String.join(", ", Protocol.names())
                  + "; docs/evaluation.md explains them",
              Protocol::named)
          .otherwise("linear");
  private static final Option<String> TEST_DATASET =
      Option.text(
          "--test-dataset",
          "NAME",
          "judge on the test half of this set instead, for instance the same clips with joints"
              + " hidden");

  private static final Option<Boolean> STANDARDISE =
      Option.flag(
          "--standardise",
          "of --protocol linear: every feature at unit variance first, which reads the weak features"
              + " of an untrained encoder too; the papers do not");

  @Override
  public Manual manual() {
    List<Option<?>> options =
        new ArrayList<>(
            List.of(
                CommonOptions.DATASET,
                CommonOptions.DATA,
                CommonOptions.SPLIT,
                PROTOCOL,
                STANDARDISE,
                TEST_DATASET,
                Encoders.ENCODER));
    options.addAll(Encoders.TRAINING);
    options.add(CommonOptions.JSON);
    return new Manual(
        "evaluate",
        "judges an encoder by labels, beside an untrained one",
        "Embeds both halves of a split, learns from the labels of the training half and counts how"
            + " many test clips get the right class. The encoder is that of --encoder, or the one"
            + " that pretrain makes of the same options. The same network with random weights is"
            + " judged too: it is the yardstick. Everything is kept as runs.",
        List.of(),
        options,
        List.of(
            "evaluate --dataset synthetic-small --split cross-view --method PSTL",
            "evaluate --data work --dataset small --test-dataset hidden --encoder pretrain/3f2a"
                + " --protocol knn"),
        "Percent of the test clips, after the last epoch and at the best one (which the papers"
            + " report, and which is chosen on the test clips), with the 95 % interval that chance"
            + " leaves. Figures at scale smoke or course, or of other data, are not comparable with"
            + " the papers'. As JSON: protocol, data_set, test_data_set, split, train_clips,"
            + " test_clips, classes, copied_test_clips (null for sets larger than memory), scale, seed,"
            + " standardised_features, last_percent, lower_percent, upper_percent, best_percent, random_encoder_last_percent, majority_percent.");
  }

  @Override
  public int run(Given given, Console console) {
    if (given.has(STANDARDISE) && given.get(PROTOCOL) != Protocol.LINEAR) {
      throw new UsageException("--standardise is for --protocol linear");
    }
    SkeletonDataset data = Sets.open(given);
    TrainTest halves = Sets.divide(given, data, console);
    SkeletonDataset tested = tested(given, halves);
    RunStore runs = CommonOptions.runs(given, console);
    Preprocessing preprocessing = given.get(CommonOptions.PREPROCESSING);
    PreparedDataset train = runs.prepare(preprocessing, halves.train());
    PreparedDataset test = runs.prepare(preprocessing, tested);
    Protocol protocol = given.get(PROTOCOL);
    try (StGcn encoder = Encoders.encoder(given, runs, halves, train, console);
        StGcn random = Baselines.randomEncoder(encoder, given.get(CommonOptions.SEED))) {
      Protocol.Question question =
          new Protocol.Question(
              given.get(CommonOptions.SCALE),
              given.get(CommonOptions.SEED),
              given.has(STANDARDISE),
              encoder,
              train,
              test);
      Protocol.Figures found = protocol.judge(runs, question, console.err());
      console.say("the same with random weights:");
      Protocol.Figures untrained =
          protocol.judge(runs, question.withEncoder(random), console.err());
      Accuracy majority =
          Accuracy.ofMajority(train.labels(), test.labels(), data.classNames().size());
      print(given, console, new Outcome(halves, tested, found, untrained, majority.percent()));
    }
    return 0;
  }

  private static SkeletonDataset tested(Given given, TrainTest halves) {
    Optional<String> other = given.maybe(TEST_DATASET);
    if (other.isEmpty()) {
      return halves.test();
    }
    SkeletonDataset data = Sets.open(given, other.get());
    if (!data.layout().equals(halves.train().layout())
        || !data.classNames().equals(halves.train().classNames())) {
      throw new InvalidOptionException(
          "--test-dataset",
          "a set of the same joints and classes as " + halves.train().name(),
          other.get() + " of " + data.layout().name());
    }
    // The same clips under other names of sets: what trained must not be judged on.
    Set<String> trained =
        halves.train().infos().stream().map(ClipInfo::name).collect(Collectors.toSet());
    return new SplitChoice(halves.split())
        .of(data)
        .test()
        .select(info -> !trained.contains(info.name()));
  }

  private record Outcome(
      TrainTest halves,
      SkeletonDataset tested,
      Protocol.Figures found,
      Protocol.Figures untrained,
      double majority) {}

  private static void print(Given given, Console console, Outcome outcome) {
    Protocol.Figures found = outcome.found();
    int clips = outcome.tested().size();
    WilsonInterval interval = WilsonInterval.of(found.last() / 100, clips);
    String protocol = given.get(PROTOCOL).label();
    boolean learns = given.get(PROTOCOL).learns();
    List<String> text = new ArrayList<>();
    text.add(
        String.format(
            Locale.ROOT,
            "%s%s, learned from %d clips of %s, on %d test clips of %s, %s",
            protocol,
            given.has(STANDARDISE) ? " on standardised features" : "",
            outcome.halves().train().size(),
            outcome.halves().train().name(),
            clips,
            outcome.tested().name(),
            outcome.halves().split().label()));
    text.add(line(learns ? "last epoch" : "accuracy", found.last(), interval));
    if (learns) {
      text.add(line("best epoch", found.best()));
    }
    text.add(line("random encoder", outcome.untrained().last()));
    text.add(line("most frequent", outcome.majority()));
    if (outcome.untrained().last() <= outcome.majority()) {
      text.add(
          "The random encoder is no better than the most frequent class: as a yardstick it is too"
              + " weak here; see --standardise and --protocol knn.");
    }
    console.result(
        given,
        String.join("\n", text),
        new JsonResult()
            .with("protocol", protocol)
            .with("data_set", outcome.halves().train().name())
            .with("test_data_set", outcome.tested().name())
            .with("split", SplitChoice.label(outcome.halves().split()))
            .with("train_clips", outcome.halves().train().size())
            .with("test_clips", clips)
            .with("classes", outcome.tested().classNames().size())
            .with("copied_test_clips", copies(outcome))
            .with("scale", given.get(CommonOptions.SCALE).label())
            .with("seed", given.get(CommonOptions.SEED))
            .with("standardised_features", given.has(STANDARDISE))
            .with("last_percent", found.last())
            .with("lower_percent", 100 * interval.lower())
            .with("upper_percent", 100 * interval.upper())
            .with("best_percent", found.best())
            .with("random_encoder_last_percent", outcome.untrained().last())
            .with("majority_percent", outcome.majority())
            .json());
  }

  private static String line(String what, double percent) {
    return String.format(Locale.ROOT, "  %-16s  %5.1f %%", what, percent);
  }

  private static String line(String what, double percent, WilsonInterval interval) {
    return String.format(
        Locale.ROOT,
        "%s (%.1f to %.1f)",
        line(what, percent),
        100 * interval.lower(),
        100 * interval.upper());
  }

  /** NaN for sets that are not in memory: all clips would have to be read for it. */
  private static Number copies(Outcome outcome) {
    if (!outcome.halves().train().isInMemory() || !outcome.tested().isInMemory()) {
      return Double.NaN;
    }
    TrainTest both =
        new TrainTest(
            outcome.halves().split(), outcome.halves().train(), outcome.tested(), List.of());
    return both.copiedTestClips().size();
  }
}
