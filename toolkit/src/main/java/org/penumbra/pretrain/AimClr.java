package org.penumbra.pretrain;

import ai.djl.ndarray.NDArray;
import java.util.OptionalDouble;
import org.penumbra.core.Scale;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.loss.DistributionDivergence;
import org.penumbra.pretrain.loss.InfoNce;
import org.penumbra.pretrain.loss.NearestNeighbours;
import org.penumbra.pretrain.loss.Similarities;
import org.penumbra.tensor.Dropout;
import org.penumbra.tensor.Ops;
import org.penumbra.train.Batch;

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
public record AimClr(AimClrOptions options) implements ContrastMethod<AimClrOptions, AimClr> {
  /** AimCLR with the settings of a scale. */
  public static AimClr preset(Scale scale) {
    return new AimClr(AimClrOptions.preset(scale));
  }

  @Override
  public String name() {
    return "AimCLR";
  }

  @Override
  public AimClr withOptions(AimClrOptions value) {
    return new AimClr(value);
  }

  @Override
  public Learner learner(PreparedDataset train) {
    options.checkFor(train.size());
    return new Contrast(train);
  }

  /** One step: three views, query, extreme and dropped extreme, key, losses; then the queue. */
  private final class Contrast extends StreamLearner<MomentumContrast> {
    private final InfoNce infoNce = options.contrast().infoNce();
    private final DistributionDivergence divergence =
        new DistributionDivergence(options.contrast().temperature());
    private final MomentumContrast networks;
    private final BatchViews normalViews;
    private final BatchViews extremeViews;
    private final StreamTensors stream;

    Contrast(PreparedDataset train) {
      StGcn encoder = randomEncoder(train.layout());
      networks =
          add(
              options.stream(),
              new MomentumContrast(encoder, options.contrast(), training().precision(), key()));
      normalViews = new BatchViews(train, options.views().unit(), networks.manager());
      extremeViews = new BatchViews(train, options.extremeViews().unit(), networks.manager());
      stream = new StreamTensors(train.layout());
    }

    @Override
    NDArray step(Batch batch, Dropout dropout) {
      NDArray first = normal(batch, "query");
      NDArray second = normal(batch, "key");
      NDArray third = extreme(batch);

      NDArray queries = networks.query(first, dropout);
      NDArray maps = networks.queryMaps(third, dropout);
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

    /** Every key equally likely, for InfoNCE and for the mean of both divergences. */
    @Override
    public OptionalDouble collapseLoss() {
      return OptionalDouble.of(2 * Math.log1p(options.contrast().queue()));
    }
  }
}
