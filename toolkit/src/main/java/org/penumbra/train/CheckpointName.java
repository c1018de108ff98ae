package org.penumbra.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a checkpoint's file: {@code epoch-0003.safetensors} after three epochs, {@code
 * epoch-0003-step-00017.safetensors} after 17 steps more.
 */
record CheckpointName(int epochs, int steps) implements Comparable<CheckpointName> {
  private static final Pattern PATTERN =
      Pattern.compile("epoch-(\\d{4,9})(?:-step-(\\d{5,9}))?\\.safetensors");

  static CheckpointName at(TrainingPosition position) {
    return new CheckpointName(position.epoch(), position.step());
  }

  static CheckpointName after(EpochReport report) {
    return new CheckpointName(report.epoch() + 1, 0);
  }

  static String of(TrainingPosition position) {
    String name = String.format(Locale.ROOT, "epoch-%04d", position.epoch());
    if (position.step() > 0) {
      name += String.format(Locale.ROOT, "-step-%05d", position.step());
    }
    return name + ".safetensors";
  }

  /** Files of such names, in order; none if there is no folder. */
  static TreeMap<CheckpointName, Path> list(Path folder) {
    TreeMap<CheckpointName, Path> found = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Matcher matcher = PATTERN.matcher(file.getFileName().toString());
        if (matcher.matches()) {
          String steps = matcher.group(2);
          int epochs = Integer.parseInt(matcher.group(1));
          found.put(new CheckpointName(epochs, steps == null ? 0 : Integer.parseInt(steps)), file);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot list " + folder, failure);
    }
    return found;
  }

  @Override
  public int compareTo(CheckpointName other) {
    return Comparator.comparingInt(CheckpointName::epochs)
        .thenComparingInt(CheckpointName::steps)
        .compare(this, other);
  }
}
