package org.penumbra.pretrain;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import java.util.OptionalDouble;
import org.penumbra.core.Scale;
import org.penumbra.model.StGcn;
import org.penumbra.model.StGcnOptions;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.loss.DistributionDivergence;
import org.penumbra.pretrain.loss.InfoNce;
import org.penumbra.pretrain.loss.NearestNeighbours;
import org.penumbra.pretrain.loss.Similarities;
import org.penumbra.tensor.Dropout;
import org.penumbra.tensor.Ops;
import org.penumbra.tensor.Parameters;
import org.penumbra.train.Batch;
import org.penumbra.train.TrainingOptions;

/**
 * AimCLR: momentum contrast between two normal views, and an extreme view, as it is and with its
 * most prominent features dropped, that should be as like each key as the normal view is. From some
 * epoch on, the nearest keys of all three are positives too.
 *
 * <pre>{@code
 * loss = InfoNCE(normal) + (D3M(normal, extreme) + D3M(normal, dropped)) / 2
 * }</pre>
 *
 * @param options its settings
 */
public record AimClr(AimClrOptions options) implements PretrainingMethod {
  /** AimCLR with the settings of a scale. */
  public static AimClr preset(Scale scale) {
    return new AimClr(AimClrOptions.preset(scale));
  }

  @Override
  public String name() {
    return "AimCLR";
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
  public AimClr withTraining(TrainingOptions training) {
    return new AimClr(options.withTraining(training));
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

  /** One step: three views, query, extreme and dropped extreme, key, losses; then the queue. */
  private final class Contrast implements Learner {
    private final InfoNce infoNce = options.contrast().infoNce();
    private final DistributionDivergence divergence =
        new DistributionDivergence(options.contrast().temperature());
    private final MomentumContrast networks;
    private final BatchViews normalViews;
    private final BatchViews extremeViews;
    private final StreamTensors stream;
    private final Dropout dropout = new Dropout();

    Contrast(PreparedDataset train) {
      networks = new MomentumContrast(randomEncoder(train.layout()), options.contrast(), key());
      normalViews = new BatchViews(train, options.views().unit(), networks.manager());
      extremeViews = new BatchViews(train, options.extremeViews().unit(), networks.manager());
      stream = new StreamTensors(train.layout());
    }

    @Override
    public NDArray loss(Batch batch) {
      NDArray first = normal(batch, "query");
      NDArray second = normal(batch, "key");
      NDArray third = extreme(batch);

      dropout.begin(batch.key().with("dropout"));
      NDArray queries = networks.query(first, dropout);
      NDArray maps = networks.encoder().trainMaps(networks.typed(third), dropout);
      NDArray extremes = embed(maps, third.getShape().get(4));
      NDArray prominentDropped = Ops.next(maps, options.drop().apply(maps));
      NDArray drops = embed(prominentDropped, third.getShape().get(4));
      prominentDropped.close();
      networks.follow();
      networks.key(second, batch.key());
      return loss(
          networks.compare(queries),
          networks.compare(extremes),
          networks.compare(drops),
          batch.epoch() >= options.epochsBeforeMining());
    }

    private NDArray normal(Batch batch, String purpose) {
      NDArray joints = normalViews.draw(batch, purpose, options.views().augmentation());
      return stream.of(joints, options.stream());
    }

    private NDArray extreme(Batch batch) {
      NDArray joints = extremeViews.draw(batch, "extreme", options.extremeViews().augmentation());
      return stream.of(joints, options.stream());
    }

    private NDArray embed(NDArray maps, long bodies) {
      NDArray features = networks.encoder().pool(maps, bodies);
      return Ops.next(features, networks.head().embed(features));
    }

    private NDArray loss(
        Similarities normal, Similarities extreme, Similarities dropped, boolean mining) {
      NDArray info =
          mining ? infoNce.of(normal, mine(normal, extreme, dropped)) : infoNce.of(normal);
      NDArray teacher = divergence.teacher(normal);
      NDArray students = divergence.of(teacher, extreme).add(divergence.of(teacher, dropped));
      return info.add(Ops.scale(students, 0.5));
    }

    /** The nearest keys of each of the three, together. */
    private NDArray mine(Similarities normal, Similarities extreme, Similarities dropped) {
      return NearestNeighbours.union(
          NearestNeighbours.union(nearest(normal), nearest(extreme)), nearest(dropped));
    }

    private NDArray nearest(Similarities similarities) {
      return NearestNeighbours.of(similarities.negative(), options.neighbours());
    }

    @Override
    public void afterUpdate(Batch batch) {
      networks.enqueue();
    }

    /** Every key equally likely, for InfoNCE and for the mean of both divergences. */
    @Override
    public OptionalDouble collapseLoss() {
      return OptionalDouble.of(2 * Math.log1p(options.contrast().queue()));
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
