package org.penumbra.pretrain;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.penumbra.augment.Views;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.core.Scale;
import org.penumbra.model.StGcnOptions;
import org.penumbra.pretrain.loss.CrossViewLoss;
import org.penumbra.skeleton.Stream;
import org.penumbra.train.TrainingOptions;

/**
 * Settings of CrosSCLR.
 *
 * @param encoder size of each stream's ST-GCN
 * @param contrast head, queue, momentum, temperature of each stream
 * @param streams two or three different ones, joints among them, derived from the augmented joints
 * @param views random views of a clip
 * @param singleViewEpochs epochs in which each stream learns for itself; 150 in the paper
 * @param neighbours how many keys a stream finds near, 1 to the queue size; 1 in the released code
 * @param context whether products of two streams' similarities are logits too; they are in the
 *     released code
 * @param crossMomentumAllViews whether all key networks go on following their query networks in
 *     cross-view training, as described. In the released code for three streams only the motion's
 *     does: {@code false}
 * @param sharedHeads whether the heads of motion and bone are one layer in front of that of the
 *     joints, as released; its key copy then moves once for every stream in each step. As described
 *     each stream has a head of its own: {@code false}
 * @param training epochs, batch, rates, seed
 */
public record CrosSclrOptions(
    StGcnOptions encoder,
    ContrastOptions contrast,
    List<Stream> streams,
    Views views,
    int singleViewEpochs,
    int neighbours,
    boolean context,
    boolean crossMomentumAllViews,
    boolean sharedHeads,
    TrainingOptions training)
    implements ContrastSettings<CrosSclrOptions> {

  /** Checks every option. */
  public CrosSclrOptions {
    Objects.requireNonNull(encoder, "encoder");
    Objects.requireNonNull(contrast, "contrast");
    streams = List.copyOf(streams);
    checkStreams(streams);
    Objects.requireNonNull(views, "views");
    Require.atLeast("single-view epochs", singleViewEpochs, 0);
    Require.inRange("number of nearest neighbours", neighbours, 1, contrast.queue());
    Objects.requireNonNull(training, "training");
  }

  private static void checkStreams(List<Stream> streams) {
    Set<Stream> different = EnumSet.noneOf(Stream.class);
    different.addAll(streams);
    if (streams.size() < 2
        || different.size() != streams.size()
        || !different.contains(Stream.JOINT)) {
      throw new InvalidOptionException(
          "streams", "two or three different ones, JOINT among them", streams);
    }
  }

  /**
   * Settings of a scale with all three streams, those of {@link SkeletonClrOptions#preset} where
   * both have them; cross-view training begins after half of the epochs. {@code COURSE} has half of
   * the epochs in batches of half the size: a step costs three of SkeletonCLR's, and so the whole
   * takes about as long as PSTL.
   */
  public static CrosSclrOptions preset(Scale scale) {
    SkeletonClrOptions shared = SkeletonClrOptions.preset(scale);
    TrainingOptions training =
        scale == Scale.COURSE ? SkeletonClrOptions.shortTrainingOfThree() : shared.training();
    return new CrosSclrOptions(
        shared.encoder(),
        shared.contrast(),
        List.of(Stream.JOINT, Stream.MOTION, Stream.BONE),
        shared.views(),
        training.epochs() / 2,
        1,
        true,
        true,
        false,
        training);
  }

  /** The loss of cross-view training. */
  CrossViewLoss crossView() {
    return new CrossViewLoss(contrast.temperature(), neighbours, context);
  }

  @Override
  public void checkFor(int clips) {
    contrast.check(training, clips);
  }

  @Override
  public String describe() {
    return "CrosSCLR: streams "
        + String.join(", ", streams.stream().map(Stream::label).toList())
        + ", each an "
        + encoder.describe()
        + ", "
        + contrast.describe()
        + ", "
        + views.describe()
        + ", across streams after "
        + singleViewEpochs
        + " epochs with "
        + neighbours
        + " nearest"
        + (context ? " and context" : "")
        + (crossMomentumAllViews ? "" : ", only the motion's key network moving")
        + (sharedHeads ? ", heads shared" : "")
        + "; "
        + training.describe();
  }

  @Override
  public CrosSclrOptions withEncoder(StGcnOptions value) {
    return new CrosSclrOptions(
        value,
        contrast,
        streams,
        views,
        singleViewEpochs,
        neighbours,
        context,
        crossMomentumAllViews,
        sharedHeads,
        training);
  }

  /** These settings with another head, queue, momentum or temperature. */
  public CrosSclrOptions withContrast(ContrastOptions value) {
    return new CrosSclrOptions(
        encoder,
        value,
        streams,
        views,
        singleViewEpochs,
        neighbours,
        context,
        crossMomentumAllViews,
        sharedHeads,
        training);
  }

  /** These settings with other streams, for instance joints and motion alone. */
  public CrosSclrOptions withStreams(Stream... values) {
    return new CrosSclrOptions(
        encoder,
        contrast,
        List.of(values),
        views,
        singleViewEpochs,
        neighbours,
        context,
        crossMomentumAllViews,
        sharedHeads,
        training);
  }

  /** These settings with other views. */
  public CrosSclrOptions withViews(Views value) {
    return new CrosSclrOptions(
        encoder,
        contrast,
        streams,
        value,
        singleViewEpochs,
        neighbours,
        context,
        crossMomentumAllViews,
        sharedHeads,
        training);
  }

  /** These settings with another begin of cross-view training. */
  public CrosSclrOptions withSingleViewEpochs(int value) {
    return new CrosSclrOptions(
        encoder,
        contrast,
        streams,
        views,
        value,
        neighbours,
        context,
        crossMomentumAllViews,
        sharedHeads,
        training);
  }

  /** These settings with another number of near keys, with or without context. */
  public CrosSclrOptions withNeighbours(int value, boolean withContext) {
    return new CrosSclrOptions(
        encoder,
        contrast,
        streams,
        views,
        singleViewEpochs,
        value,
        withContext,
        crossMomentumAllViews,
        sharedHeads,
        training);
  }

  /** These settings with all key networks moving in cross-view training, or only one. */
  public CrosSclrOptions withCrossMomentumAllViews(boolean value) {
    return new CrosSclrOptions(
        encoder,
        contrast,
        streams,
        views,
        singleViewEpochs,
        neighbours,
        context,
        value,
        sharedHeads,
        training);
  }

  /** These settings with shared heads or not. */
  public CrosSclrOptions withSharedHeads(boolean value) {
    return new CrosSclrOptions(
        encoder,
        contrast,
        streams,
        views,
        singleViewEpochs,
        neighbours,
        context,
        crossMomentumAllViews,
        value,
        training);
  }

  @Override
  public CrosSclrOptions withTraining(TrainingOptions value) {
    return new CrosSclrOptions(
        encoder,
        contrast,
        streams,
        views,
        singleViewEpochs,
        neighbours,
        context,
        crossMomentumAllViews,
        sharedHeads,
        value);
  }
}
