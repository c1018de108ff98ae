package org.penumbra.pretrain;

import java.util.List;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.train.Checkpoint;
import org.penumbra.train.CheckpointFolder;
import org.penumbra.train.TrainingHistory;
import org.penumbra.train.TrainingListener;
import org.penumbra.train.TrainingLoop;

/** From a method and clips to an encoder, freeing everything else whatever happens. */
final class Training {
  private Training() {}

  private interface Work {
    TrainingHistory with(Learner learner);
  }

  /** Trains; the folder may be null and stays open. */
  static Pretrained run(
      PretrainingMethod method,
      PreparedDataset train,
      CheckpointFolder folder,
      List<TrainingListener> listeners) {
    TrainingLoop loop = new TrainingLoop(method.training(), listeners);
    return keepEncoders(method, train, learner -> loop.run(learner, train.size(), folder));
  }

  static Pretrained restore(
      PretrainingMethod method, PreparedDataset train, Checkpoint checkpoint) {
    return keepEncoders(
        method,
        train,
        learner -> {
          checkpoint.restoreNetworks(method.identity(train), learner.state());
          boolean whole = checkpoint.position().epoch() == method.training().epochs();
          return new TrainingHistory(
              checkpoint.position().epochs(),
              !whole,
              checkpoint.position().seconds(),
              List.of("Loaded " + checkpoint.file() + "."));
        });
  }

  private static Pretrained keepEncoders(
      PretrainingMethod method, PreparedDataset train, Work work) {
    Learner learner = method.learner(train);
    try (learner) {
      return new Pretrained(learner.encoder(), learner.streams(), work.with(learner));
    } catch (RuntimeException | Error failure) {
      learner.encoder().close();
      learner.streams().values().forEach(StGcn::close);
      throw failure;
    }
  }
}
