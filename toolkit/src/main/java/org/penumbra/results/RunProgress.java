package org.penumbra.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/** A run that is being computed: where its work is kept meanwhile, and what is known of it. */
public final class RunProgress {
  private final Path folder;
  private String unfinished; // null if it was finished
  private OptionalDouble seconds = OptionalDouble.empty();

  RunProgress(Path folder) {
    this.folder = folder;
  }

  /**
   * A folder for work in progress, for instance checkpoints. It is there again when the same run is
   * asked for after an interruption, and goes when the run is finished.
   *
   * @throws UncheckedIOException if it cannot be made
   */
  public Path folder() {
    try {
      return Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "cannot make the folder " + folder + ": " + failure.getMessage(), failure);
    }
  }

  /**
   * Says that the result is not the whole one: it is given to the caller and not kept.
   *
   * @param reason a clause such as {@code training was interrupted after 3 of 10 epochs}
   */
  public void unfinished(String reason) {
    unfinished = reason;
  }

  /** Says how long it took in all, former attempts among it. */
  public void tookInAll(double wholeSeconds) {
    seconds = OptionalDouble.of(wholeSeconds);
  }

  Optional<String> whyUnfinished() {
    return Optional.ofNullable(unfinished);
  }

  double seconds(double measured) {
    return seconds.orElse(measured);
  }
}
