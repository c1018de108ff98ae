package org.penumbra.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Whether an encoder learns to tell clips apart, at the end of an epoch.
 *
 * <p>A collapsed encoder gives every clip the same features, or features of one dimension only. The
 * loss may fall all the while.
 *
 * @param effectiveRank number of dimensions that the features use: the exponential of the entropy
 *     of their normalised singular values (Roy and Vetterli 2007), after centring; from 1, or 0 if
 *     all features are equal, to {@code features}
 * @param features length of a feature vector
 * @param collapseRatio loss of the epoch divided by the loss of a collapsed network ({@link
 *     TrainingStep#collapseLoss()}): near 1 is bad; empty if the method knows no such loss
 * @param neighbourAccuracy share of clips whose class is the majority's among their nearest
 *     neighbours, from 0 to 1; labels are used for this number only, never for training; empty if
 *     there are no labels to compare
 */
public record HealthReport(
    double effectiveRank,
    int features,
    OptionalDouble collapseRatio,
    OptionalDouble neighbourAccuracy) {
  private static final double LOWEST_RANK = 2;
  private static final double NEAR_COLLAPSE = 0.02;

  /** What is wrong and what to do, one sentence or two each; empty if all is well. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (effectiveRank < LOWEST_RANK && features >= LOWEST_RANK) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "The features use %.1f of %d dimensions (effective rank): the encoder has collapsed."
                  + " Lower the learning rate or lengthen the warm-up; of a Barlow Twins loss keep"
                  + " lambda times the embedding width near 1.23.",
              effectiveRank,
              features));
    }
    if (collapseRatio.isPresent() && Math.abs(collapseRatio.getAsDouble() - 1) < NEAR_COLLAPSE) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "The loss is at %.0f %% of the level of a network that gives every clip the same"
                  + " answer. If it stays there, change the learning rate; of a Barlow Twins loss"
                  + " raise lambda.",
              100 * collapseRatio.getAsDouble()));
    }
    return warnings;
  }

  /** For people, in one line. */
  public String describe() {
    StringBuilder text =
        new StringBuilder(
            String.format(Locale.ROOT, "effective rank %.1f of %d", effectiveRank, features));
    collapseRatio.ifPresent(
        ratio -> text.append(String.format(Locale.ROOT, ", loss / collapse level %.2f", ratio)));
    neighbourAccuracy.ifPresent(
        share -> text.append(String.format(Locale.ROOT, ", k-NN %.1f %%", 100 * share)));
    return text.toString();
  }
}
