package org.penumbra.pretrain;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.core.Scale;
import org.penumbra.model.ReferenceWeights;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.skeleton.Stream;
import org.penumbra.tensor.TensorScope;
import org.penumbra.train.Batch;

/** Steps of CrosSCLR in both phases and all forks against float64 loops. */
class CrosSclrReferenceTest {
  private static final double MOMENTUM = 0.6;
  private static final double TEMPERATURE = 0.2;
  private static final CrosSclrOptions OPTIONS = options();

  private static CrosSclrOptions options() {
    CrosSclrOptions preset = CrosSclrOptions.preset(Scale.PAPER);
    return preset
        .withEncoder(ContrastFixture.TINY)
        .withContrast(new ContrastOptions(5, 12, MOMENTUM, TEMPERATURE, true))
        .withTraining(preset.training().withBatchSize(ContrastFixture.BATCH));
  }

  /** The joints of a view or what is derived from them, by loops. */
  private static ReferenceView view(Batch batch, String purpose, Stream stream) {
    ReferenceView joints = ContrastFixture.view(batch, purpose, OPTIONS.views().augmentation());
    double[] x = joints.values();
    double[] y = new double[x.length];
    int m = ContrastFixture.BODIES;
    List<Integer> parents = SkeletonLayout.NTU_25.parents();
    for (int i = 0; i < x.length; i++) {
      int v = i / m % 25;
      boolean last = i / m / 25 % ContrastFixture.FRAMES == ContrastFixture.FRAMES - 1;
      // As the engine: differences of the float32 joints, in float32.
      y[i] =
          switch (stream) {
            case JOINT -> x[i];
            case MOTION -> last ? 0 : (float) x[i + 25 * m] - (float) x[i];
            case BONE -> (float) x[i] - (float) x[i + (parents.get(v) - v) * m];
          };
    }
    return new ReferenceView(y, joints.samples(), m, List.of());
  }

  /** All streams of one method. */
  private static final class Reference {
    final Map<Stream, ReferenceContrast> streams = new EnumMap<>(Stream.class);
    final CrosSclrOptions options;

    Reference(Learner learner, CrosSclrOptions options) {
      this.options = options;
      for (Stream stream : options.streams()) {
        streams.put(stream, new ReferenceContrast(learner.state(), "-" + stream.label()));
      }
    }

    double[][] embed(Stream stream, ReferenceView clips, boolean key) {
      ReferenceContrast own = streams.get(stream);
      ReferenceContrast joints = streams.get(Stream.JOINT);
      double[][] features = ReferenceContrast.features(key ? own.keyEncoder : own.encoder, clips);
      ReferenceWeights head = key ? own.keyHead : own.head;
      ReferenceWeights jointHead = key ? joints.keyHead : joints.head;
      return options.sharedHeads() && stream != Stream.JOINT
          ? ReferenceContrast.embed(features, jointHead, head)
          : ReferenceContrast.embed(features, head);
    }

    /** First every key network moves that does, then every key is computed. */
    Map<Stream, double[][]> keys(Batch batch, boolean crossing) {
      streams.forEach(
          (stream, own) -> {
            if (crossing && !options.crossMomentumAllViews() && stream != Stream.MOTION) {
              return;
            }
            own.follow(MOMENTUM);
            if (options.sharedHeads() && stream != Stream.JOINT) {
              ReferenceContrast joints = streams.get(Stream.JOINT);
              ReferenceContrast.follow(joints.keyHead, joints.head, MOMENTUM);
            }
          });
      Map<Stream, double[][]> keys = new EnumMap<>(Stream.class);
      streams
          .keySet()
          .forEach(stream -> keys.put(stream, embed(stream, view(batch, "key", stream), true)));
      return keys;
    }

