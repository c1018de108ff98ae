package org.penumbra.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.StepLines;
import org.penumbra.data.Datasets;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.SplitRules;
import org.penumbra.data.format.array.NpzClips;
import org.penumbra.data.format.csv.CsvClips;
import org.penumbra.skeleton.LayoutFile;
import org.penumbra.skeleton.SourceFrame;

/**
 * A set as files that {@link Datasets#open(String)} opens by name: the clips, the layout, and how
 * it can be divided.
 *
 * @param file with the clips
 * @param name of the set
 */
record SetFiles(Path file, String name) {
  private static final List<String> ENDINGS = List.of(".npz", ".csv");

  /**
   * Where a set can be written.
   *
   * @throws InvalidOptionException if the name is none, taken, or the file is there and may not be
   *     replaced
   */
  static SetFiles at(Given given) {
    Path file = given.get(CommonOptions.OUT);
    String fileName = String.valueOf(file.getFileName());
    String name = fileName.replaceFirst("\\.[^.]*$", "");
    String ending = fileName.substring(name.length()).toLowerCase(Locale.ROOT);
    if (!ENDINGS.contains(ending) || !name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new InvalidOptionException(
          "--out", "NAME.npz or NAME.csv, a name of letters, digits, '.', '_' and '-'", file);
    }
    if (Datasets.isBuiltIn(name)) {
      throw new InvalidOptionException(
          "name of the set in --out", "another one: the toolkit has a set of that name", name);
    }
    if (Files.exists(file) && !given.has(CommonOptions.FORCE)) {
      throw new InvalidOptionException(
          "--out", "a new file, or given with --force to write over it", file);
    }
    return new SetFiles(file, name);
  }

  /** Writes; the clips come last, so that no half set can be opened. */
  void write(SkeletonDataset data, Console console) {
    console.say("writing " + data.size() + " clips to " + file);
    new LayoutFile(data.layout(), SourceFrame.metres(), data.classNames()).write(layout());
    if (data.splits().isEmpty()) {
      deleteFormerSplits();
    } else {
      SplitRules.write(name, data.splits(), splits());
    }
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
      CsvClips.write(data, file);
    } else {
      NpzClips.write(data, file);
    }
    console.say("open it with --data " + folder() + " --dataset " + name);
  }

  /**
   * Every clip through a step, telling how far it is; each time anew of what is not in memory.
   *
   * @param what is done, for the lines
   */
  static SkeletonDataset told(
      SkeletonDataset data, UnaryOperator<SkeletonClip> step, String what, Console console) {
    StepLines progress = StepLines.of(what, "clips", data.size(), console::say);
    return data.map(
        clip -> {
          SkeletonClip done = step.apply(clip);
          progress.did(1);
          return done;
        });
  }

  private void deleteFormerSplits() {
    try {
      Files.deleteIfExists(splits());
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "cannot replace " + splits() + ": " + failure.getMessage(), failure);
    }
  }

  /** The files that there are. */
  List<String> written() {
    return List.of(file, layout(), splits()).stream()
        .filter(Files::exists)
        .map(Path::toString)
        .toList();
  }

  private Path folder() {
    return file.toAbsolutePath().getParent();
  }

  private Path layout() {
    return file.resolveSibling(name + ".layout.json");
  }

  private Path splits() {
    return file.resolveSibling(name + ".splits.json");
  }
}
