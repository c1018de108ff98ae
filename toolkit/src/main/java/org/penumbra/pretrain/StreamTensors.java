package org.penumbra.pretrain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.skeleton.Stream;
import org.penumbra.tensor.Ops;

/**
 * Bone and motion streams of views, as SkeletonCLR's family makes them: from the joints after they
 * were augmented. (PSTL's family derives first and augments then.)
 */
final class StreamTensors {
  private final SkeletonLayout layout;

  StreamTensors(SkeletonLayout layout) {
    this.layout = layout;
  }

  /**
   * The stream of a batch of joints.
   *
   * @param joints (N, C, T, V, M)
   * @return the same shape; the argument itself for {@link Stream#JOINT}
   */
  NDArray of(NDArray joints, Stream stream) {
    return switch (stream) {
      case JOINT -> joints;
      case MOTION -> motion(joints);
      case BONE -> bones(joints);
    };
  }

  /** Next frame minus this one; the last is 0. */
  private static NDArray motion(NDArray joints) {
    Shape shape = joints.getShape();
    NDArray next = joints.get(new NDIndex(":, :, 1:"));
    NDArray difference = Ops.next(next, next.sub(joints.get(new NDIndex(":, :, :-1"))));
    Shape frame = new Shape(shape.get(0), shape.get(1), 1, shape.get(3), shape.get(4));
    NDArray last = joints.getManager().zeros(frame, joints.getDataType());
    return NDArrays.concat(new NDList(difference, last), 2);
  }

  /**
   * Child minus parent; the centre is 0. A product with a matrix of -1, 0 and 1 is exact, and the
   * same call on every device.
   */
  private NDArray bones(NDArray joints) {
    Shape shape = joints.getShape();
    int v = layout.size();
    float[] matrix = new float[v * v]; // (child, joint)
    List<Integer> parents = layout.parents();
    for (int child = 0; child < v; child++) {
      matrix[child * v + child] += 1;
      matrix[child * v + parents.get(child)] -= 1;
    }
    NDArray differences =
        joints.getManager().create(matrix, new Shape(v, v)).toType(joints.getDataType(), false);
    NDArray rows = joints.reshape(-1, v, shape.get(4));
    return Ops.next(rows, differences.matMul(rows)).reshape(shape);
  }
}
