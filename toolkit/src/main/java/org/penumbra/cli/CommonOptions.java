package org.penumbra.cli;

import java.nio.file.Path;
import java.util.List;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Scale;
import org.penumbra.data.Datasets;
import org.penumbra.preprocess.Preprocessing;
import org.penumbra.results.RunStore;

/** Options that mean the same wherever they are. */
final class CommonOptions {
  static final Option<Boolean> JSON =
      Option.flag("--json", "print JSON, and nothing else, on standard output");

  static final Option<String> DATASET =
      Option.text("--dataset", "NAME", "data set, as data list shows it")
          .variable(Datasets.NAME_VARIABLE)
          .otherwise(Datasets.DEFAULT_NAME);

  static final Option<Path> DATA =
      Option.of(
              "--data",
              "FOLDER",
              "folder that holds the data set; without it, datasets in the repository",
              Path::of)
          .variable(Datasets.FOLDER_VARIABLE);

  static final Option<SplitChoice> SPLIT =
      Option.of(
          "--split",
          "SPLIT",
          "which clips train: cross-subject, cross-view, cross-setup, or stratified (three"
              + " quarters of each class, by chance); without it, cross-view if the set has it, else its"
              + " first",
          SplitChoice::named);

  static final Option<Scale> SCALE =
      Option.of(
              "--scale",
              "SCALE",
              "size of networks and length of trainings: smoke (under a minute), course (minutes)"
                  + " or paper (the published settings)",
              Scale::of)
          .variable(Scale.VARIABLE)
          .otherwise("smoke");

  static final Option<Integer> SEED =
      Option.whole(
              "--seed", "which of many equally good draws; the same gives the same", 0, 1 << 30)
          .otherwise("1");

  static final Option<Path> RUNS =
      Option.of("--runs", "FOLDER", "where runs are kept", Path::of)
          .variable(RunStore.VARIABLE)
          .otherwise("runs");

  static final Option<Path> OUT =
      Option.of(
          "--out",
          "FILE",
          "where the set is written: NAME.npz (keeps everything) or NAME.csv (text; loses the"
              + " truth behind hidden joints and which were imputed); NAME.layout.json and"
              + " NAME.splits.json come beside it",
          Path::of);

  static final Option<Boolean> FORCE =
      Option.flag("--force", "write over a set that is there already");

  static final Option<Preprocessing> PREPROCESSING =
      Option.of(
              "--preprocessing",
              "HOW",
              "how clips become arrays: published (50 frames, every frame centred and turned),"
                  + " keeping-path (centred and turned once) or keeping-scene (all bodies together)",
              CommonOptions::preprocessing)
          .otherwise("published");

  private CommonOptions() {}

  private static Preprocessing preprocessing(String name) {
    return switch (name) {
      case "published" -> Preprocessing.published();
      case "keeping-path" -> Preprocessing.keepingPath();
      case "keeping-scene" -> Preprocessing.keepingScene();
      default ->
          throw new InvalidOptionException(
              "preprocessing",
              "one of " + String.join(", ", List.of("published", "keeping-path", "keeping-scene")),
              name);
    };
  }

  /** The store, saying on the console where results come from. */
  static RunStore runs(Given given, Console console) {
    return RunStore.in(given.get(RUNS)).saying(console::say);
  }
}
