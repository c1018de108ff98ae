package org.penumbra.pretrain;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.augment.Augmentation;
import org.penumbra.augment.DrawUnit;
import org.penumbra.augment.LinearViews;
import org.penumbra.core.RandomKey;
import org.penumbra.core.Scale;
import org.penumbra.model.ReferenceStGcn;
import org.penumbra.model.ReferenceWeights;
import org.penumbra.model.StGcnOptions;
import org.penumbra.occlusion.MissingJoints;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.masking.AdaptiveSpatialMasking;
import org.penumbra.pretrain.masking.CentralSpatialMasking;
import org.penumbra.pretrain.masking.MotionAttentionTemporalMasking;
import org.penumbra.pretrain.masking.RandomTemporalMasking;
import org.penumbra.pretrain.masking.TemporalMasking;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.tensor.Compute;
import org.penumbra.train.Batch;
import org.penumbra.train.BatchFixture;

/** Each method's own step against float64 loops: which views it makes, masks and compares. */
class MethodReferenceTest {
  private static final RandomKey SEED = RandomKey.of(71);
  private static final double LAMBDA = 0.3;
  private static final StGcnOptions TINY =
      StGcnOptions.published().withSize(2, 6).withDropout(false);
  private static final LinearViews VIEWS =
      LinearViews.barlowTwins().withUnit(DrawUnit.SAMPLE).withFlip(0.3);
  private static final BarlowTwinsOptions OPTIONS =
      BarlowTwinsOptions.preset(Scale.SMOKE)
          .withEncoder(TINY)
          .withEmbedding(5)
          .withLambda(LAMBDA)
          .withViews(VIEWS);
  private static final TemporalMasking FRAMES = new MotionAttentionTemporalMasking(2);
  private static final PreparedDataset DATA = Waves.pairs(9, 10, SEED.with("clips"));
  private static final Batch BATCH = BatchFixture.of(3, 8, 1, 4, 2, 7, 0);

  private static ReferenceView view(NDArray view, List<Integer> dropped) {
    float[] floats = view.toFloatArray();
    double[] values = new double[floats.length];
    Arrays.setAll(values, i -> floats[i]);
    return new ReferenceView(values, BATCH.size(), 2, dropped);
  }

  /** Views as the method should have drawn them. */
  private static ReferenceView whole(String purpose, List<Integer> dropped) {
    try (NDManager manager = Compute.newManager()) {
      Augmentation augmentation = VIEWS.augmentation();
      BatchViews views = new BatchViews(DATA, DrawUnit.SAMPLE, manager);
      return view(views.draw(BATCH, purpose, augmentation), dropped);
    }
  }

  private static ReferenceView masked(TemporalMasking masking) {
    try (NDManager manager = Compute.newManager()) {
      BatchViews views = new BatchViews(DATA, DrawUnit.SAMPLE, manager);
      return view(views.drawMasked(BATCH, "temporal", VIEWS.augmentation(), masking), List.of());
    }
  }

  private static ToDoubleFunction<Function<String, ReferenceWeights>> loss(ReferenceView... views) {
    return weights ->
        new ReferenceTwins(weights.apply("encoder"), weights.apply("projector"), LAMBDA)
            .loss(List.of(views));
  }

  private static void check(PretrainingMethod method, ReferenceView... views) {
    try (Learner learner = method.learner(DATA)) {
      new StepAgainstReference(learner, SEED).check(BATCH, loss(views));
      learner.encoder().close();
    }
  }

  private static Pstl pstl() {
    return Pstl.preset(Scale.SMOKE).withOptions(OPTIONS).withTemporal(FRAMES);
  }

  private static List<Integer> central() {
    List<Integer> joints =
        new CentralSpatialMasking(9, true)
            .draw(SkeletonLayout.NTU_25, BATCH.key().with("spatial masking").generator());
    assertThat(joints).hasSize(9);
    return joints;
  }

