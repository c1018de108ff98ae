package org.penumbra.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.penumbra.core.Durations;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.TrainTest;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.Pretrained;
import org.penumbra.pretrain.PretrainingMethod;
import org.penumbra.results.RunKey;
import org.penumbra.results.RunStore;
import org.penumbra.train.TrainingHistory;

/** {@code pretrain}. */
final class PretrainVerb implements Verb {
  @Override
  public Manual manual() {
    List<Option<?>> options =
        new ArrayList<>(List.of(CommonOptions.DATASET, CommonOptions.DATA, CommonOptions.SPLIT));
    options.addAll(Encoders.TRAINING);
    options.add(CommonOptions.JSON);
    return new Manual(
        "pretrain",
        "trains an encoder without labels on the training half",
        "Trains an encoder by one of the papers' methods on the training clips of a split, without"
            + " labels, and keeps it as a run. Asked again with the same options and data it is"
            + " found and not trained again; a training that was stopped goes on where its last"
            + " checkpoint stands. The settings of a scale are in docs/methods.md.",
        List.of(),
        options,
        List.of(
            "pretrain --dataset synthetic-small --split cross-view --method PSTL --scale smoke",
            "pretrain --data work --dataset hidden --method OPSTL --scale course --seed 2"),
        "The run's name, by which --encoder finds it, and how training went; a line for each epoch"
            + " with the time left on standard error. As JSON: run, method, data_set, split, clips,"
            + " scale, seed, epochs, last_loss, seconds (of the training), settings.");
  }

  @Override
  public int run(Given given, Console console) {
    SkeletonDataset data = Sets.open(given);
    TrainTest halves = Sets.divide(given, data, console);
    RunStore runs = CommonOptions.runs(given, console);
    PreparedDataset train = runs.prepare(given.get(CommonOptions.PREPROCESSING), halves.train());
    PretrainingMethod method = Encoders.method(given, halves.train());
    console.say(method.describe());
    RunKey key = RunStore.key(method, train);
    try (Pretrained pretrained = Encoders.pretrain(runs, method, train, console)) {
      TrainingHistory history = pretrained.history();
      int epochs = history.epochs().size();
      double loss = history.last().map(last -> last.loss()).orElse(Double.NaN);
      String text =
          String.format(
              Locale.ROOT,
              "%s: %s, %d epochs, last loss %.4g, %s",
              key.id(),
              key.name(),
              epochs,
              loss,
              Durations.text(history.seconds()));
      console.result(
          given,
          text,
          new JsonResult()
              .with("run", key.id())
              .with("method", method.name())
              .with("data_set", data.name())
              .with("split", SplitChoice.label(halves.split()))
              .with("clips", train.size())
              .with("scale", given.get(CommonOptions.SCALE).label())
              .with("seed", given.get(CommonOptions.SEED))
              .with("epochs", epochs)
              .with("last_loss", loss)
              .with("seconds", history.seconds())
              .with("settings", method.describe())
              .json());
      return history.interrupted() ? 1 : 0;
    }
  }
}
