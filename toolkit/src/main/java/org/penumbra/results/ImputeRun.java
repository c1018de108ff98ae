package org.penumbra.results;

import org.penumbra.core.Identified;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.StepLines;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.impute.FittedImputer;
import org.penumbra.impute.Imputer;

/** Imputations as runs; what is learnt is learnt once, and only if something is not there yet. */
final class ImputeRun {
  private final RunStore store;
  private final Imputer imputer;
  private final SkeletonDataset train;
  private FittedImputer fitted; // null until it is needed

  ImputeRun(RunStore store, Imputer imputer, SkeletonDataset train) {
    if (!(imputer instanceof Record
        || imputer instanceof Enum<?>
        || imputer instanceof Identified)) {
      throw new InvalidOptionException(
          "imputer of a run that is to be kept",
          "a record, an enum or " + Identified.class.getName() + ", so that its options are known",
          imputer.getClass().getName());
    }
    this.store = store;
    this.imputer = imputer;
    this.train = train;
  }

  SkeletonDataset fill(SkeletonDataset data) {
    // Also of imputers that look at one clip: some of them learn ranges or bones.
    RunKey key =
        RunKey.of("impute", imputer.name() + " on " + data.name())
            .option("name", imputer.name())
            .options("imputer", imputer)
            .data("data", data)
            .data("train", train);
    return store.get(key, new FilledCodec(data), progress -> fillNow(data)).value();
  }

  private SkeletonDataset fillNow(SkeletonDataset data) {
    FittedImputer ready = fitted();
    String title = imputer.name() + " on " + data.name();
    StepLines lines = StepLines.of(title, "clips", data.size(), store::say);
    return new CountedFills(ready, lines).impute(data).data();
  }

  private FittedImputer fitted() {
    if (fitted == null) {
      fitted = imputer.fit(train);
    }
    return fitted;
  }
}
