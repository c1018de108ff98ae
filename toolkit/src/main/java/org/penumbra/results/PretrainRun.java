package org.penumbra.results;

import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.Pretrained;
import org.penumbra.pretrain.PretrainingMethod;
import org.penumbra.train.Checkpoints;
import org.penumbra.train.TrainingListener;

/** Pretraining as a run: its checkpoints are in the run's folder of work, so it can go on. */
final class PretrainRun {
  private PretrainRun() {}

  static Pretrained get(
      RunStore store,
      PretrainingMethod method,
      PreparedDataset train,
      TrainingListener... listeners) {
    RunKey key = key(method, train);
    PretrainedCodec codec = new PretrainedCodec(method, train.layout());
    return store.get(key, codec, progress -> train(method, train, progress, listeners)).value();
  }

  static RunKey key(PretrainingMethod method, PreparedDataset train) {
    return RunKey.of("pretrain", name(method, train))
        .options("method", method)
        .data("train", train);
  }

  /** What tells trainings apart in a list at a glance; the manifest has the rest. */
  private static String name(PretrainingMethod method, PreparedDataset train) {
    return method.name()
        + " on "
        + train.name()
        + ", "
        + train.size()
        + " clips, seed "
        + method.training().seed();
  }

  private static Pretrained train(
      PretrainingMethod method,
      PreparedDataset train,
      RunProgress progress,
      TrainingListener... listeners) {
    Pretrained done = method.pretrain(train, Checkpoints.in(progress.folder()), listeners);
    progress.tookInAll(done.history().seconds());
    if (done.history().interrupted()) {
      progress.unfinished(
          "training stopped after "
              + done.history().epochs().size()
              + " of "
              + method.training().epochs()
              + " epochs");
    }
    return done;
  }
}
