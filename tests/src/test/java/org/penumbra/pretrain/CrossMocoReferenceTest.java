package org.penumbra.pretrain;

import static org.penumbra.pretrain.CrossMocoPairing.CROSSED;
import static org.penumbra.pretrain.CrossMocoPairing.ST_GCN;
import static org.penumbra.pretrain.CrossMocoPairing.ST_MLP;
import static org.penumbra.pretrain.CrossMocoPairing.UNCROSSED;
import static org.penumbra.pretrain.loss.CrossMocoLoss.Denominator.NEGATIVES_ONLY;
import static org.penumbra.pretrain.loss.CrossMocoLoss.Denominator.WITH_POSITIVES;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.augment.DrawUnit;
import org.penumbra.core.Scale;
import org.penumbra.model.ReferenceWeights;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.ReferenceCrossMoco.Both;
import org.penumbra.pretrain.loss.CrossMocoLoss;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.TensorScope;
import org.penumbra.train.Batch;

/** Steps of CrossMoCo against float64 loops, in all its forms. */
class CrossMocoReferenceTest {
  private static final SkeletonLayout LAYOUT = SkeletonLayout.NTU_25;

  /** Banks of three batches, so that a mixed bank wraps in the second step. */
  private static CrossMocoOptions options(
      CrossMocoPairing pairing,
      CrossMocoLoss.Denominator denominator,
      int layers,
      boolean shared,
      int banks) {
    CrossMocoOptions preset = CrossMocoOptions.preset(Scale.PAPER);
    return preset
        .withEncoder(ContrastFixture.TINY)
        .withMlpLayers(layers)
        .withSharedGcn(shared)
        .withStreams(StreamWeights.only(org.penumbra.skeleton.Stream.JOINT))
        .withContrast(
            new CrossMocoContrast(
                pairing,
                1,
                new CrossMocoWeights(0.9, 0.4, 0.3, 0.7),
                new CrossMocoLoss(0.2, denominator),
                banks,
                12,
                0.6))
        .withTraining(preset.training().withBatchSize(ContrastFixture.BATCH));
  }

  static Stream<Arguments> forms() {
    return Stream.of(
            options(CROSSED, WITH_POSITIVES, 1, true, 2),
            options(CROSSED, NEGATIVES_ONLY, 2, false, 3),
            options(CROSSED, WITH_POSITIVES, 3, true, 1),
            options(UNCROSSED, WITH_POSITIVES, 1, false, 2),
            options(UNCROSSED, NEGATIVES_ONLY, 2, true, 1),
            options(UNCROSSED, WITH_POSITIVES, 3, true, 3),
            options(ST_GCN, WITH_POSITIVES, 1, true, 1),
            options(ST_MLP, WITH_POSITIVES, 2, true, 1))
        .map(Arguments::of);
  }

  private static ReferenceView view(CrossMocoOptions options, Batch batch, String purpose) {
    return ContrastFixture.view(batch, purpose, options.mask());
  }

  private static Both keys(ReferenceCrossMoco reference, CrossMocoOptions options, Batch batch) {
    return reference.embed("key-", view(options, batch, "key"));
  }

