package org.penumbra.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.BitSet;
import java.util.Collection;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;

/**
 * The joints that stay when others are dropped from the graph, ascending.
 *
 * <p>Selecting is a product with a 0/1 matrix: exact, and the same call on every device.
 */
final class JointSelection {
  private final int joints;
  private final int[] kept;

  private JointSelection(int joints, int[] kept) {
    this.joints = joints;
    this.kept = kept;
  }

  /**
   * Everything but the dropped joints; a joint may be named more than once.
   *
   * @throws InvalidOptionException if a joint is outside the layout or none would be left
   */
  static JointSelection without(int joints, Collection<Integer> dropped) {
    BitSet stays = new BitSet(joints);
    stays.set(0, joints);
    for (int joint : dropped) {
      Require.inRange("dropped joint", joint, 0, joints - 1);
      stays.clear(joint);
    }
    if (stays.isEmpty()) {
      throw new InvalidOptionException(
          "dropped joints", "fewer than all " + joints, stays.cardinality() + " left");
    }
    return new JointSelection(joints, stays.stream().toArray());
  }

  /**
   * The (V, V') matrix S: {@code x S} keeps columns of x, {@code S' A S} keeps rows and columns.
   */
  NDArray matrix(NDManager manager) {
    float[] values = new float[joints * kept.length];
    for (int i = 0; i < kept.length; i++) {
      values[kept[i] * kept.length + i] = 1;
    }
    return manager.create(values, new Shape(joints, kept.length));
  }
}
