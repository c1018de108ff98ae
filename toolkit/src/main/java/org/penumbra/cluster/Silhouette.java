package org.penumbra.cluster;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Locale;
import org.penumbra.core.Draws;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.embed.Embeddings;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.TensorScope;

/**
 * How much closer clips are to their own group than to the next one (Rousseeuw, Silhouettes: a
 * graphical aid to the interpretation and validation of cluster analysis, 1987). With a a clip's
 * mean distance from the others of its group, and b its lowest mean distance from another group:
 *
 * <pre>{@code
 * s = (b - a) / max(a, b), or 0 for a clip that is alone in its group
 * }</pre>
 *
 * From -1 (in the wrong group) over 0 (between two) to 1 (far from all others). Distances are
 * Euclidean, computed in float64 by the engine.
 *
 * @param value mean over the clips that were measured
 * @param measured clips that were measured, each against all
 * @param clips all clips
 */
public record Silhouette(double value, int measured, int clips) {
  /** With more clips than this, only {@link #SAMPLE} of them are measured. */
  public static final int EXACT_UP_TO = 10_000;

  /** Number of clips that stand for more than {@link #EXACT_UP_TO}. */
  public static final int SAMPLE = 5_000;

  private static final int BLOCK = 512;

  /**
   * Measures groups of clips: all clips up to {@link #EXACT_UP_TO}, else {@link #SAMPLE} of them,
   * drawn with seed 0.
   *
   * @param rows features of N clips
   * @param groups N group numbers
   * @throws InvalidOptionException if there are fewer than 2 groups, or as many as clips
   */
  public static Silhouette of(Embeddings rows, int[] groups) {
    return of(rows, groups, rows.size() > EXACT_UP_TO ? SAMPLE : rows.size(), 0);
  }

  /**
   * Measures groups of clips by some of the clips, each against all.
   *
   * @param rows features of N clips
   * @param groups N group numbers
   * @param sample clips to measure, 1 to N; N is exact
   * @param seed of their choice
   * @throws InvalidOptionException if there are fewer than 2 groups, or as many as clips
   */
  public static Silhouette of(Embeddings rows, int[] groups, int sample, long seed) {
    if (groups.length != rows.size()) {
      throw new InvalidOptionException("groups", rows.size() + ", one for each row", groups.length);
    }
    int[] numbers = Arrays.stream(groups).distinct().sorted().toArray();
    if (numbers.length < 2 || numbers.length >= rows.size()) {
      throw new InvalidOptionException(
          "number of groups", "at least 2 and below the number of clips", numbers.length);
    }
    if (sample < 1 || sample > rows.size()) {
      throw new InvalidOptionException("clips to measure", "between 1 and " + rows.size(), sample);
    }
    CentredRows centred = CentredRows.sorted(rows);
    int[] dense =
        Arrays.stream(centred.inRowOrder(groups))
            .map(group -> Arrays.binarySearch(numbers, group))
            .toArray();
    RandomKey key = RandomKey.of(seed).with("silhouette");
    int[] chosen = Draws.choose(rows.size(), sample, key.generator());
    Arrays.sort(chosen);
    double sum = sum(centred, dense, numbers.length, chosen);
    return new Silhouette(sum / sample, sample, rows.size());
  }

  private static double sum(CentredRows rows, int[] groups, int count, int[] chosen) {
    int[] sizes = new int[count];
    for (int group : groups) {
      sizes[group]++;
    }
    double sum = 0;
    try (NDManager manager = Compute.newManager();
        TensorScope scope = TensorScope.open()) {
      scope.holds();
      NDArray all = float64(manager, rows, null);
      NDArray right = all.transpose();
      NDArray squares = all.square().sum(new int[] {1}).reshape(1, rows.size());
      double[] marks = new double[rows.size() * count];
      for (int i = 0; i < groups.length; i++) {
        marks[i * count + groups[i]] = 1;
      }
      NDArray members = manager.create(marks, new Shape(rows.size(), count));
      for (int first = 0; first < chosen.length; first += BLOCK) {
        int[] part = Arrays.copyOfRange(chosen, first, Math.min(chosen.length, first + BLOCK));
        double[] distances = distances(float64(manager, rows, part), right, squares, members);
        for (int i = 0; i < part.length; i++) {
          sum += one(distances, i * count, groups[part[i]], sizes);
        }
      }
    }
    return sum;
  }

  private static NDArray float64(NDManager manager, CentredRows rows, int[] part) {
    int size = part == null ? rows.size() : part.length;
    int features = rows.features();
    double[] values = new double[size * features];
    for (int i = 0; i < size; i++) {
      double[] row = rows.row(part == null ? i : part[i]);
      System.arraycopy(row, 0, values, i * features, features);
    }
    return manager.create(values, new Shape(size, features));
  }

  /** Sums of the distances of a block's rows from the rows of each group, (rows, groups). */
  private static double[] distances(
      NDArray block, NDArray right, NDArray squares, NDArray members) {
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      NDArray own = block.square().sum(new int[] {1}).reshape(block.getShape().get(0), 1);
      NDArray distance = block.matMul(right).muli(-2).addi(squares).addi(own);
      block.close();
      return distance.maximum(0).sqrt().matMul(members).toDoubleArray();
    }
  }

  private static double one(double[] sums, int at, int own, int[] sizes) {
    if (sizes[own] == 1) {
      return 0;
    }
    double inside = sums[at + own] / (sizes[own] - 1);
    double next = Double.POSITIVE_INFINITY;
    for (int k = 0; k < sizes.length; k++) {
      next = k == own ? next : Math.min(next, sums[at + k] / sizes[k]);
    }
    double larger = Math.max(inside, next);
    return larger == 0 ? 0 : (next - inside) / larger;
  }

  /** Whether every clip was measured. */
  public boolean isExact() {
    return measured == clips;
  }

  /** One line for people, which says if it is of a sample. */
  public String describe() {
    return String.format(
        Locale.ROOT,
        "silhouette %.3f (%s)",
        value,
        isExact() ? "all " + clips + " clips" : measured + " of " + clips + " clips, drawn");
  }
}
