package org.penumbra.evaluate;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** How many clips of each true class got each prediction. Immutable. */
public final class ConfusionMatrix {
  private final List<String> classNames;
  private final int[][] counts; // (true, predicted)

  /**
   * One kind of mistake.
   *
   * @param truth name of the true class
   * @param predicted name of the predicted class, another one
   * @param count clips
   * @param share of the true class's clips, 0 to 1
   */
  public record Mistake(String truth, String predicted, int count, double share) {}

  private ConfusionMatrix(List<String> classNames, int[][] counts) {
    this.classNames = classNames;
    this.counts = counts;
  }

  /** The matrix of some predictions. */
  public static ConfusionMatrix of(Predictions predictions) {
    int classes = predictions.classNames().size();
    int[][] counts = new int[classes][classes];
    int[] labels = predictions.labels();
    int[] predicted = predictions.predicted();
    for (int n = 0; n < labels.length; n++) {
      counts[labels[n]][predicted[n]]++;
    }
    return new ConfusionMatrix(predictions.classNames(), counts);
  }

  /**
   * A matrix of one's own.
   *
   * @param counts (true, predicted), none negative, one row and column for each class
   */
  public static ConfusionMatrix of(List<String> classNames, int[][] counts) {
    Require.notEmpty("class names", classNames);
    int[][] copy = Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
    boolean square =
        copy.length == classNames.size()
            && Arrays.stream(copy).allMatch(row -> row.length == copy.length);
    if (!square) {
      throw new InvalidOptionException(
          "confusion matrix", classNames.size() + " rows and columns", counts.length + " rows");
    }
    for (int[] row : copy) {
      Arrays.stream(row).forEach(count -> Require.atLeast("count of a confusion", count, 0));
    }
    return new ConfusionMatrix(List.copyOf(classNames), copy);
  }

  /** Names of the classes, by label. */
  public List<String> classNames() {
    return classNames;
  }

  /** Clips of a true class that got a prediction. */
  public int count(int truth, int predicted) {
    return counts[truth][predicted];
  }

  /** Clips of a true class. */
  public int total(int truth) {
    return Arrays.stream(counts[truth]).sum();
  }

  /** Share of a true class's clips that got a prediction, 0 to 1; 0 for a class without clips. */
  public double share(int truth, int predicted) {
    int total = total(truth);
    return total == 0 ? 0 : (double) counts[truth][predicted] / total;
  }

  /** Accuracy of the clips of one true class; empty if there are none. */
  public Optional<Accuracy> ofClass(int truth) {
    int total = total(truth);
    return total == 0 ? Optional.empty() : Optional.of(new Accuracy(counts[truth][truth], total));
  }

  /** Mean over classes that have clips of their accuracy, in percent: every class counts alike. */
  public double meanOfClassesPercent() {
    List<Accuracy> there = new ArrayList<>();
    for (int truth = 0; truth < counts.length; truth++) {
      ofClass(truth).ifPresent(there::add);
    }
    return there.stream().mapToDouble(Accuracy::percent).average().orElse(0);
  }

  /** The most frequent mistakes, by count, then by labels. */
  public List<Mistake> mistakes(int most) {
    List<Mistake> found = new ArrayList<>();
    for (int truth = 0; truth < counts.length; truth++) {
      for (int other = 0; other < counts.length; other++) {
        if (other != truth && counts[truth][other] > 0) {
          found.add(
              new Mistake(
                  classNames.get(truth),
                  classNames.get(other),
                  counts[truth][other],
                  share(truth, other)));
        }
      }
    }
    found.sort(Comparator.comparingInt(mistake -> -mistake.count())); // stable
    return List.copyOf(found.subList(0, Math.min(most, found.size())));
  }

  /** One row for each class: clips, accuracy with its interval, and what it is most taken for. */
  public Table table() {
    StringColumn names = StringColumn.create("class");
    IntColumn clips = IntColumn.create("test clips");
    DoubleColumn found = DoubleColumn.create("accuracy, %");
    found.setPrintFormatter(
        new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)), "");
    StringColumn interval = StringColumn.create("95 % interval");
    StringColumn taken = StringColumn.create("most often taken for");
    for (int truth = 0; truth < counts.length; truth++) {
      names.append(classNames.get(truth));
      clips.append(total(truth));
      Optional<Accuracy> accuracy = ofClass(truth);
      accuracy.ifPresentOrElse(a -> found.append(a.percent()), found::appendMissing);
      interval.append(accuracy.map(Accuracy::intervalText).orElse(""));
      taken.append(mostTakenFor(truth));
    }
    return Table.create("Accuracy by class", names, clips, found, interval, taken);
  }

  private String mostTakenFor(int truth) {
    int worst = -1;
    for (int other = 0; other < counts.length; other++) {
      boolean more = other != truth && counts[truth][other] > 0;
      if (more && (worst < 0 || counts[truth][other] > counts[truth][worst])) {
        worst = other;
      }
    }
    return worst < 0 ? "" : classNames.get(worst) + " (" + counts[truth][worst] + ")";
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof ConfusionMatrix other
        && classNames.equals(other.classNames)
        && Arrays.deepEquals(counts, other.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(counts);
  }
}
