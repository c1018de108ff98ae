package org.penumbra.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.penumbra.core.RandomKey;
import org.penumbra.model.Projector;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.Pstl;
import org.penumbra.tensor.Adam;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.Dropout;
import org.penumbra.tensor.TensorScope;

/**
 * Where the processor time of a PSTL step goes. The learner's step is taken apart into the public
 * pieces that it is made of; the features are cut off in between, so that the backward pass through
 * projector and loss can be told from the one through the encoder.
 */
final class PstlPhases implements AutoCloseable {
  private final Pstl method;
  private final PstlViews views;
  private final StGcn encoder;
  private final Projector projector;
  private final List<Adam> optimisers;
  private final NDManager manager = Compute.newManager();
  private final Dropout dropout = new Dropout();
  private final Map<String, Long> nanos = new LinkedHashMap<>();

  /** Fresh networks. */
  PstlPhases(Pstl method, PreparedDataset clips, int batch) {
    this.method = method;
    views = new PstlViews(method, clips, batch);
    encoder = method.randomEncoder(clips.layout());
    projector = new Projector(encoder.features(), method.options().embedding(), method.key());
    double decay = method.training().weightDecay();
    optimisers =
        List.of(new Adam(encoder.parameters(), decay), new Adam(projector.parameters(), decay));
  }

  /** Steps, of which the first does not count; prints mean seconds and shares. */
  void run(int rounds, PrintStream out) {
    step(0);
    nanos.clear();
    for (int round = 1; round <= rounds; round++) {
      step(round);
    }
    double all = nanos.values().stream().mapToLong(Long::longValue).sum();
    out.printf(
        Locale.ROOT, "pstl: phases of a step, mean of %d, %.3f s:%n", rounds, all * 1e-9 / rounds);
    nanos.forEach(
        (phase, sum) ->
            out.printf(
                Locale.ROOT,
                "  %-32s %6.3f s %5.1f %%%n",
                phase,
                sum * 1e-9 / rounds,
                100 * sum / all));
  }

  private void step(int number) {
    RandomKey key = RandomKey.of(5).with(number);
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      List<ByteBuffer> rendered = timed("views and masks", () -> views.draw(key.generator()));
      NDArray cutLoss;
      List<NDArray> cut = new ArrayList<>();
      try (GradientCollector collector = Compute.engine().newGradientCollector()) {
        dropout.begin(key);
        List<NDArray> features = timed("encoder forward", () -> encode(rendered));
        for (NDArray feature : features) {
          NDArray leaf = feature.stopGradient().duplicate();
          leaf.setRequiresGradient(true);
          cut.add(leaf);
        }
        List<NDArray> embeddings = timed("projector forward", () -> project(cut));
        cutLoss = timed("loss forward", () -> loss(embeddings));
        run("projector and loss backward", () -> collector.backward(cutLoss));
        NDArray sum = null;
        for (int i = 0; i < features.size(); i++) {
          NDArray part = features.get(i).mul(cut.get(i).getGradient()).sum();
          sum = sum == null ? part : sum.add(part);
        }
        NDArray whole = sum;
        run("encoder backward", () -> collector.backward(whole));
      }
      run("update of encoder", () -> optimisers.get(0).step(1e-3));
      run("update of projector", () -> optimisers.get(1).step(1e-3));
      run("clearing gradients", this::clear);
    }
  }

  private List<NDArray> encode(List<ByteBuffer> rendered) {
    List<NDArray> features = new ArrayList<>();
    for (int i = 0; i < rendered.size(); i++) {
      Shape shape = views.shape(rendered, i);
      NDArray x = manager.create(rendered.get(i), shape, DataType.FLOAT32);
      features.add(encoder.train(x, i == 2 ? views.joints() : List.of(), dropout));
    }
    return features;
  }

  /** The projector closes what it is given, so it is given other handles of the same tensors. */
  private List<NDArray> project(List<NDArray> features) {
    return projector.train(features.stream().map(each -> each.reshape(each.getShape())).toList());
  }

  private NDArray loss(List<NDArray> embeddings) {
    NDArray anchor = embeddings.get(0);
    var barlowTwins = method.options().loss();
    return barlowTwins.of(anchor, embeddings.get(1)).add(barlowTwins.of(anchor, embeddings.get(2)));
  }

  private void clear() {
    encoder.parameters().zeroGradients();
    projector.parameters().zeroGradients();
  }

  private void run(String phase, Runnable work) {
    timed(
        phase,
        () -> {
          work.run();
          return phase;
        });
  }

  private <T> T timed(String phase, Supplier<T> work) {
    long start = Comparison.processorNanos();
    T result = work.get();
    nanos.merge(phase, Comparison.processorNanos() - start, Long::sum);
    return result;
  }

  @Override
  public void close() {
    optimisers.forEach(Adam::close);
    projector.close();
    encoder.close();
    manager.close();
  }
}
