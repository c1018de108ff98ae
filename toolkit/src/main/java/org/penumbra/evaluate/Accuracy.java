package org.penumbra.evaluate;

import java.util.Arrays;
import java.util.Locale;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;

/**
 * Share of clips whose class was found (top-1), with its uncertainty.
 *
 * @param correct clips whose class was found
 * @param total clips judged; at least 1
 */
public record Accuracy(int correct, int total) {
  /** Checks the counts. */
  public Accuracy {
    Require.atLeast("judged clips", total, 1);
    Require.inRange("correct clips", correct, 0, total);
  }

  /** Accuracy of predicted against true labels, of equal length. */
  public static Accuracy of(int[] predicted, int[] labels) {
    if (predicted.length != labels.length) {
      throw new InvalidOptionException(
          "predictions", "as many as the " + labels.length + " labels", predicted.length);
    }
    int correct = 0;
    for (int n = 0; n < labels.length; n++) {
      correct += predicted[n] == labels[n] ? 1 : 0;
    }
    return new Accuracy(correct, labels.length);
  }

  /** Accuracy of always answering the most frequent label of the training clips. */
  public static Accuracy ofMajority(int[] trainLabels, int[] testLabels, int classes) {
    int[] counts = new int[classes];
    for (int label : trainLabels) {
      counts[label]++;
    }
    int majority = 0;
    for (int label = 1; label < classes; label++) {
      majority = counts[label] > counts[majority] ? label : majority;
    }
    int[] predicted = new int[testLabels.length];
    Arrays.fill(predicted, majority);
    return of(predicted, testLabels);
  }

  /** In percent, from 0 to 100. */
  public double percent() {
    return 100.0 * correct / total;
  }

  /** Lower end of Wilson's 95 % interval, in percent. */
  public double lowerPercent() {
    return 100 * interval().lower();
  }

  /** Upper end of Wilson's 95 % interval, in percent. */
  public double upperPercent() {
    return 100 * interval().upper();
  }

  /** Wilson's 95 % interval, as shares from 0 to 1. */
  public WilsonInterval interval() {
    return WilsonInterval.of(correct, total);
  }

  /** Wilson's 95 % interval in percent, for tables. */
  String intervalText() {
    return String.format(Locale.ROOT, "%.1f to %.1f", lowerPercent(), upperPercent());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.1f %% (%d of %d; 95 %% interval %.1f to %.1f)",
        percent(),
        correct,
        total,
        lowerPercent(),
        upperPercent());
  }
}
