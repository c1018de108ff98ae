package org.penumbra.pretrain;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import org.penumbra.core.RandomKey;
import org.penumbra.core.Scale;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.preprocess.StreamDerivation;
import org.penumbra.skeleton.Stream;
import org.penumbra.tensor.Dropout;
import org.penumbra.tensor.Ops;
import org.penumbra.train.Batch;

/**
 * CrossMoCo: momentum contrast between two encoders, an ST-GCN (f) and an ST-GCN with an MLP (h).
 * Two masked views of each clip; the query of the one encoder should be like the key of the other,
 * and unlike the earlier keys of that other in its memory bank.
 *
 * <pre>{@code
 * x1, x2 = mask(x), mask(x)
 * q, r = f(x1), h(x1)            query networks
 * k, l = f'(x2), h'(x2)          key networks, no gradient
 * P = alpha exp(q.l / t) + beta exp(r.k / t)
 * N = lambda sum over bank 2 of exp(q.n / t) + phi sum over bank 1 of exp(r.n / t)
 * loss = -log(P / (P + N)), of each stream; their weighted sum
 * update f and h; f' = m f' + (1 - m) f, h' likewise; k joins bank 1, l joins bank 2
 * }</pre>
 *
 * <pre>{@code
 * Pretrained cross = CrossMoco.preset(Scale.COURSE).pretrain(joints);
 * }</pre>
 *
 * <p>No code was published, and the paper leaves much open. Decisions, in the order of the paper:
 *
 * <ol>
 *   <li>Equation 1 lacks the factor m of the old weights; it is put in.
 *   <li>Equation 5 has no positives in the denominator, equation 2 has. They are in it by default;
 *       {@code CrossMocoLoss.Denominator.NEGATIVES_ONLY} is the printed form.
 *   <li>Values of alpha, beta, lambda, phi (here one half each) and of a, b, c (here 1) are not
 *       given: {@link CrossMocoWeights}, {@link StreamWeights}.
 *   <li>Nor is the temperature: 0.07, as in the method that the paper builds on.
 *   <li>Embeddings are divided by their length, which that method does and the text does not say.
 *   <li>"MLP layers" (Table IV) are read as hidden layers, so that the best number, one, is Figure
 *       3 with its two linear layers. All are as wide as the features, so that queries of one
 *       encoder can meet keys of the other.
 *   <li>Whether h has an ST-GCN of its own is not said; "adding an MLP to the top of the base
 *       encoder", and a figure that names one ST-GCN and one MLP, make sharing the default. {@link
 *       CrossMocoOptions#withSharedGcn} gives it its own.
 *   <li>The pseudo-code updates after its loop over batches and takes keys from f and h themselves;
 *       here each batch updates, and keys come from the slow copies, as equation 1 wants. Copies
 *       begin equal, run in training mode with dropout and keep running statistics of their own.
 *   <li>The mask's rates are 0.6 (joints) and 0.5 (frames) as in the text; Table I has its best row
 *       at 0.6 and 0.6.
 *   <li>The unit of the mask is a bone with both joints, drawn until the share of joints is
 *       covered; other readings are in {@code CrossMocoReadings}.
 *   <li>Joints are drawn anew in each sampled frame and frames outside are left alone, as in Figure
 *       4; other readings likewise.
 *   <li>Rates are fixed; "random different rates" is a reading too.
 *   <li>What is masked is 0. Streams are derived first and masked then, all with the same mask, so
 *       that the edge of a hole is no motion.
 *   <li>The optimiser is not named; Adam, since 1e-5 would not move SGD. Rate constant, weight
 *       decay 1e-4.
 *   <li>Linear evaluation sees the features of f alone. The output of h, and both joined, are not
 *       offered; of the ST-MLP alone the features below its MLP are seen.
 *   <li>Bones are child minus parent; equation 8 takes the next joint's number.
 *   <li>Sizes of the splits are those of the data, not the impossible ones in the text.
 *   <li>Gains in per cent of the text are relative; tables count points.
 *   <li>Streams are trained together as equation 10 has it, each with networks and banks of its
 *       own; they do not touch each other.
 * </ol>
 *
 * <p>Of its 300 epochs the paper "cross-trains" 150: the last half, {@link
 * CrossMocoContrast#crossedShare}.
 *
 * @param options its settings
 */
public record CrossMoco(CrossMocoOptions options)
    implements ContrastMethod<CrossMocoOptions, CrossMoco> {
  /** CrossMoCo with the settings of a scale. */
  public static CrossMoco preset(Scale scale) {
    return new CrossMoco(CrossMocoOptions.preset(scale));
  }

  @Override
  public String name() {
    return "CrossMoCo";
  }

  @Override
  public CrossMoco withOptions(CrossMocoOptions value) {
    return new CrossMoco(value);
  }

  @Override
  public Learner learner(PreparedDataset train) {
    options.checkFor(train.size());
    return new Crossing(train);
  }

  /** One step of all streams. */
  private final class Crossing extends StreamLearner<CrossMocoStream> {
    Crossing(PreparedDataset joints) {
      for (Stream stream : options.streams().present().keySet()) {
        RandomKey own = stream == Stream.JOINT ? key() : key().with(stream.label());
        StGcn encoder = new StGcn(joints.layout(), encoderOptions(), own.with("encoder"));
        PreparedDataset clips = StreamDerivation.derive(joints, stream);
        add(stream, new CrossMocoStream(clips, encoder, options, own));
      }
    }

    @Override
    NDArray step(Batch batch, Dropout dropout) {
      CrossMocoPairing pairing =
          options.contrast().pairing(batch.epoch(), options.training().epochs());
      NDArray total = null;
      for (Map.Entry<Stream, Double> weight : options.streams().present().entrySet()) {
        NDArray loss = networks().get(weight.getKey()).loss(batch, pairing, dropout);
        NDArray weighted = Ops.scale(loss, weight.getValue());
        total = total == null ? weighted : total.add(weighted);
      }
      return total;
    }
  }
}