    double loss(Batch batch, Map<Stream, double[][]> keys, boolean crossing) {
      Map<Stream, double[][]> similarities = new EnumMap<>(Stream.class);
      streams.forEach(
          (stream, own) -> {
            double[][] queries = embed(stream, view(batch, "query", stream), false);
            similarities.put(stream, own.similarities(queries, keys.get(stream)));
          });
      double loss = 0;
      for (Stream u : streams.keySet()) {
        if (!crossing) {
          loss += ReferenceLosses.infoNce(similarities.get(u), TEMPERATURE);
        }
        for (Stream v : streams.keySet()) {
          if (crossing && u != v) {
            loss +=
                ReferenceLosses.crossView(
                        similarities.get(u),
                        similarities.get(v),
                        options.neighbours(),
                        options.context(),
                        TEMPERATURE)
                    / (streams.size() - 1);
          }
        }
      }
      return loss;
    }
  }

  private static Learner learner(CrosSclrOptions options) {
    Learner learner = new CrosSclr(options).learner(ContrastFixture.DATA);
    ContrastFixture.moveAndConvert(learner);
    return learner;
  }

  /** Rows: streams; cross-view training; context; all keys move; heads shared. */
  @ParameterizedTest
  @CsvSource({
    "JOINT MOTION BONE, false, true, true, false",
    "JOINT MOTION BONE, true, true, true, false",
    "JOINT BONE, true, false, true, false",
    "MOTION JOINT, true, true, false, false",
    "JOINT MOTION BONE, false, true, true, true",
    "JOINT MOTION BONE, true, true, false, true"
  })
  void lossesKeyNetworksAndQueuesOfTwoSteps(
      String names, boolean crossing, boolean context, boolean allMove, boolean shared) {
    Stream[] streams = Arrays.stream(names.split(" ")).map(Stream::valueOf).toArray(Stream[]::new);
    CrosSclrOptions options =
        OPTIONS
            .withStreams(streams)
            .withSingleViewEpochs(crossing ? 0 : 1)
            .withNeighbours(context ? 1 : 2, context)
            .withCrossMomentumAllViews(allMove)
            .withSharedHeads(shared);
    try (Learner learner = learner(options)) {
      Reference reference = new Reference(learner, options);
      for (Batch batch : List.of(ContrastFixture.FIRST, ContrastFixture.SECOND)) {
        Map<Stream, double[][]> keys = reference.keys(batch, crossing);
        double expected = reference.loss(batch, keys, crossing);
        double found = ContrastFixture.step(learner, batch, 0.01);
        ContrastFixture.assertClose("loss", found, expected);
        for (Stream stream : streams) {
          String suffix = "-" + stream.label();
          ReferenceContrast own = reference.streams.get(stream);
          own.enqueue(keys.get(stream));
          ContrastFixture.assertClose(
              "key" + suffix, learner.state().get("key-encoder" + suffix), own.keyEncoder);
          ContrastFixture.assertClose(
              "key head" + suffix, learner.state().get("key-head" + suffix), own.keyHead);
          ContrastFixture.assertClose(
              "queue" + suffix,
              learner.state().get("queue" + suffix).get("queue").toDoubleArray(),
              own.queue);
          own.takeQuery(learner.state(), suffix);
        }
      }
      learner.streams().values().forEach(encoder -> encoder.close());
    }
  }

  @Test
  void gradientsInCrossViewTraining() {
    CrosSclrOptions options = OPTIONS.withSingleViewEpochs(0).withSharedHeads(true);
    try (Learner learner = learner(options);
        TensorScope scope = TensorScope.open()) {
      scope.holds();
      Reference reference = new Reference(learner, options);
      Batch batch = ContrastFixture.FIRST;
      ContrastFixture.backward(learner, batch);
      Map<Stream, double[][]> keys = reference.keys(batch, true);
      reference.streams.forEach(
          (stream, own) -> {
            String suffix = "-" + stream.label();
            ContrastFixture.assertSlopes(
                learner.state().get("head" + suffix).weights(),
                own.head,
                () -> reference.loss(batch, keys, true));
          });
      Map<String, NDArray> weights =
          new TreeMap<>(learner.streams().get(Stream.BONE).parameters().weights());
      weights.keySet().removeIf(name -> name.matches("(st_gcn_networks|edge_importance).[1-8].*"));
      ContrastFixture.assertSlopes(
          weights,
          reference.streams.get(Stream.BONE).encoder,
          () -> reference.loss(batch, keys, true));
      learner.streams().values().forEach(encoder -> encoder.close());
    }
  }
}
