package org.penumbra.results;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.core.Scale;
import org.penumbra.evaluate.Accuracy;

/**
 * One accuracy that we measured, with all that is needed to compare it with a published one.
 *
 * <pre>{@code
 * var outcome = Outcome.of(Condition.of("PSTL", "J", "nw-ucla", "xview", "linear"), result.last())
 *     .withSetting("occlusion", "none").withScale(Scale.COURSE).withSeed(1).withEpochs(30);
 * }</pre>
 *
 * @param condition what was measured; its settings make it another cell
 * @param accuracy top-1 on the test clips
 * @param seed of the run
 * @param scale of the presets used
 * @param epochs of pretraining; of training for {@code supervised}; 0 if not known
 * @param run id of the run that made it; may be empty
 * @param setup what was set otherwise without making it another cell, by name, for instance {@code
 *     batch} to {@code 32} or {@code occlusion scenes} to {@code own furniture, level medium}
 * @param clips which test clips were right, for paired tests
 */
public record Outcome(
    Condition condition,
    Accuracy accuracy,
    long seed,
    Scale scale,
    int epochs,
    String run,
    Map<String, String> setup,
    Optional<ClipCorrectness> clips) {

  /** Checks the values and keeps an unmodifiable sorted copy of the setup. */
  public Outcome {
    Objects.requireNonNull(condition, "condition");
    Objects.requireNonNull(scale, "scale");
    Objects.requireNonNull(run, "run");
    requireText("method", condition.method());
    requireText("dataset", condition.dataset());
    requireText("protocol", condition.protocol());
    Require.atLeast("epochs", epochs, 0);
    setup = Collections.unmodifiableMap(new TreeMap<>(setup));
    clips.ifPresent(found -> requireSame(found, accuracy));
  }

  /** An outcome of seed 0 at scale smoke, of which nothing else is known yet. */
  public static Outcome of(Condition condition, Accuracy accuracy) {
    return new Outcome(condition, accuracy, 0, Scale.SMOKE, 0, "", Map.of(), Optional.empty());
  }

  private static void requireText(String name, String value) {
    if (value.isBlank()) {
      throw new InvalidOptionException(name + " of an outcome", "not empty", value);
    }
  }

  private static void requireSame(ClipCorrectness clips, Accuracy accuracy) {
    if (clips.total() != accuracy.total() || clips.correct() != accuracy.correct()) {
      throw new InvalidOptionException("clips of an outcome", "those of " + accuracy, clips);
    }
  }

  /** The same with a setting that makes it another cell. */
  public Outcome withSetting(String name, String value) {
    return new Outcome(
        condition.with(name, value), accuracy, seed, scale, epochs, run, setup, clips);
  }

  /** The same with another seed. */
  public Outcome withSeed(long newSeed) {
    return new Outcome(condition, accuracy, newSeed, scale, epochs, run, setup, clips);
  }

  /** The same at another scale. */
  public Outcome withScale(Scale newScale) {
    return new Outcome(condition, accuracy, seed, newScale, epochs, run, setup, clips);
  }

  /** The same with another number of pretraining epochs. */
  public Outcome withEpochs(int newEpochs) {
    return new Outcome(condition, accuracy, seed, scale, newEpochs, run, setup, clips);
  }

  /** The same, made by a run. */
  public Outcome withRun(String newRun) {
    return new Outcome(condition, accuracy, seed, scale, epochs, newRun, setup, clips);
  }

  /** The same with something set otherwise that does not make it another cell. */
  public Outcome withSetup(String name, String value) {
    Map<String, String> more = new TreeMap<>(setup);
    more.put(name, value);
    return new Outcome(condition, accuracy, seed, scale, epochs, run, more, clips);
  }

  /**
   * The same with the clips that were right.
   *
   * @throws InvalidOptionException if they are not those of the accuracy
   */
  public Outcome withClips(ClipCorrectness newClips) {
    return new Outcome(condition, accuracy, seed, scale, epochs, run, setup, Optional.of(newClips));
  }

  /** A setting of the condition, else of the setup; empty if neither has it. */
  String value(String key) {
    String setting = condition.value(key);
    return setting.isEmpty() ? setup.getOrDefault(key, "") : setting;
  }
}
