package org.penumbra.pretrain;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import java.util.OptionalDouble;
import org.penumbra.augment.Augmentation;
import org.penumbra.core.Scale;
import org.penumbra.model.StGcn;
import org.penumbra.model.StGcnOptions;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.loss.InfoNce;
import org.penumbra.tensor.Dropout;
import org.penumbra.tensor.Parameters;
import org.penumbra.train.Batch;
import org.penumbra.train.TrainingOptions;

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
public record SkeletonClr(SkeletonClrOptions options) implements PretrainingMethod {
  /** SkeletonCLR with the settings of a scale. */
  public static SkeletonClr preset(Scale scale) {
    return new SkeletonClr(SkeletonClrOptions.preset(scale));
  }

  @Override
  public String name() {
    return "SkeletonCLR";
  }

  @Override
  public String describe() {
    return options.describe();
  }

  @Override
  public TrainingOptions training() {
    return options.training();
  }

  @Override
  public StGcnOptions encoderOptions() {
    return options.encoder();
  }

  @Override
  public SkeletonClr withTraining(TrainingOptions training) {
    return new SkeletonClr(options.withTraining(training));
  }

  /**
   * {@inheritDoc}
   *
   * @throws org.penumbra.core.InvalidOptionException if queue, batch and clips do not fit
   */
  @Override
  public Learner learner(PreparedDataset train) {
    options.contrast().check(options.training(), train.size());
    return new Contrast(train);
  }

  /** One step: two views, query, key, loss; then the queue. */
  private final class Contrast implements Learner {
    private final InfoNce infoNce = options.contrast().infoNce();
    private final MomentumContrast networks;
    private final BatchViews views;
    private final Augmentation augmentation;
    private final StreamTensors stream;
    private final Dropout dropout = new Dropout();

    Contrast(PreparedDataset train) {
      networks = new MomentumContrast(randomEncoder(train.layout()), options.contrast(), key());
      augmentation = options.views().augmentation();
      views = new BatchViews(train, options.views().unit(), networks.manager());
      stream = new StreamTensors(train.layout());
    }

    @Override
    public NDArray loss(Batch batch) {
      NDArray first = stream.of(views.draw(batch, "query", augmentation), options.stream());
      NDArray second = stream.of(views.draw(batch, "key", augmentation), options.stream());

      dropout.begin(batch.key().with("dropout"));
      NDArray queries = networks.query(first, dropout);
      networks.follow();
      networks.key(second, batch.key());
      return infoNce.of(networks.compare(queries));
    }

    @Override
    public void afterUpdate(Batch batch) {
      networks.enqueue();
    }

    /** Every key equally likely, once the queue is full of keys. */
    @Override
    public OptionalDouble collapseLoss() {
      return OptionalDouble.of(Math.log1p(options.contrast().queue()));
    }

    @Override
    public StGcn encoder() {
      return networks.encoder();
    }

    @Override
    public Map<String, Parameters> trained() {
      return networks.trained("");
    }

    @Override
    public Map<String, Parameters> state() {
      return networks.state("");
    }

    @Override
    public void close() {
      networks.close();
    }
  }
}
