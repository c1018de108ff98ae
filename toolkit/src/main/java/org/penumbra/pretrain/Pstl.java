package org.penumbra.pretrain;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.penumbra.augment.Augmentation;
import org.penumbra.augment.Crop;
import org.penumbra.augment.Rotate;
import org.penumbra.augment.Shear;
import org.penumbra.augment.SpatialFlip;
import org.penumbra.core.RandomKey;
import org.penumbra.core.Scale;
import org.penumbra.model.Projector;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.tensor.Dropout;
import org.penumbra.tensor.Parameters;
import org.penumbra.train.Batch;
import org.penumbra.train.TrainingHistory;
import org.penumbra.train.TrainingListener;
import org.penumbra.train.TrainingLoop;
import org.penumbra.train.TrainingStep;

/**
 * PSTL, partial spatio-temporal learning: three random views of each clip, of which one lacks
 * joints (central spatial masking) and one lacks frames (motion attention temporal masking); Barlow
 * Twins pulls both partial views towards the whole one.
 *
 * <pre>{@code
 * Pretrained pstl = Pstl.preset(Scale.COURSE).pretrain(train);
 * }</pre>
 */
public final class Pstl {
  private final PstlOptions options;

  /** PSTL with these settings. */
  public Pstl(PstlOptions options) {
    this.options = options;
  }

  /** PSTL with the settings of a scale. */
  public static Pstl preset(Scale scale) {
    return new Pstl(PstlOptions.preset(scale));
  }

  /** The settings. */
  public PstlOptions options() {
    return options;
  }

  /** This method with another seed, of weights, batches and views alike. */
  public Pstl withSeed(long seed) {
    return new Pstl(options.withTraining(options.training().withSeed(seed)));
  }

  /** The encoder before any training: the baseline that pretraining must beat. */
  public StGcn randomEncoder(SkeletonLayout layout) {
    return new StGcn(layout, options.encoder(), key().with("encoder"));
  }

  /**
   * Trains an encoder without labels.
   *
   * @param train clips; their labels are not looked at
   * @param listeners hear how it goes
   * @return the encoder and the history; if interrupted, the encoder as far as it came
   */
  public Pretrained pretrain(PreparedDataset train, TrainingListener... listeners) {
    StGcn encoder = randomEncoder(train.layout());
    try (Projector projector =
        new Projector(encoder.features(), options.embedding(), key().with("projector"))) {
      Step step = new Step(train, encoder, projector);
      TrainingHistory history =
          new TrainingLoop(options.training(), List.of(listeners)).run(step, train.size());
      return new Pretrained(encoder, history);
    } catch (RuntimeException | Error failure) {
      encoder.close();
      throw failure;
    }
  }

  private RandomKey key() {
    return RandomKey.of(options.training().seed()).with("pstl");
  }

  /** One step: views, masks, encoder, projector, loss. */
  private final class Step implements TrainingStep {
    private final StGcn encoder;
    private final Projector projector;
    private final BatchViews views;
    private final Dropout dropout = new Dropout();

    Step(PreparedDataset train, StGcn encoder, Projector projector) {
      this.encoder = encoder;
      this.projector = projector;
      Augmentation augmentation =
          Augmentation.chain(
              Crop.published(),
              new Shear(1),
              Rotate.published(),
              new SpatialFlip(train.layout(), 0.5));
      this.views = new BatchViews(train, augmentation, encoder.parameters().manager());
    }

    @Override
    public NDArray loss(Batch batch) {
      List<Integer> masked =
          options
              .spatialMasking()
              .draw(encoder.layout(), batch.key().with("spatial masking").generator());
      NDArray whole = views.draw(batch, "anchor");
      NDArray fewerFrames = views.drawMasked(batch, "temporal", options.temporalMasking());
      NDArray allJoints = views.draw(batch, "spatial");

      dropout.begin(batch.key().with("dropout"));
      List<NDArray> embeddings =
          projector.train(
              List.of(
                  encoder.train(whole, List.of(), dropout),
                  encoder.train(fewerFrames, List.of(), dropout),
                  encoder.train(allJoints, masked, dropout)));
      NDArray anchor = embeddings.get(0);
      NDArray temporal = options.loss().of(anchor, embeddings.get(1));
      NDArray spatial = options.loss().of(anchor, embeddings.get(2));
      return temporal.add(spatial);
    }

    @Override
    public List<Parameters> parameters() {
      return List.of(encoder.parameters(), projector.parameters());
    }
  }
}
