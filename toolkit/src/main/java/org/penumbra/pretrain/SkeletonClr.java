package org.penumbra.pretrain;

import ai.djl.ndarray.NDArray;
import java.util.OptionalDouble;
import org.penumbra.augment.Augmentation;
import org.penumbra.core.Scale;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.loss.InfoNce;
import org.penumbra.tensor.Dropout;
import org.penumbra.train.Batch;

/**
 * SkeletonCLR: momentum contrast on skeletons. Two random views of each clip; the query network's
 * embedding of the one should be like the key network's embedding of the other, and unlike the keys
 * of earlier clips in the queue.
 *
 * <pre>{@code
 * Pretrained clr = SkeletonClr.preset(Scale.COURSE).pretrain(train);
 * }</pre>
 *
 * @param options its settings
 */
public record SkeletonClr(SkeletonClrOptions options)
    implements ContrastMethod<SkeletonClrOptions, SkeletonClr> {
  /** SkeletonCLR with the settings of a scale. */
  public static SkeletonClr preset(Scale scale) {
    return new SkeletonClr(SkeletonClrOptions.preset(scale));
  }

  @Override
  public String name() {
    return "SkeletonCLR";
  }

  @Override
  public SkeletonClr withOptions(SkeletonClrOptions value) {
    return new SkeletonClr(value);
  }

  @Override
  public Learner learner(PreparedDataset train) {
    options.checkFor(train.size());
    return new Contrast(train);
  }

  /** One step: two views, query, key, loss; then the queue. */
  private final class Contrast extends StreamLearner<MomentumContrast> {
    private final InfoNce infoNce = options.contrast().infoNce();
    private final Augmentation augmentation = options.views().augmentation();
    private final MomentumContrast networks;
    private final BatchViews views;
    private final StreamTensors stream;

    Contrast(PreparedDataset train) {
      StGcn encoder = randomEncoder(train.layout());
      networks =
          add(
              options.stream(),
              new MomentumContrast(encoder, options.contrast(), training().precision(), key()));
      views = new BatchViews(train, options.views().unit(), networks.manager());
      stream = new StreamTensors(train.layout());
    }

    @Override
    NDArray step(Batch batch, Dropout dropout) {
      NDArray first = stream.of(views.draw(batch, "query", augmentation), options.stream());
      NDArray second = stream.of(views.draw(batch, "key", augmentation), options.stream());

      NDArray queries = networks.query(first, dropout);
      networks.follow();
      networks.key(second, batch.key());
      return infoNce.of(networks.compare(queries));
    }

    /** Every key equally likely, once the queue is full of keys. */
    @Override
    public OptionalDouble collapseLoss() {
      return OptionalDouble.of(Math.log1p(options.contrast().queue()));
    }
  }
}