  private static double loss(
      ReferenceCrossMoco reference, CrossMocoOptions options, Batch batch, Both keys) {
    return reference.loss(reference.embed("", view(options, batch, "query")), keys);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void lossesKeyNetworksAndBanksOfThreeSteps(CrossMocoOptions options) {
    Learner learner = new CrossMoco(options).learner(ContrastFixture.DATA);
    try (learner) {
      ContrastFixture.moveAndConvert(learner);
      ReferenceCrossMoco reference =
          new ReferenceCrossMoco(options.contrast(), learner.state(), "");
      for (Batch batch :
          List.of(ContrastFixture.FIRST, ContrastFixture.SECOND, ContrastFixture.FIRST)) {
        Both keys = keys(reference, options, batch);
        double expected = loss(reference, options, batch, keys);
        double found = ContrastFixture.step(learner, batch, 0.01);
        ContrastFixture.assertClose("loss", found, expected);
        reference.takeQueries(learner.trained());
        reference.follow();
        reference.enqueue(keys);
        for (String part : reference.parts()) {
          if (part.startsWith("bank")) {
            double[] queue = ReferenceWeights.doubles(learner.state().get(part).get("queue"));
            ContrastFixture.assertClose(part, queue, reference.part(part).get("queue"));
          } else {
            ContrastFixture.assertClose(part, learner.state().get(part), reference.part(part));
          }
        }
      }
    } finally {
      learner.encoder().close();
    }
  }

  /** The key networks are held still: they follow, but take no gradient. */
  @ParameterizedTest
  @MethodSource("forms")
  void gradientOfEveryWeightTensor(CrossMocoOptions options) {
    Learner learner = new CrossMoco(options).learner(ContrastFixture.DATA);
    try (learner;
        TensorScope scope = TensorScope.open()) {
      scope.holds();
      ContrastFixture.moveAndConvert(learner);
      ReferenceCrossMoco reference =
          new ReferenceCrossMoco(options.contrast(), learner.state(), "");
      Batch batch = ContrastFixture.FIRST;
      ContrastFixture.backward(learner, batch);
      Both keys = keys(reference, options, batch);
      learner
          .trained()
          .forEach(
              (part, parameters) ->
                  ContrastFixture.assertSlopes(
                      parameters.weights(),
                      reference.part(part),
                      () -> loss(reference, options, batch, keys)));
    } finally {
      learner.encoder().close();
    }
  }

  /** Equation 10: streams are derived from the joints, then masked alike, then weighted. */
  @Test
  void threeStreamsAreDerivedFirstAndMaskedAlike() {
    CrossMocoOptions options =
        options(CROSSED, WITH_POSITIVES, 1, true, 2).withStreams(new StreamWeights(0.5, 0.25, 1));
    Batch batch = ContrastFixture.FIRST;
    Learner learner = new CrossMoco(options).learner(ContrastFixture.DATA);
    try (learner) {
      ContrastFixture.moveAndConvert(learner);
      double expected = 0;
      Map<org.penumbra.skeleton.Stream, Double> weights = options.streams().present();
      for (var stream : weights.keySet()) {
        String suffix = "-" + stream.label();
        ReferenceCrossMoco reference =
            new ReferenceCrossMoco(options.contrast(), learner.state(), suffix);
        Both query = reference.embed("", masked(options, batch, "query", stream));
        Both key = reference.embed("key-", masked(options, batch, "key", stream));
        expected += weights.get(stream) * reference.loss(query, key);
      }
      ContrastFixture.assertClose("loss", ContrastFixture.step(learner, batch, 0.01), expected);
    } finally {
      learner.streams().values().forEach(each -> each.close());
    }
  }

  /** The stream by loops over the unmasked joints, times the mask that a set of ones shows. */
  private static ReferenceView masked(
      CrossMocoOptions options, Batch batch, String purpose, org.penumbra.skeleton.Stream stream) {
    PreparedDataset data = ContrastFixture.DATA;
    float[] ones = new float[data.values().length];
    Arrays.fill(ones, 1);
    PreparedDataset white =
        new PreparedDataset(
            "ones",
            LAYOUT,
            data.classNames(),
            data.clipNames(),
            data.labels(),
            data.frames(),
            data.bodies(),
            ones);
    double[] values;
    try (TensorScope scope = TensorScope.open();
        var manager = Compute.newManager()) {
      scope.holds();
      NDArray mask =
          new BatchViews(white, DrawUnit.SAMPLE, manager).draw(batch, purpose, options.mask());
      values = ReferenceWeights.doubles(mask);
    }
    int row = LAYOUT.size() * data.bodies();
    int length = 3 * data.frames() * row;
    for (int i = 0; i < values.length; i++) {
      int at = batch.samples()[i / length] * length + i % length;
      values[i] *= value(data.values(), at, i / row % data.frames(), row, stream);
    }
    return new ReferenceView(values, batch.size(), data.bodies(), List.of());
  }

  private static double value(
      float[] joints, int at, int frame, int row, org.penumbra.skeleton.Stream stream) {
    return switch (stream) {
      case JOINT -> joints[at];
      // Streams are float32 before they are masked.
      case MOTION -> frame + 1 < ContrastFixture.FRAMES ? joints[at + row] - joints[at] : 0;
      case BONE -> {
        int joint = at % row / ContrastFixture.BODIES;
        int parent = LAYOUT.parents().get(joint);
        yield joints[at] - joints[at + (parent - joint) * ContrastFixture.BODIES];
      }
    };
  }

  /** What a checkpoint would hold. */
  @Test
  void stateHoldsQueriesKeysAndBanks() {
    CrossMocoOptions options = options(CROSSED, WITH_POSITIVES, 1, false, 3);
    Learner learner = new CrossMoco(options).learner(ContrastFixture.DATA);
    try (learner) {
      Map<String, Parameters> state = learner.state();
      org.assertj.core.api.Assertions.assertThat(state.keySet())
          .containsExactly(
              "encoder",
              "mlp-encoder",
              "mlp",
              "key-encoder",
              "key-mlp-encoder",
              "key-mlp",
              "bank-gcn",
              "bank-mlp",
              "bank-mixed");
      org.assertj.core.api.Assertions.assertThat(learner.trained().keySet())
          .containsExactly("encoder", "mlp-encoder", "mlp");
    } finally {
      learner.encoder().close();
    }
  }
}
