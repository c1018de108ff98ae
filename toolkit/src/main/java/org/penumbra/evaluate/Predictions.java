package org.penumbra.evaluate;

import java.util.Arrays;
import java.util.List;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;

/**
 * What a classifier said of each test clip, and what is true: enough for accuracy, top-5, the
 * confusion matrix, tests of two methods on the same clips, and fusion of streams. Immutable.
 */
public final class Predictions {
  private final List<String> classNames;
  private final List<String> clipNames; // N, or empty if unknown
  private final int[] labels;
  private final int[] predicted;
  private final float[] scores;

  /**
   * Predictions with their scores.
   *
   * @param classNames by label
   * @param clipNames N names in order of the rows; empty if they are unknown
   * @param labels N true class indices; at least one
   * @param predicted N class indices
   * @param scores (N, classes), C-order, higher is likelier; any scale
   */
  public Predictions(
      List<String> classNames,
      List<String> clipNames,
      int[] labels,
      int[] predicted,
      float[] scores) {
    this.classNames = List.copyOf(Require.notEmpty("class names", classNames));
    this.clipNames = List.copyOf(clipNames);
    this.labels = labels.clone();
    this.predicted = predicted.clone();
    this.scores = scores.clone();
    Require.atLeast("judged clips", labels.length, 1);
    if (!clipNames.isEmpty() && clipNames.size() != labels.length) {
      throw new InvalidOptionException(
          "names of judged clips", "none or " + labels.length, clipNames.size());
    }
    if (predicted.length != labels.length) {
      throw new InvalidOptionException(
          "predictions", "as many as the " + labels.length + " labels", predicted.length);
    }
    checkScores(scores, labels.length, classNames.size());
    for (int n = 0; n < labels.length; n++) {
      Require.inRange("label of clip " + n, labels[n], 0, classNames.size() - 1);
      Require.inRange("prediction of clip " + n, predicted[n], 0, classNames.size() - 1);
    }
    for (int i = 0; i < scores.length; i++) {
      if (Float.isNaN(scores[i])) {
        throw new InvalidOptionException(
            "score of class " + i % classNames.size() + " for clip " + i / classNames.size(),
            "a number",
            scores[i]);
      }
    }
  }

  /** Predictions of the highest score; of equal scores the lowest label. */
  public static Predictions ofScores(
      List<String> classNames, List<String> clipNames, int[] labels, float[] scores) {
    int classes = classNames.size();
    checkScores(scores, labels.length, classes);
    int[] predicted = new int[labels.length];
    for (int n = 0; n < predicted.length; n++) {
      for (int label = 1; label < classes; label++) {
        if (scores[n * classes + label] > scores[n * classes + predicted[n]]) {
          predicted[n] = label;
        }
      }
    }
    return new Predictions(classNames, clipNames, labels, predicted, scores);
  }

  private static void checkScores(float[] scores, int clips, int classes) {
    if (scores.length != (long) clips * classes) {
      throw new InvalidOptionException(
          "scores", clips + " rows of " + classes + " numbers", scores.length);
    }
  }

  /** Names of the classes, by label. */
  public List<String> classNames() {
    return classNames;
  }

  /** Names of the clips in order of the rows; empty if they are unknown. */
  public List<String> clipNames() {
    return clipNames;
  }

  /** Number of clips, N. */
  public int size() {
    return labels.length;
  }

  /** True class indices, length N; a copy. */
  public int[] labels() {
    return labels.clone();
  }

  /** Predicted class indices, length N; a copy. */
  public int[] predicted() {
    return predicted.clone();
  }

  /** Scores, (N, classes), C-order; a copy. */
  public float[] scores() {
    return scores.clone();
  }

  /** Share of clips whose class was predicted (top-1). */
  public Accuracy accuracy() {
    return Accuracy.of(predicted, labels);
  }

  /**
   * Share of clips whose class is among the k highest scores. Of equal scores the lower label comes
   * first.
   *
   * @param k from 1 to the number of classes
   */
  public Accuracy top(int k) {
    Require.inRange("k of top-k accuracy", k, 1, classNames.size());
    int correct = 0;
    for (int n = 0; n < labels.length; n++) {
      correct += rank(n) < k ? 1 : 0;
    }
    return new Accuracy(correct, labels.length);
  }

  /** Number of classes that come before the true one. */
  private int rank(int clip) {
    int from = clip * classNames.size();
    float truth = scores[from + labels[clip]];
    int rank = 0;
    for (int label = 0; label < classNames.size(); label++) {
      float score = scores[from + label];
      rank += score > truth || (score == truth && label < labels[clip]) ? 1 : 0;
    }
    return rank;
  }

  /**
   * PSTL's and OPSTL's figure, in percent: the mean over test batches of each batch's accuracy. A
   * last batch that is smaller counts as much as the others, which {@link #accuracy()} avoids.
   *
   * @param batchSize 128 in the papers
   */
  public double meanOfBatchesPercent(int batchSize) {
    Require.atLeast("batch size", batchSize, 1);
    double sum = 0;
    int batches = 0;
    for (int from = 0; from < labels.length; from += batchSize) {
      int to = Math.min(from + batchSize, labels.length);
      sum +=
          Accuracy.of(Arrays.copyOfRange(predicted, from, to), Arrays.copyOfRange(labels, from, to))
              .percent();
      batches++;
    }
    return sum / batches;
  }

  /** Who is taken for whom. */
  public ConfusionMatrix confusion() {
    return ConfusionMatrix.of(this);
  }

  /**
   * Checks that other predictions are of the same clips in the same order.
   *
   * @param what the others are, for the message
   * @throws InvalidOptionException if clips, labels or classes differ
   */
  void checkSameClips(String what, Predictions other) {
    if (!classNames.equals(other.classNames)) {
      throw new InvalidOptionException(
          "classes of " + what, classNames.toString(), other.classNames);
    }
    if (size() != other.size()) {
      throw new InvalidOptionException("clips of " + what, String.valueOf(size()), other.size());
    }
    for (int n = 0; n < labels.length; n++) {
      boolean named = !clipNames.isEmpty() && !other.clipNames.isEmpty();
      if (named && !clipNames.get(n).equals(other.clipNames.get(n))) {
        throw new InvalidOptionException(
            "clip " + n + " of " + what, clipNames.get(n), other.clipNames.get(n));
      }
      if (labels[n] != other.labels[n]) {
        throw new InvalidOptionException(
            "label of clip " + n + " of " + what, String.valueOf(labels[n]), other.labels[n]);
      }
    }
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Predictions other
        && classNames.equals(other.classNames)
        && clipNames.equals(other.clipNames)
        && Arrays.equals(labels, other.labels)
        && Arrays.equals(predicted, other.predicted)
        && Arrays.equals(scores, other.scores);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(scores) + Arrays.hashCode(predicted);
  }

  @Override
  public String toString() {
    return accuracy().toString();
  }
}
