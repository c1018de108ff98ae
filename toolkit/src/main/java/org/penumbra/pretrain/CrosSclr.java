package org.penumbra.pretrain;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.penumbra.augment.Augmentation;
import org.penumbra.core.RandomKey;
import org.penumbra.core.Scale;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.loss.CrossViewLoss;
import org.penumbra.pretrain.loss.InfoNce;
import org.penumbra.pretrain.loss.Similarities;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.skeleton.Stream;
import org.penumbra.tensor.Dropout;
import org.penumbra.tensor.Ops;
import org.penumbra.tensor.Precision;
import org.penumbra.train.Batch;

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
public record CrosSclr(CrosSclrOptions options)
    implements ContrastMethod<CrosSclrOptions, CrosSclr> {
  /** CrosSCLR of all three streams with the settings of a scale. */
  public static CrosSclr preset(Scale scale) {
    return new CrosSclr(CrosSclrOptions.preset(scale));
  }

  @Override
  public String name() {
    return "CrosSCLR";
  }

  @Override
  public CrosSclr withOptions(CrosSclrOptions value) {
    return new CrosSclr(value);
  }

  @Override
  public Learner learner(PreparedDataset train) {
    options.checkFor(train.size());
    return new CrossContrast(train);
  }

  /** One step: two views, every stream's query and key, losses; then the queues. */
  private final class CrossContrast extends StreamLearner<MomentumContrast> {
    private final InfoNce infoNce = options.contrast().infoNce();
    private final CrossViewLoss crossView = options.crossView();
    private final BatchViews views;
    private final Augmentation augmentation = options.views().augmentation();
    private final StreamTensors streams;

    CrossContrast(PreparedDataset train) {
      for (Stream stream : Stream.values()) { // joints first, whose head others may share
        if (options.streams().contains(stream)) {
          add(stream, create(stream, train.layout()));
        }
      }
      MomentumContrast joints = networks().get(Stream.JOINT);
      views = new BatchViews(train, options.views().unit(), joints.manager());
      streams = new StreamTensors(train.layout());
    }

    private MomentumContrast create(Stream stream, SkeletonLayout layout) {
      Precision precision = training().precision();
      if (stream == Stream.JOINT) {
        return new MomentumContrast(randomEncoder(layout), options.contrast(), precision, key());
      }
      RandomKey own = key().with(stream.label());
      StGcn encoder = new StGcn(layout, options.encoder(), own.with("encoder"));
      MomentumContrast shared = options.sharedHeads() ? networks().get(Stream.JOINT) : null;
      return new MomentumContrast(encoder, shared, options.contrast(), precision, own);
    }

    @Override
    NDArray step(Batch batch, Dropout dropout) {
      NDArray first = views.draw(batch, "query", augmentation);
      NDArray second = views.draw(batch, "key", augmentation);
      boolean crossing = batch.epoch() >= options.singleViewEpochs();

      Map<Stream, NDArray> queries = new EnumMap<>(Stream.class);
      networks()
          .forEach(
              (stream, own) -> queries.put(stream, own.query(streams.of(first, stream), dropout)));
      networks()
          .forEach(
              (stream, own) -> {
                if (!crossing || options.crossMomentumAllViews() || stream == Stream.MOTION) {
                  own.follow();
                }
              });
      List<Similarities> similarities = new ArrayList<>();
      networks()
          .forEach(
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
  }
}
