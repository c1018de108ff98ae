package org.penumbra.pretrain;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.Scale;
import org.penumbra.model.AttentionDrop;
import org.penumbra.model.ReferenceAttentionDrop;
import org.penumbra.model.ReferenceMaps;
import org.penumbra.model.ReferenceStGcn;
import org.penumbra.tensor.TensorScope;
import org.penumbra.train.Batch;

/** Steps of AimCLR, before and after mining begins, against float64 loops. */
class AimClrReferenceTest {
  private static final double MOMENTUM = 0.6;
  private static final double TEMPERATURE = 0.2;
  private static final double THRESHOLD = 0.66; // at the published one no joint would be dropped
  private static final AimClrOptions OPTIONS = options();

  private static AimClrOptions options() {
    AimClrOptions preset = AimClrOptions.preset(Scale.PAPER);
    return preset
        .withEncoder(ContrastFixture.TINY)
        .withContrast(new ContrastOptions(5, 12, MOMENTUM, TEMPERATURE, true))
        .withDrop(new AttentionDrop(THRESHOLD))
        .withTraining(preset.training().withBatchSize(ContrastFixture.BATCH));
  }

  /** Mining from the first epoch on, or not in it. */
  private static Learner learner(boolean mining) {
    Learner learner =
        new AimClr(OPTIONS.withMining(mining ? 0 : 1, 2)).learner(ContrastFixture.DATA);
    ContrastFixture.moveAndConvert(learner);
    return learner;
  }

  private static ReferenceView view(Batch batch, String purpose) {
    return ContrastFixture.view(batch, purpose, OPTIONS.views().augmentation());
  }

  private static ReferenceView extreme(Batch batch) {
    return ContrastFixture.view(batch, "extreme", OPTIONS.extremeViews().augmentation());
  }

  private static double[][] keys(ReferenceContrast reference, Batch batch) {
    reference.follow(MOMENTUM);
    return reference.key(view(batch, "key"));
  }

  /** Similarities of the normal view's embeddings. */
  private static double[][] normal(ReferenceContrast reference, Batch batch, double[][] keys) {
    return reference.similarities(reference.query(view(batch, "query")), keys);
  }

  /** InfoNCE with or without mined keys, and half of both divergences from a given teacher. */
  private static double loss(
      ReferenceContrast reference,
      Batch batch,
      double[][] keys,
      double[][] teacher,
      boolean mining) {
    double[][] normal = normal(reference, batch, keys);
    ReferenceView clips = extreme(batch);
    ReferenceMaps maps =
        new ReferenceStGcn(reference.encoder)
            .maps(clips.values(), clips.samples(), clips.frames(), clips.bodies(), List.of());
    double[][] extreme = similarities(reference, maps, keys);
    double[][] dropped =
        similarities(reference, ReferenceAttentionDrop.apply(maps, THRESHOLD), keys);
    double info = ReferenceLosses.infoNce(normal, TEMPERATURE);
    if (mining) {
      boolean[][] positives = ReferenceLosses.nearest(normal, 2);
      boolean[][] second = ReferenceLosses.nearest(extreme, 2);
      boolean[][] third = ReferenceLosses.nearest(dropped, 2);
      for (int n = 0; n < positives.length; n++) {
        positives[n][0] = true;
        for (int i = 1; i < positives[n].length; i++) {
          positives[n][i] |= second[n][i] || third[n][i];
        }
      }
      info = ReferenceLosses.several(normal, positives, TEMPERATURE);
    }
    return info
        + (ReferenceLosses.divergence(teacher, extreme, TEMPERATURE)
                + ReferenceLosses.divergence(teacher, dropped, TEMPERATURE))
            / 2;
  }

  private static double[][] similarities(
      ReferenceContrast reference, ReferenceMaps maps, double[][] keys) {
    double[] features = ReferenceStGcn.pool(maps, keys.length, ContrastFixture.BODIES);
    double[][] rows = ReferenceContrast.rows(features, keys.length);
    return reference.similarities(ReferenceContrast.embed(rows, reference.head), keys);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void lossesKeyNetworkAndQueueOfTwoSteps(boolean mining) {
    try (Learner learner = learner(mining)) {
      ReferenceContrast reference = new ReferenceContrast(learner.state(), "");
      for (Batch batch : List.of(ContrastFixture.FIRST, ContrastFixture.SECOND)) {
        double[][] keys = keys(reference, batch);
        double expected = loss(reference, batch, keys, normal(reference, batch, keys), mining);
        double found = ContrastFixture.step(learner, batch, 0.01);
        ContrastFixture.assertClose("loss", found, expected);
        reference.enqueue(keys);
        ContrastFixture.assertClose(
            "key encoder", learner.state().get("key-encoder"), reference.keyEncoder);
        ContrastFixture.assertClose("key head", learner.state().get("key-head"), reference.keyHead);
        ContrastFixture.assertClose(
            "queue", learner.state().get("queue").get("queue").toDoubleArray(), reference.queue);
        reference.takeQuery(learner.state(), "");
      }
      learner.encoder().close();
    }
  }

  /** Keys and the teacher's distribution are held still: no gradient flows through them. */
  @Test
  void gradientOfEveryWeightTensor() {
    try (Learner learner = learner(true);
        TensorScope scope = TensorScope.open()) {
      scope.holds();
      ReferenceContrast reference = new ReferenceContrast(learner.state(), "");
      Batch batch = ContrastFixture.FIRST;
      ContrastFixture.backward(learner, batch);
      double[][] keys = keys(reference, batch);
      double[][] teacher = normal(reference, batch, keys);
      ContrastFixture.assertSlopes(
          learner.encoder().parameters().weights(),
          reference.encoder,
          () -> loss(reference, batch, keys, teacher, true));
      ContrastFixture.assertSlopes(
          learner.state().get("head").weights(),
          reference.head,
          () -> loss(reference, batch, keys, teacher, true));
      learner.encoder().close();
    }
  }
}
