package org.penumbra.evaluate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.core.Scale;
import org.penumbra.skeleton.Stream;

/**
 * Fusion of the scores of several streams, clip by clip: the weighted sum of raw scores before the
 * softmax ({@code methods.md} 5).
 *
 * <pre>{@code
 * Predictions fused = StreamEnsemble.published().fuse(Map.of(JOINT, j, BONE, b, MOTION, m));
 * }</pre>
 *
 * @param weights of the streams; each finite and above 0
 */
public record StreamEnsemble(Map<Stream, Double> weights) {
  /** Checks the weights and keeps an unmodifiable copy in the order of the streams. */
  public StreamEnsemble {
    Require.notEmpty("weights of streams", weights.keySet());
    weights.forEach((stream, weight) -> Require.positive("weight of " + stream, weight));
    weights = Collections.unmodifiableMap(new EnumMap<>(weights));
  }

  /**
   * AimCLR's released weights: 0.6 joint, 0.6 bone, 0.4 motion. PSTL publishes none for its three
   * streams.
   */
  public static StreamEnsemble published() {
    return new StreamEnsemble(Map.of(Stream.JOINT, 0.6, Stream.BONE, 0.6, Stream.MOTION, 0.4));
  }

  /** The published weights, at every scale. */
  public static StreamEnsemble preset(Scale scale) {
    Objects.requireNonNull(scale, "scale");
    return published();
  }

  /** The mean of the scores of these streams: nothing chosen, and CrosSCLR's fusion. */
  public static StreamEnsemble equal(Stream... streams) {
    Map<Stream, Double> weights = new EnumMap<>(Stream.class);
    for (Stream stream : streams) {
      weights.put(stream, 1.0 / streams.length);
    }
    return new StreamEnsemble(weights);
  }

  /** One line for people: every weight. */
  public String describe() {
    StringJoiner text = new StringJoiner(" + ", "sum of raw scores: ", "");
    weights.forEach(
        (stream, weight) -> text.add(String.format(Locale.ROOT, "%.3f %s", weight, stream)));
    return text.toString();
  }

  /**
   * Fuses predictions of the same clips in the same order.
   *
   * @param streams predictions of each stream that has a weight, and of no other
   * @throws InvalidOptionException if a stream is missing or has no weight, or clips differ
   */
  public Predictions fuse(Map<Stream, Predictions> streams) {
    if (!streams.keySet().equals(weights.keySet())) {
      throw new InvalidOptionException(
          "streams to fuse", weights.keySet().toString(), streams.keySet());
    }
    Predictions first = streams.get(weights.keySet().iterator().next());
    double[] sums = new double[first.scores().length];
    weights.forEach(
        (stream, weight) -> {
          Predictions predictions = streams.get(stream);
          first.checkSameClips("the stream " + stream, predictions);
          float[] scores = predictions.scores();
          for (int i = 0; i < sums.length; i++) {
            sums[i] += weight * scores[i];
          }
        });
    float[] fused = new float[sums.length];
    for (int i = 0; i < fused.length; i++) {
      fused[i] = (float) sums[i];
    }
    return Predictions.ofScores(first.classNames(), first.clipNames(), first.labels(), fused);
  }
}
