package org.penumbra.cluster;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.TensorScope;

/** Inner products of all rows with a few points, block by block, by the engine in float32. */
final class RowProducts implements AutoCloseable {
  /** So that the products of a block with some dozens of points stay in a processor's cache. */
  static final int BLOCK = 4096;

  private final NDManager manager = Compute.newManager();
  private final int features;
  private final int block;
  private final List<NDArray> blocks = new ArrayList<>();

  RowProducts(CentredRows rows) {
    this(rows, BLOCK);
  }

  RowProducts(CentredRows rows, int block) {
    this.features = rows.features();
    this.block = block;
    for (int first = 0; first < rows.size(); first += block) {
      int last = Math.min(rows.size(), first + block);
      float[] part = Arrays.copyOfRange(rows.values(), first * features, last * features);
      blocks.add(manager.create(part, new Shape(last - first, features)));
    }
  }

  /** Takes the products of a block of rows. */
  @FunctionalInterface
  interface Sink {
    /**
     * A block.
     *
     * @param first its first row
     * @param products (rows of the block, points), C-order
     */
    void accept(int first, float[] products);
  }

  /**
   * Products with some points.
   *
   * @param points each of F numbers, rounded to float32
   */
  void with(double[][] points, Sink sink) {
    float[] flat = new float[points.length * features];
    for (int p = 0; p < points.length; p++) {
      for (int j = 0; j < features; j++) {
        flat[p * features + j] = (float) points[p][j];
      }
    }
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      NDArray right = manager.create(flat, new Shape(points.length, features)).transpose();
      for (int b = 0; b < blocks.size(); b++) {
        try (NDArray products = blocks.get(b).matMul(right)) {
          sink.accept(b * block, products.toFloatArray());
        }
      }
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
