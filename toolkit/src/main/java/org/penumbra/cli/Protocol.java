package org.penumbra.cli;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Scale;
import org.penumbra.embed.Embeddings;
import org.penumbra.evaluate.Accuracy;
import org.penumbra.evaluate.FineTuning;
import org.penumbra.evaluate.KnnEvaluation;
import org.penumbra.evaluate.LinearEvaluation;
import org.penumbra.evaluate.LinearResult;
import org.penumbra.evaluate.SemiSupervised;
import org.penumbra.evaluate.SemiSupervisedResult;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.results.RunCodec;
import org.penumbra.results.RunKey;
import org.penumbra.results.RunStore;
import org.penumbra.train.ProgressLines;

/** Ways to judge an encoder by labels, each kept as a run. */
enum Protocol {
  /** One linear layer on frozen features. */
  LINEAR("linear"),
  /** The nearest training clip's class. */
  KNN("knn"),
  /** Encoder and linear layer learn together. */
  FINE_TUNING("fine-tuning"),
  /** As fine-tuning, from one in a hundred labels. */
  SEMI_1("semi-supervised-1"),
  /** As fine-tuning, from one in ten labels. */
  SEMI_10("semi-supervised-10");

  private final String label;

  Protocol(String label) {
    this.label = label;
  }

  /** Percent of the test clips that were right. */
  record Figures(double last, double best) {}

  /** What is to be judged on what. */
  record Question(
      Scale scale,
      long seed,
      boolean standardise,
      StGcn encoder,
      PreparedDataset train,
      PreparedDataset test) {
    Question withEncoder(StGcn other) {
      return new Question(scale, seed, standardise, other, train, test);
    }
  }

  String label() {
    return label;
  }

  /** Whether a classifier learns in epochs. */
  boolean learns() {
    return this != KNN;
  }

  static Protocol named(String name) {
    return Arrays.stream(values())
        .filter(each -> each.label.equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidOptionException(
                    "protocol", "one of " + String.join(", ", names()), name));
  }

  static List<String> names() {
    return Arrays.stream(values()).map(Protocol::label).collect(Collectors.toList());
  }

  Figures judge(RunStore runs, Question question, PrintStream progress) {
    return switch (this) {
      case LINEAR -> linear(runs, question);
      case KNN -> knn(runs, question);
      case FINE_TUNING -> fineTuning(runs, question, progress);
      case SEMI_1 -> semiSupervised(runs, question, 0.01, progress);
      case SEMI_10 -> semiSupervised(runs, question, 0.1, progress);
    };
  }

  private static Figures of(LinearResult result) {
    return new Figures(result.last().percent(), result.best().percent());
  }

  private static Figures linear(RunStore runs, Question question) {
    LinearEvaluation evaluation =
        LinearEvaluation.preset(question.scale())
            .withSeed(question.seed())
            .withStandardise(question.standardise());
    return of(runs.evaluate(evaluation, question.encoder(), question.train(), question.test()));
  }

  private Figures knn(RunStore runs, Question question) {
    KnnEvaluation evaluation = KnnEvaluation.preset(question.scale());
    Embeddings train = runs.embed(question.encoder(), question.train());
    Embeddings test = runs.embed(question.encoder(), question.test());
    RunKey key =
        RunKey.of("evaluate", label)
            .options("evaluation", evaluation)
            .features("train", train)
            .features("test", test);
    return kept(
        runs,
        key,
        () -> {
          Accuracy accuracy = evaluation.evaluate(train, test).accuracy();
          return new Figures(accuracy.percent(), accuracy.percent());
        });
  }

  private Figures fineTuning(RunStore runs, Question question, PrintStream progress) {
    FineTuning evaluation = FineTuning.preset(question.scale()).withSeed(question.seed());
    return kept(
        runs,
        key(question, evaluation),
        () ->
            of(
                evaluation.evaluate(
                    question.encoder(),
                    question.train(),
                    question.test(),
                    ProgressLines.to(label, progress))));
  }

  private Figures semiSupervised(
      RunStore runs, Question question, double share, PrintStream progress) {
    SemiSupervised evaluation =
        SemiSupervised.preset(question.scale(), share).withSeed(question.seed());
    return kept(
        runs,
        key(question, evaluation),
        () -> {
          SemiSupervisedResult result =
              evaluation.evaluate(
                  question.encoder(),
                  question.train(),
                  question.test(),
                  ProgressLines.to(label, progress));
          return new Figures(result.last().mean(), result.best().mean());
        });
  }

  private RunKey key(Question question, Object evaluation) {
    return RunKey.of("evaluate", label)
        .options("evaluation", evaluation)
        .encoder("encoder", question.encoder())
        .data("train", question.train())
        .data("test", question.test());
  }

  private interface Work {
    Figures figures();
  }

  private static Figures kept(RunStore runs, RunKey key, Work work) {
    return runs.get(key, RunCodec.json(Figures.class), progress -> work.figures()).value();
  }
}