  @Test
  void skeletonBarlowTwinsComparesTwoWholeViews() {
    check(new SkeletonBarlowTwins(OPTIONS), whole("anchor", List.of()), whole("other", List.of()));
  }

  @Test
  void pstlComparesTheWholeViewWithOneOfFewerFramesAndOneOfFewerJoints() {
    try (Learner learner = pstl().learner(DATA)) {
      new StepAgainstReference(learner, SEED)
          .checkEveryTensor(
              BATCH, loss(whole("anchor", List.of()), masked(FRAMES), whole("spatial", central())));
      learner.encoder().close();
    }
  }

  @Test
  void pstlWithCentralMaskingOnly() {
    check(
        pstl().withPartial(PartialViews.SPATIAL),
        whole("anchor", List.of()),
        whole("spatial", central()));
  }

  @Test
  void pstlWithMotionAttentionOnly() {
    check(pstl().withPartial(PartialViews.TEMPORAL), whole("anchor", List.of()), masked(FRAMES));
  }

  @Test
  void pstlWithRandomFrames() {
    TemporalMasking random = new RandomTemporalMasking(3);
    ReferenceView frames = masked(random);
    assertThat(frames.frames()).isEqualTo(7);
    check(
        pstl().withTemporal(random),
        whole("anchor", List.of()),
        frames,
        whole("spatial", central()));
  }

  /** Joints are masked by how often they are missing in this batch, whatever the stage. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void opstlMasksJointsThatAreMissingInTheBatch(int stage) {
    MissingJoints missing = Waves.missing(DATA, SEED.with("missing"));
    boolean[][] b = missing.rows("", DATA.layout(), DATA.clipNames());
    int[] counts = new int[25];
    for (int v = 0; v < 25; v++) {
      for (int sample : BATCH.samples()) {
        counts[v] += b[sample][v] ? 1 : 0;
      }
    }
    List<Integer> joints =
        new AdaptiveSpatialMasking(9, 0.001, true)
            .draw(DATA.layout(), counts, BATCH.key().with("spatial masking").generator());
    assertThat(joints).as("joints, which must differ from PSTL's").isNotEqualTo(central());
    Opstl opstl =
        Opstl.preset(Scale.SMOKE)
            .withOptions(OPTIONS)
            .withTemporal(FRAMES)
            .withMissing(missing)
            .withStage(stage);
    check(opstl, whole("anchor", List.of()), masked(FRAMES), whole("spatial", joints));
  }

  @Test
  void supervisedTrainingReadsClipsAsTheyAreAndTheirLabels() {
    SupervisedStGcn method = SupervisedStGcn.preset(Scale.SMOKE).withEncoder(TINY);
    int length = DATA.sampleLength();
    double[] values = new double[BATCH.size() * length];
    Arrays.setAll(values, i -> DATA.values()[BATCH.samples()[i / length] * length + i % length]);
    try (Learner learner = method.learner(DATA)) {
      new StepAgainstReference(learner, SEED)
          .check(
              BATCH,
              weights -> {
                double[] features =
                    new ReferenceStGcn(weights.apply("encoder"))
                        .train(values, BATCH.size(), 10, 2, List.of());
                return crossEntropy(features, weights.apply("classifier"));
              });
      learner.encoder().close();
    }
  }

  /** {@code - mean log(exp(score of the label) / sum exp(scores))}. */
  private static double crossEntropy(double[] features, ReferenceWeights classifier) {
    double loss = 0;
    for (int n = 0; n < BATCH.size(); n++) {
      double sum = 0;
      double ofLabel = 0;
      for (int k = 0; k < Waves.CLASSES; k++) {
        double score = classifier.get("bias")[k];
        for (int f = 0; f < 6; f++) {
          score += classifier.get("weight")[k * 6 + f] * features[n * 6 + f];
        }
        sum += Math.exp(score);
        ofLabel = k == BATCH.samples()[n] % Waves.CLASSES ? score : ofLabel;
      }
      loss += (Math.log(sum) - ofLabel) / BATCH.size();
    }
    return loss;
  }
}
