package org.penumbra.pretrain;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.augment.Augmentation;
import org.penumbra.core.RandomKey;
import org.penumbra.core.Scale;
import org.penumbra.model.StGcn;
import org.penumbra.model.StGcnOptions;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.loss.CrossViewLoss;
import org.penumbra.pretrain.loss.InfoNce;
import org.penumbra.pretrain.loss.Similarities;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.skeleton.Stream;
import org.penumbra.tensor.Dropout;
import org.penumbra.tensor.Ops;
import org.penumbra.tensor.Parameters;
import org.penumbra.train.Batch;
import org.penumbra.train.TrainingOptions;

/**
 * CrosSCLR: momentum contrast in two or three streams at once, each with networks and a queue of
 * its own. At first each stream learns for itself; then the clips that one stream finds near are
 * positives of the others.
 *
 * <pre>{@code
 * first: loss = sum_u InfoNCE(u)
 * then:  loss = sum_u mean_(v != u) cross-view loss of u guided by v
 * }</pre>
 *
 * @param options its settings
 */
public record CrosSclr(CrosSclrOptions options) implements PretrainingMethod {
  /** CrosSCLR of all three streams with the settings of a scale. */
  public static CrosSclr preset(Scale scale) {
    return new CrosSclr(CrosSclrOptions.preset(scale));
  }

  @Override
  public String name() {
    return "CrosSCLR";
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
  public CrosSclr withTraining(TrainingOptions training) {
    return new CrosSclr(options.withTraining(training));
  }

  /**
   * {@inheritDoc}
   *
   * @throws org.penumbra.core.InvalidOptionException if queue, batch and clips do not fit
   */
  @Override
  public Learner learner(PreparedDataset train) {
    options.contrast().check(options.training(), train.size());
    return new CrossContrast(train);
  }

  /** One step: two views, every stream's query and key, losses; then the queues. */
  private final class CrossContrast implements Learner {
    private final InfoNce infoNce = options.contrast().infoNce();
    private final CrossViewLoss crossView = options.crossView();
    private final Map<Stream, MomentumContrast> networks = new EnumMap<>(Stream.class);
    private final BatchViews views;
    private final Augmentation augmentation = options.views().augmentation();
    private final StreamTensors streams;
    private final Dropout dropout = new Dropout();

    CrossContrast(PreparedDataset train) {
      for (Stream stream : Stream.values()) { // joints first, whose head others may share
        if (options.streams().contains(stream)) {
          networks.put(stream, create(stream, train.layout()));
        }
      }
      MomentumContrast joints = networks.get(Stream.JOINT);
      views = new BatchViews(train, options.views().unit(), joints.manager());
      streams = new StreamTensors(train.layout());
    }

    private MomentumContrast create(Stream stream, SkeletonLayout layout) {
      if (stream == Stream.JOINT) {
        return new MomentumContrast(randomEncoder(layout), options.contrast(), key());
      }
      RandomKey own = key().with(stream.label());
      StGcn encoder = new StGcn(layout, options.encoder(), own.with("encoder"));
      MomentumContrast shared = options.sharedHeads() ? networks.get(Stream.JOINT) : null;
      return new MomentumContrast(encoder, shared, options.contrast(), own);
    }

    @Override
    public NDArray loss(Batch batch) {
      NDArray first = views.draw(batch, "query", augmentation);
      NDArray second = views.draw(batch, "key", augmentation);
      boolean crossing = batch.epoch() >= options.singleViewEpochs();

      dropout.begin(batch.key().with("dropout"));
      Map<Stream, NDArray> queries = new EnumMap<>(Stream.class);
      networks.forEach(
          (stream, own) -> queries.put(stream, own.query(streams.of(first, stream), dropout)));
      networks.forEach(
          (stream, own) -> {
            if (!crossing || options.crossMomentumAllViews() || stream == Stream.MOTION) {
              own.follow();
            }
          });
      List<Similarities> similarities = new ArrayList<>();
      networks.forEach(
          (stream, own) -> {
            own.key(streams.of(second, stream), batch.key().with(stream.label()));
            similarities.add(own.compare(queries.get(stream)));
          });
      return crossing ? crossLoss(similarities) : singleLoss(similarities);
    }

    private NDArray singleLoss(List<Similarities> streams) {
      return streams.stream().map(infoNce::of).reduce(NDArray::add).orElseThrow();
    }

    private NDArray crossLoss(List<Similarities> streams) {
      List<NDArray> losses = new ArrayList<>();
      for (int target = 0; target < streams.size(); target++) {
        for (int guide = 0; guide < streams.size(); guide++) {
          if (guide != target) {
            losses.add(crossView.of(streams.get(target), streams.get(guide)));
          }
        }
      }
      NDArray sum = losses.stream().reduce(NDArray::add).orElseThrow();
      return Ops.scale(sum, 1.0 / (streams.size() - 1));
    }

    @Override
    public void afterUpdate(Batch batch) {
      networks.values().forEach(MomentumContrast::enqueue);
    }

    @Override
    public StGcn encoder() {
      return networks.get(Stream.JOINT).encoder();
    }

    @Override
    public Map<Stream, StGcn> streams() {
      Map<Stream, StGcn> encoders = new EnumMap<>(Stream.class);
      networks.forEach((stream, own) -> encoders.put(stream, own.encoder()));
      return encoders;
    }

    @Override
    public Map<String, Parameters> trained() {
      Map<String, Parameters> all = new LinkedHashMap<>();
      networks.forEach((stream, own) -> all.putAll(own.trained("-" + stream.label())));
      return all;
    }

    @Override
    public Map<String, Parameters> state() {
      Map<String, Parameters> all = new LinkedHashMap<>();
      networks.forEach((stream, own) -> all.putAll(own.state("-" + stream.label())));
      return all;
    }

    @Override
    public void close() {
      networks.values().forEach(MomentumContrast::close);
    }
  }
}
