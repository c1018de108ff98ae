package org.penumbra.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.augment.Augmentation;
import org.penumbra.core.Scale;
import org.penumbra.tensor.TensorScope;
import org.penumbra.train.Batch;

/** Two steps of SkeletonCLR against float64 loops. */
class SkeletonClrReferenceTest {
  private static final double MOMENTUM = 0.6;
  private static final double TEMPERATURE = 0.2;
  private static final SkeletonClrOptions OPTIONS = options(true);
  private static final Augmentation VIEWS = OPTIONS.views().augmentation();

  private static SkeletonClrOptions options(boolean copied) {
    SkeletonClrOptions preset = SkeletonClrOptions.preset(Scale.PAPER);
    return preset
        .withEncoder(ContrastFixture.TINY)
        .withContrast(new ContrastOptions(5, 12, MOMENTUM, TEMPERATURE, copied))
        .withTraining(preset.training().withBatchSize(ContrastFixture.BATCH));
  }

  private static double[][] keys(ReferenceContrast reference, Batch batch) {
    reference.follow(MOMENTUM);
    return reference.key(ContrastFixture.view(batch, "key", VIEWS));
  }

  private static double loss(ReferenceContrast reference, Batch batch, double[][] keys) {
    double[][] queries = reference.query(ContrastFixture.view(batch, "query", VIEWS));
    return ReferenceLosses.infoNce(reference.similarities(queries, keys), TEMPERATURE);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void lossesKeyNetworkAndQueueOfFourSteps(boolean copied) {
    try (Learner learner = new SkeletonClr(options(copied)).learner(ContrastFixture.DATA)) {
      ContrastFixture.moveAndConvert(learner);
      ReferenceContrast reference = new ReferenceContrast(learner.state(), "");
      // Three batches of 4 fill the queue of 12, a fourth overwrites the first.
      for (Batch batch :
          List.of(
              ContrastFixture.FIRST,
              ContrastFixture.SECOND,
              ContrastFixture.SECOND,
              ContrastFixture.FIRST)) {
        double[][] keys = keys(reference, batch);
        double expected = loss(reference, batch, keys);
        double found = ContrastFixture.step(learner, batch, 0.01);
        ContrastFixture.assertClose("loss", found, expected);
        reference.enqueue(keys);
        ContrastFixture.assertClose(
            "key encoder", learner.state().get("key-encoder"), reference.keyEncoder);
        ContrastFixture.assertClose("key head", learner.state().get("key-head"), reference.keyHead);
        ContrastFixture.assertClose(
            "queue", learner.state().get("queue").get("queue").toDoubleArray(), reference.queue);
        assertRunningStatistics(learner, reference);
        reference.takeQuery(learner.state(), "");
      }
      learner.encoder().close();
    }
  }

  /** Of the query network: one pass per step. */
  private static void assertRunningStatistics(Learner learner, ReferenceContrast reference) {
    String name = "st_gcn_networks.9.tcn.3.running_mean";
    double[] found = learner.encoder().parameters().get(name).toDoubleArray();
    double[] expected = reference.encoder.get(name);
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).as(name).isCloseTo(expected[i], within(1e-6));
    }
  }

  /** The key network is held still: it follows the query network, but takes no gradient. */
  @Test
  void gradientOfEveryWeightTensor() {
    try (Learner learner = new SkeletonClr(OPTIONS).learner(ContrastFixture.DATA);
        TensorScope scope = TensorScope.open()) {
      scope.holds();
      ContrastFixture.moveAndConvert(learner);
      ReferenceContrast reference = new ReferenceContrast(learner.state(), "");
      Batch batch = ContrastFixture.FIRST;
      ContrastFixture.backward(learner, batch);
      double[][] keys = keys(reference, batch);
      ContrastFixture.assertSlopes(
          learner.encoder().parameters().weights(),
          reference.encoder,
          () -> loss(reference, batch, keys));
      ContrastFixture.assertSlopes(
          learner.state().get("head").weights(),
          reference.head,
          () -> loss(reference, batch, keys));
      learner.encoder().close();
    }
  }
}
