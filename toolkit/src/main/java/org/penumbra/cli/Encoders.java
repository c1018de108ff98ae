package org.penumbra.cli;

import java.util.List;
import java.util.Optional;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Scale;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.TrainTest;
import org.penumbra.model.StGcn;
import org.penumbra.occlusion.MissingJoints;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.Opstl;
import org.penumbra.pretrain.Pretrained;
import org.penumbra.pretrain.PretrainingMethod;
import org.penumbra.pretrain.PretrainingMethods;
import org.penumbra.pretrain.Pstl;
import org.penumbra.pretrain.PstlVariants;
import org.penumbra.results.RunStore;
import org.penumbra.tensor.Precision;
import org.penumbra.train.ProgressLines;
import org.penumbra.train.TrainingOptions;

/** Encoders by the options that verbs share: a method with its settings, or a run. */
final class Encoders {
  static final Option<String> METHOD =
      Option.of(
              "--method",
              "METHOD",
              "how an encoder is trained without labels: SkeletonCLR, CrosSCLR, AimCLR, SkeletonBT,"
                  + " PSTL, OPSTL or CrossMoCo",
              name -> PretrainingMethods.named(name, Scale.SMOKE).name())
          .otherwise("PSTL");
  static final Option<String> VARIANT =
      Option.text(
          "--variant", "NAME", "row of PSTL's ablations: " + String.join(", ", PstlVariants.NAMES));
  static final Option<Integer> STAGE =
      Option.whole("--stage", "stage of OPSTL: 1 on occluded clips, 2 on imputed ones", 1, 2)
          .otherwise("1");
  static final Option<Integer> EPOCHS =
      Option.whole("--epochs", "times that training goes through the clips", 1, 100_000);
  static final Option<Integer> BATCH =
      Option.whole("--batch-size", "clips in a step of training", 2, 100_000);
  static final Option<Double> RATE =
      Option.of(
          "--learning-rate", "RATE", "highest learning rate of training; above 0", Encoders::rate);
  static final Option<Precision> PRECISION =
      Option.of(
              "--precision",
              "KIND",
              "numbers that a training computes its maps in: float32, or bfloat16, which is faster"
                  + " where the processor has it and gives other weights",
              Precision::named)
          .otherwise(Precision.FLOAT32.label());
  static final Option<String> ENCODER =
      Option.text(
          "--encoder",
          "RUN",
          "first characters of a run of pretrain, as runs list shows them, or random for untrained"
              + " weights; without it, the run that pretrain makes of the same options, which is"
              + " computed if it is not there");

  /** All but {@link #ENCODER}. */
  static final List<Option<?>> TRAINING =
      List.of(
          METHOD,
          VARIANT,
          STAGE,
          CommonOptions.SCALE,
          CommonOptions.SEED,
          EPOCHS,
          BATCH,
          RATE,
          PRECISION,
          CommonOptions.PREPROCESSING,
          CommonOptions.RUNS);

  private Encoders() {}

  /** The method with all its settings, for these clips. */
  static PretrainingMethod method(Given given, SkeletonDataset train) {
    PretrainingMethod method =
        PretrainingMethods.named(given.get(METHOD), given.get(CommonOptions.SCALE));
    Optional<String> variant = given.maybe(VARIANT);
    if (variant.isPresent()) {
      if (!(method instanceof Pstl pstl)) {
        throw new InvalidOptionException("method for --variant", "PSTL", method.name());
      }
      method = pstl.variant(variant.get());
    }
    if (given.get(STAGE) == 2 && !(method instanceof Opstl)) {
      throw new InvalidOptionException(
          "method for --stage 2", "OPSTL; the others train alike in both stages", method.name());
    }
    if (method instanceof Opstl opstl) {
      SkeletonDataset occluded = train.map(clip -> clip.incomplete().orElse(clip));
      method = opstl.withStage(given.get(STAGE)).withMissing(MissingJoints.of(occluded));
    }
    TrainingOptions training = method.training().withPrecision(given.get(PRECISION));
    if (given.maybe(EPOCHS).isPresent()) {
      training = training.withEpochs(given.get(EPOCHS));
    }
    if (given.maybe(BATCH).isPresent()) {
      training = training.withBatchSize(given.get(BATCH));
    }
    if (given.maybe(RATE).isPresent()) {
      training = training.withLearningRate(given.get(RATE));
    }
    return method.withTraining(training.withSeed(given.get(CommonOptions.SEED)));
  }

  private static double rate(String text) {
    try {
      double rate = Double.parseDouble(text);
      if (rate > 0 && Double.isFinite(rate)) {
        return rate;
      }
    } catch (NumberFormatException none) {
      // said below, as of a number that is not above 0
    }
    throw new InvalidOptionException("--learning-rate", "a number above 0", text);
  }

  /** Trains, or finds what was trained; the caller closes it. */
  static Pretrained pretrain(
      RunStore runs, PretrainingMethod method, PreparedDataset train, Console console) {
    return runs.pretrain(method, train, ProgressLines.to(method.name(), console.err()));
  }

  /** The encoder that {@code --encoder} or the training options name; the caller closes it. */
  static StGcn encoder(
      Given given, RunStore runs, TrainTest data, PreparedDataset train, Console console) {
    String named = given.maybe(ENCODER).orElse("");
    if (named.equals("random")) {
      return method(given, data.train()).randomEncoder(train.layout());
    }
    if (!named.isEmpty()) {
      return runs.encoder(named, train.layout());
    }
    Pretrained pretrained = pretrain(runs, method(given, data.train()), train, console);
    pretrained.streams().values().stream()
        .filter(stream -> stream != pretrained.encoder())
        .forEach(StGcn::close);
    return pretrained.encoder();
  }
}
