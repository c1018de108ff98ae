package org.penumbra.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.penumbra.core.TrainingException;
import org.penumbra.embed.Embedder;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.train.TrainingListener;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Everything a reader needs to believe an accuracy: that the given encoder was what it was and
 * stayed so, how much was learned, what chance and an untrained encoder reach, and the figure in
 * all the ways in which papers report it.
 *
 * <pre>{@code
 * TrustPanel panel = TrustPanel.linear(LinearEvaluation.preset(scale), encoder, train, test);
 * show(panel.table());
 * }</pre>
 *
 * @param protocol settings, one line for people
 * @param before state of the given encoder before the evaluation
 * @param after its state afterwards, the same
 * @param judged state of the encoder that answered: the given one, or the copy that was tuned
 * @param trainedParameters learned numbers, for instance 256 x 60 + 60 = 15,420
 * @param names what was loaded
 * @param result on the test clips, with predictions
 * @param baselines on the same clips
 */
public record TrustPanel(
    String protocol,
    EncoderState before,
    EncoderState after,
    EncoderState judged,
    long trainedParameters,
    LoadedNames names,
    LinearResult result,
    Baselines baselines) {
  private static final int TOP = 5;

  /**
   * Checks that the given encoder is unchanged.
   *
   * @throws TrainingException if it is not: the figures would be of another encoder
   */
  public TrustPanel {
    Objects.requireNonNull(names, "names");
    Objects.requireNonNull(result, "result");
    Objects.requireNonNull(baselines, "baselines");
    String difference = before.difference(after);
    if (!difference.isEmpty()) {
      throw new TrainingException(
          "The evaluation ("
              + protocol
              + ") changed the "
              + difference
              + " of the encoder that it was given: expected "
              + before
              + ", found "
              + after
              + ". Its figures are worth nothing; embed with Embedder, which computes in evaluation"
              + " mode, and fine-tune a copy.");
    }
  }

  /** Linear evaluation under watch. */
  public static TrustPanel linear(
      LinearEvaluation evaluation, StGcn encoder, PreparedDataset train, PreparedDataset test) {
    long learned = (encoder.features() + 1L) * train.classNames().size();
    return frozen(
        "linear evaluation: " + evaluation.describe(),
        encoder,
        train,
        test,
        learned,
        evaluation,
        () -> {
          TestClips.check(encoder, train, test);
          Embedder embedder = Embedder.of(encoder);
          return evaluation.evaluate(embedder.embed(train), embedder.embed(test));
        });
  }

  /**
   * Any evaluation of a frozen encoder under watch.
   *
   * @param protocol settings, one line for people
   * @param learned numbers that are learned on top of the encoder
   * @param forRandom how the random encoder is judged
   * @param evaluation run once
   * @throws TrainingException if it changes the encoder
   */
  public static TrustPanel frozen(
      String protocol,
      StGcn encoder,
      PreparedDataset train,
      PreparedDataset test,
      long learned,
      LinearEvaluation forRandom,
      Supplier<LinearResult> evaluation) {
    EncoderState before = EncoderState.of(encoder);
    LinearResult result = evaluation.get();
    EncoderState after = EncoderState.of(encoder);
    Baselines baselines = baselines(encoder, train, test, forRandom);
    return new TrustPanel(
        protocol, before, after, after, learned, LoadedNames.trainedHere(), result, baselines);
  }

  /** Fine-tuning under watch; the random encoder is judged by the linear evaluation. */
  public static TrustPanel fineTuned(
      FineTuning fineTuning,
      LinearEvaluation forRandom,
      StGcn encoder,
      PreparedDataset train,
      PreparedDataset test,
      TrainingListener... listeners) {
    EncoderState before = EncoderState.of(encoder);
    try (FineTuned tuned = fineTuning.tune(encoder, train, test, listeners)) {
      return new TrustPanel(
          fineTuning.describe(),
          before,
          EncoderState.of(encoder),
          EncoderState.of(tuned.encoder()),
          tuned.trainedParameters(),
          LoadedNames.trainedHere(),
          tuned.result(),
          baselines(encoder, train, test, forRandom));
    }
  }

  private static Baselines baselines(
      StGcn encoder, PreparedDataset train, PreparedDataset test, LinearEvaluation linear) {
    return Baselines.of(encoder, train, test, linear, KnnEvaluation.published(), 1);
  }

  /** This with what was loaded from a file. */
  public TrustPanel withNames(LoadedNames value) {
    return new TrustPanel(
        protocol, before, after, judged, trainedParameters, value, result, baselines);
  }

  /** Whether the encoder that answered is the given one. */
  public boolean isFrozen() {
    return judged.equals(before);
  }

  /** Who is taken for whom after the last epoch. */
  public ConfusionMatrix confusion() {
    return result.lastPredictions().confusion();
  }

  /** All figures, one a row. */
  public Table table() {
    StringColumn what = StringColumn.create("what");
    StringColumn found = StringColumn.create("found");
    for (Line line : lines()) {
      what.append(line.what());
      found.append(line.found());
    }
    return Table.create("Can this accuracy be trusted?", what, found);
  }

  private record Line(String what, String found) {}

  private List<Line> lines() {
    Predictions last = result.lastPredictions();
    int k = Math.min(TOP, last.classNames().size());
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("protocol", protocol));
    lines.add(new Line("given encoder, SHA-256 of weights", same(before.weights())));
    lines.add(new Line("given encoder, SHA-256 of batch statistics", same(before.statistics())));
    lines.add(
        new Line(
            "encoder that answered",
            isFrozen() ? "the given one, frozen" : "a copy that learned: " + judged));
    lines.add(new Line("trained parameters", String.format(Locale.ROOT, "%,d", trainedParameters)));
    lines.add(new Line("weights loaded", names.toString()));
    lines.add(new Line("top-1, last epoch", last.accuracy().toString()));
    lines.add(
        new Line(
            "top-1, best of " + result.epochs().size() + " judged epochs",
            result.best() + "; chosen on the test clips, as the papers report"));
    lines.add(new Line("top-" + k + ", last epoch", last.top(k).toString()));
    lines.add(
        new Line(
            "mean of classes, last epoch",
            String.format(Locale.ROOT, "%.1f %%", confusion().meanOfClassesPercent())));
    lines.add(new Line("most frequent training class", baselines.majority().toString()));
    Baselines.Features given = baselines.given();
    Baselines.Features random = baselines.random();
    lines.add(new Line("random encoder, linear, last epoch", random.linear().last().toString()));
    if (isFrozen()) {
      lines.add(new Line("against it", against(last, random.linear().lastPredictions())));
    }
    lines.add(new Line("linear on standardised features", given.standardised().last().toString()));
    lines.add(new Line("random encoder, standardised", random.standardised().last().toString()));
    lines.add(
        new Line(
            "against it, standardised",
            against(
                given.standardised().lastPredictions(), random.standardised().lastPredictions())));
    lines.add(new Line("nearest neighbour, cosine", given.neighbours().toString()));
    lines.add(new Line("random encoder, nearest neighbour", random.neighbours().toString()));
    if (baselines.yardstickLearnedNothing()) {
      lines.add(
          new Line(
              "beware",
              "the random encoder is no better than the most frequent class: its features are too"
                  + " weak for this classifier as it is; compare the standardised figures"));
    }
    return lines;
  }

  private static String against(Predictions ours, Predictions random) {
    return PairedComparison.of(ours, random).toString();
  }

  private static String same(String hash) {
    return hash.substring(0, 16) + ", the same before and after";
  }

  /** All figures, one a line, then the most frequent mistakes. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Line line : lines()) {
      text.append(line.what()).append(": ").append(line.found()).append('\n');
    }
    for (ConfusionMatrix.Mistake mistake : confusion().mistakes(3)) {
      text.append(
          String.format(
              Locale.ROOT,
              "often mistaken: %s taken for %s, %d clips (%.0f %%)%n",
              mistake.truth(),
              mistake.predicted(),
              mistake.count(),
              100 * mistake.share()));
    }
    return text.toString();
  }
}
