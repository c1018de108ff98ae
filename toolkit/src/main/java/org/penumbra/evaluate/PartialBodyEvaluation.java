package org.penumbra.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.core.Scale;
import org.penumbra.embed.Embeddings;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * Linear evaluation on partial bodies: some joints or body parts, drawn without replacement, are
 * missing from the first to the last frame (PSTL, tables 4 and 5). The encoder is frozen and needs
 * no knowledge of what is missing; with nothing missing this is the plain linear evaluation.
 *
 * <p>What goes, goes from prepared clips, as in the paper, so centring still knew the whole body.
 * To hide before centring, use an occlusion and {@link OcclusionMatrix}.
 *
 * @param unit what goes: joints or body parts
 * @param counts how many of them, one point of the curve each; in order, from 0
 * @param removal whether they leave the graph or are set to zero; the paper does not say for its
 *     rivals
 * @param when whether the classifier learns from whole or from partial bodies; not published
 * @param drawPer what shares one draw; the released code's functions draw per batch
 * @param batchSize clips that share a draw; used for {@link DrawPer#BATCH} only
 * @param draws repetitions with other joints, at least 1
 * @param linear settings of the classifier
 * @param seed of the draws
 */
public record PartialBodyEvaluation(
    Unit unit,
    List<Integer> counts,
    Removal removal,
    When when,
    DrawPer drawPer,
    int batchSize,
    int draws,
    LinearEvaluation linear,
    long seed) {

  /** What goes. */
  public enum Unit {
    /** Single joints. */
    JOINTS,
    /** Arms, legs, torso. */
    PARTS
  }

  /** How it goes. */
  public enum Removal {
    /** Out of the graph: what PSTL is trained for. */
    DROP,
    /** Set to zero, the place of the centre joint. */
    ZERO
  }

  /** When it goes. */
  public enum When {
    /** From the test clips only: one classifier for the whole curve. */
    TEST_ONLY,
    /** From the classifier's training clips too, drawn once: one classifier for each point. */
    TRAIN_AND_TEST
  }

  /** What shares one draw. */
  public enum DrawPer {
    /** A batch. */
    BATCH,
    /** Nothing: each clip has its own, by its name, whatever the order. */
    CLIP
  }

  /** Checks every option; what the layout allows is checked with the clips. */
  public PartialBodyEvaluation {
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(removal, "removal");
    Objects.requireNonNull(when, "when");
    Objects.requireNonNull(drawPer, "drawPer");
    Objects.requireNonNull(linear, "linear");
    counts = List.copyOf(Require.notEmpty("counts of what is missing", counts));
    counts.forEach(count -> Require.atLeast("count of what is missing", count, 0));
    Require.atLeast("batch size", batchSize, 1);
    Require.atLeast("draws", draws, 1);
  }

  /** PSTL's table 4: 0 to 10 joints, dropped, drawn for each test batch of 128. */
  public static PartialBodyEvaluation publishedJoints() {
    return of(Unit.JOINTS, List.of(0, 2, 4, 6, 8, 10), LinearEvaluation.published(), 1);
  }

  /** PSTL's table 5: 0 to 4 of 5 body parts, dropped, drawn for each test batch of 128. */
  public static PartialBodyEvaluation publishedParts() {
    return of(Unit.PARTS, List.of(0, 1, 2, 3, 4), LinearEvaluation.published(), 1);
  }

  /**
   * Settings of a scale: the published ones; below paper scale three draws of batches of 32,
   * because a small test set has few batches.
   */
  public static PartialBodyEvaluation preset(Scale scale, Unit unit) {
    PartialBodyEvaluation published = unit == Unit.JOINTS ? publishedJoints() : publishedParts();
    return scale == Scale.PAPER
        ? published
        : published.withLinear(LinearEvaluation.preset(scale)).withBatchSize(32).withDraws(3);
  }

  private static PartialBodyEvaluation of(
      Unit unit, List<Integer> counts, LinearEvaluation linear, int draws) {
    return new PartialBodyEvaluation(
        unit, counts, Removal.DROP, When.TEST_ONLY, DrawPer.BATCH, 128, draws, linear, 1);
  }

  /** One line for people: every setting. */
  public String describe() {
    String missing = unit == Unit.JOINTS ? "joints" : "body parts";
    return counts
        + " "
        + missing
        + (removal == Removal.DROP ? " dropped from the graph" : " set to zero")
        + (when == When.TEST_ONLY ? " of test clips only" : " of training and test clips")
        + (drawPer == DrawPer.BATCH ? ", drawn per batch of " + batchSize : ", drawn per clip")
        + ", draws "
        + draws
        + ", seed "
        + seed
        + "; classifier: "
        + linear.describe();
  }

  /** These settings with other counts. */
  public PartialBodyEvaluation withCounts(List<Integer> value) {
    return new PartialBodyEvaluation(
        unit, value, removal, when, drawPer, batchSize, draws, linear, seed);
  }

  /** These settings with joints dropped or set to zero. */
  public PartialBodyEvaluation withRemoval(Removal value) {
    return new PartialBodyEvaluation(
        unit, counts, value, when, drawPer, batchSize, draws, linear, seed);
  }

  /** These settings with whole or partial bodies in training. */
  public PartialBodyEvaluation withWhen(When value) {
    return new PartialBodyEvaluation(
        unit, counts, removal, value, drawPer, batchSize, draws, linear, seed);
  }

  /** These settings with another sharing of draws. */
  public PartialBodyEvaluation withDrawPer(DrawPer value) {
    return new PartialBodyEvaluation(
        unit, counts, removal, when, value, batchSize, draws, linear, seed);
  }

  /** These settings with other batches. */
  public PartialBodyEvaluation withBatchSize(int value) {
    return new PartialBodyEvaluation(
        unit, counts, removal, when, drawPer, value, draws, linear, seed);
  }

  /** These settings with another number of repetitions. */
  public PartialBodyEvaluation withDraws(int value) {
    return new PartialBodyEvaluation(
        unit, counts, removal, when, drawPer, batchSize, value, linear, seed);
  }

  /** These settings with another classifier. */
  public PartialBodyEvaluation withLinear(LinearEvaluation value) {
    return new PartialBodyEvaluation(
        unit, counts, removal, when, drawPer, batchSize, draws, value, seed);
  }

  /** These settings with another seed of the draws. */
  public PartialBodyEvaluation withSeed(long value) {
    return new PartialBodyEvaluation(
        unit, counts, removal, when, drawPer, batchSize, draws, linear, value);
  }

  /**
   * Judges a frozen encoder at every count.
   *
   * @throws InvalidOptionException if data do not fit, or nothing would be left of a body
   */
  public PartialBodyResult evaluate(StGcn encoder, PreparedDataset train, PreparedDataset test) {
    TestClips.check(encoder, train, test);
    checkCounts(test.layout());
    PartialFeatures learned = new PartialFeatures(this, encoder, train, "train");
    PartialFeatures judged = new PartialFeatures(this, encoder, test, "test");
    List<Embeddings> tests = new ArrayList<>();
    List<LinearResult> results = new ArrayList<>();
    for (int count : counts) {
      for (int draw = 0; draw < draws(count); draw++) {
        Embeddings features = judged.of(count, draw);
        tests.add(features);
        if (when == When.TRAIN_AND_TEST) {
          results.add(linear.evaluate(learned.of(count, draw), features));
        }
      }
    }
    if (when == When.TEST_ONLY) {
      results.addAll(linear.evaluate(learned.of(0, 0), tests));
    }
    List<PartialBodyResult.Point> points = new ArrayList<>();
    int next = 0;
    for (int count : counts) {
      List<LinearResult> ofCount = results.subList(next, next + draws(count));
      points.add(new PartialBodyResult.Point(count, List.copyOf(ofCount)));
      next += draws(count);
    }
    return new PartialBodyResult(unit, describe(), points);
  }

  /** Nothing can be missing in one way only. */
  private int draws(int count) {
    return count == 0 ? 1 : draws;
  }

  private void checkCounts(SkeletonLayout layout) {
    int all = unit == Unit.JOINTS ? layout.size() : layout.parts().size();
    String what = unit == Unit.JOINTS ? "joints" : "body parts";
    counts.forEach(
        count ->
            Require.inRange("missing " + what + " of layout " + layout.name(), count, 0, all - 1));
  }
}
