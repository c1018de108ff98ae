package org.penumbra.embed;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.penumbra.core.Draws;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.core.Require;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.Learner;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.train.EpochReport;
import org.penumbra.train.HealthReport;
import org.penumbra.train.TrainingListener;
import org.penumbra.train.TrainingStart;
import org.penumbra.train.TrainingStep;

/**
 * Measures after epochs whether the encoder still tells clips apart, on a fixed choice of clips, in
 * evaluation mode and without changing anything: effective rank of the features, distance of the
 * loss from collapse, accuracy of nearest neighbours.
 *
 * <pre>{@code
 * Pstl.preset(scale).pretrain(train, HealthMonitor.on(train), TrainingDisplay.of("PSTL"));
 * }</pre>
 *
 * <p>Labels are used for the neighbours' accuracy only, never for training. It is the share of
 * clips whose class is the majority's among their neighbours by cosine; without {@link #against}
 * each clip is judged by the others of the choice.
 */
public final class HealthMonitor implements TrainingListener {
  private static final int CLIPS = 256;
  private static final int NEIGHBOURS = 5;

  private final PreparedDataset clips;
  private final PreparedDataset heldOut; // null if none
  private final int every;
  private TrainingStep step;
  private StGcn encoder;

  private HealthMonitor(PreparedDataset clips, PreparedDataset heldOut, int every) {
    this.clips = clips;
    this.heldOut = heldOut;
    this.every = every;
  }

  /** After every epoch, on at most 256 clips of a set, always the same ones. */
  public static HealthMonitor on(PreparedDataset train) {
    return on(train, CLIPS);
  }

  /**
   * As {@link #on(PreparedDataset)}, on another number of clips.
   *
   * @param count at least 2; the effective rank cannot be above it
   */
  public static HealthMonitor on(PreparedDataset train, int count) {
    Require.atLeast("clips to measure health on", count, 2);
    Require.atLeast("clips of " + train.name(), train.size(), 2);
    return new HealthMonitor(choose(train, count), null, 1);
  }

  /** This, judging clips of another set by neighbours among those of the first. */
  public HealthMonitor against(PreparedDataset test) {
    Require.atLeast("clips of " + test.name(), test.size(), 1);
    if (!test.classNames().equals(clips.classNames())) {
      throw new InvalidOptionException(
          "classes of " + test.name(), clips.classNames().toString(), test.classNames());
    }
    checkLayout(test, clips.layout());
    return new HealthMonitor(clips, choose(test, CLIPS), every);
  }

  /** This, but only after each so many epochs, and after the last. */
  public HealthMonitor every(int epochs) {
    Require.atLeast("epochs between measurements", epochs, 1);
    return new HealthMonitor(clips, heldOut, epochs);
  }

  @Override
  public void trainingStarted(TrainingStart start) {
    step = start.step();
    if (!(step instanceof Learner learner)) {
      throw new InvalidOptionException(
          "training with a health monitor",
          "one of a pretraining method",
          step.getClass().getName());
    }
    encoder = learner.encoder();
    checkLayout(clips, encoder.layout());
  }

  private static void checkLayout(PreparedDataset data, SkeletonLayout expected) {
    if (!data.layout().equals(expected)) {
      throw new InvalidOptionException(
          "layout of " + data.name(), expected.name(), data.layout().name());
    }
  }

  @Override
  public Optional<HealthReport> examine(EpochReport report) {
    int done = report.epoch() + 1;
    if (done % every != 0 && done != report.epochs()) {
      return Optional.empty();
    }
    Embeddings known = Embedder.of(encoder).embed(clips);
    double rank = EffectiveRank.of(known);
    OptionalDouble level = step.collapseLoss();
    OptionalDouble ratio =
        level.isPresent()
            ? OptionalDouble.of(report.loss() / level.getAsDouble())
            : OptionalDouble.empty();
    return Optional.of(new HealthReport(rank, known.features(), ratio, neighbours(known)));
  }

  private OptionalDouble neighbours(Embeddings known) {
    if (Arrays.stream(known.labels()).distinct().count() < 2) {
      return OptionalDouble.empty(); // no other class to be mistaken for
    }
    NeighbourVote vote = new NeighbourVote(known, NEIGHBOURS);
    return OptionalDouble.of(
        heldOut == null
            ? vote.accuracyAmongThemselves()
            : vote.accuracy(Embedder.of(encoder).embed(heldOut)));
  }

  /** A choice that depends on nothing but the size of the set, in memory. */
  private static PreparedDataset choose(PreparedDataset data, int count) {
    RandomKey key = RandomKey.of(0).with("health");
    int[] chosen = Draws.choose(data.size(), Math.min(count, data.size()), key.generator());
    Arrays.sort(chosen);
    float[] values = new float[chosen.length * data.sampleLength()];
    for (int i = 0; i < chosen.length; i++) {
      data.copyTo(chosen[i], values, i * data.sampleLength());
    }
    int[] labels = data.labels();
    return new PreparedDataset(
        data.name(),
        data.layout(),
        data.classNames(),
        Arrays.stream(chosen).mapToObj(i -> data.clipNames().get(i)).toList(),
        Arrays.stream(chosen).map(i -> labels[i]).toArray(),
        data.frames(),
        data.bodies(),
        values);
  }
}
