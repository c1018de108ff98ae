package org.penumbra.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.core.Require;
import org.penumbra.core.Scale;
import org.penumbra.data.LabelledSubset;
import org.penumbra.embed.Embedder;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.train.TrainingListener;

/**
 * Semi-supervised evaluation: the encoder saw all training clips without labels, and only a share
 * of the labels is learned from; a {@link LabelledSubset} of each class, drawn several times.
 *
 * @param share of labels, above 0, at most 1; 0.01 and 0.1 in the papers
 * @param draws subsets, at least 1; the papers use one
 * @param fork what learns from the labels
 * @param fineTuning settings for {@link Fork#WHOLE_ENCODER}
 * @param linear settings for {@link Fork#LINEAR}
 * @param seed of the first subset; each further draw takes a seed of its own, for the subset and
 *     for learning
 */
public record SemiSupervised(
    double share, int draws, Fork fork, FineTuning fineTuning, LinearEvaluation linear, long seed) {

  /** What learns from the labels: CrossMoCo's paper says both. */
  public enum Fork {
    /** Encoder and classifier: PSTL, OPSTL, CrossMoCo's section IV-B. */
    WHOLE_ENCODER,

    /** The classifier alone, on a frozen encoder: CrossMoCo's section IV-D. */
    LINEAR
  }

  /** Checks every option. */
  public SemiSupervised {
    if (!(share > 0 && share <= 1)) {
      throw new InvalidOptionException("share", "above 0 and at most 1", share);
    }
    Require.atLeast("draws", draws, 1);
    Objects.requireNonNull(fork, "fork");
    Objects.requireNonNull(fineTuning, "fineTuning");
    Objects.requireNonNull(linear, "linear");
  }

  /** PSTL's and OPSTL's: the whole encoder, one subset. */
  public static SemiSupervised published(double share) {
    return new SemiSupervised(
        share, 1, Fork.WHOLE_ENCODER, FineTuning.published(), LinearEvaluation.published(), 1);
  }

  /**
   * Settings of a scale; three subsets at course scale, where few labels make results vary. As few
   * labels make few updates, course scale takes 40 epochs and looks at the test clips every tenth.
   */
  public static SemiSupervised preset(Scale scale, double share) {
    SemiSupervised published = published(share);
    FineTuning tuning = FineTuning.preset(scale);
    return switch (scale) {
      case PAPER -> published;
      case COURSE ->
          published
              .withDraws(3)
              .withFineTuning(
                  tuning.withTraining(tuning.training().withEpochs(40)).withJudgeEvery(10));
      case SMOKE ->
          new SemiSupervised(
              share, 2, Fork.WHOLE_ENCODER, tuning, LinearEvaluation.preset(scale), 1);
    };
  }

  /** One line for people: every setting that is used. */
  public String describe() {
    String learner = fork == Fork.LINEAR ? "linear: " + linear.describe() : fineTuning.describe();
    return String.format(
        Locale.ROOT,
        "%.3g %% of the labels of each class, %d %s from seed %d; %s",
        100 * share,
        draws,
        draws == 1 ? "subset" : "subsets",
        seed,
        learner);
  }

  /** These settings with another number of subsets. */
  public SemiSupervised withDraws(int value) {
    return new SemiSupervised(share, value, fork, fineTuning, linear, seed);
  }

  /** These settings with another learner. */
  public SemiSupervised withFork(Fork value) {
    return new SemiSupervised(share, draws, value, fineTuning, linear, seed);
  }

  /** These settings with other fine-tuning. */
  public SemiSupervised withFineTuning(FineTuning value) {
    return new SemiSupervised(share, draws, fork, value, linear, seed);
  }

  /** These settings with another linear evaluation. */
  public SemiSupervised withLinear(LinearEvaluation value) {
    return new SemiSupervised(share, draws, fork, fineTuning, value, seed);
  }

  /** These settings with another seed. */
  public SemiSupervised withSeed(long value) {
    return new SemiSupervised(share, draws, fork, fineTuning, linear, value);
  }

  /**
   * Learns from each subset, always from the given encoder, which is not changed.
   *
   * @param encoder pretrained on all training clips
   * @param train clips the subsets are drawn from
   * @param test clips that judge
   * @param listeners hear how each fine-tuning goes
   * @throws InvalidOptionException if a class would be left without a label, or data do not fit
   */
  public SemiSupervisedResult evaluate(
      StGcn encoder, PreparedDataset train, PreparedDataset test, TrainingListener... listeners) {
    TestClips.check(encoder, train, test);
    List<SemiSupervisedResult.Draw> results = new ArrayList<>();
    for (int draw = 0; draw < draws; draw++) {
      LabelledSubset subset = subset(train, draw);
      PreparedDataset labelled = labelled(train, subset);
      long drawSeed = drawSeed(draw);
      LinearResult result =
          fork == Fork.LINEAR
              ? linear(encoder, labelled, test, drawSeed)
              : fineTuning.withSeed(drawSeed).evaluate(encoder, labelled, test, listeners);
      results.add(new SemiSupervisedResult.Draw(subset, result));
    }
    return new SemiSupervisedResult(describe(), results);
  }

  private LinearResult linear(
      StGcn encoder, PreparedDataset labelled, PreparedDataset test, long drawSeed) {
    Embedder embedder = Embedder.of(encoder);
    return linear.withSeed(drawSeed).evaluate(embedder.embed(labelled), embedder.embed(test));
  }

  /**
   * The labelled clips of a draw.
   *
   * @param draw from 0
   */
  public LabelledSubset subset(PreparedDataset train, int draw) {
    Require.inRange("draw", draw, 0, draws - 1);
    return LabelledSubset.draw(
        train.name(), train.classNames(), train.clipNames(), train.labels(), share, drawSeed(draw));
  }

  private long drawSeed(int draw) {
    return draw == 0 ? seed : RandomKey.of(seed).with("labelled subset").with(draw).state();
  }

  private static PreparedDataset labelled(PreparedDataset train, LabelledSubset subset) {
    Set<String> names = new HashSet<>(subset.names());
    return train.select(
        IntStream.range(0, train.size())
            .filter(n -> names.contains(train.clipNames().get(n)))
            .toArray());
  }
}
