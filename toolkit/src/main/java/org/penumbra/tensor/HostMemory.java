package org.penumbra.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * The numbers of a tensor where they lie, for what Java does faster than a chain of engine calls:
 * an update that reads and writes each number once instead of a dozen times.
 */
final class HostMemory {
  private HostMemory() {}

  /** Whether a tensor's numbers can be reached: float32 in the memory of the CPU. */
  static boolean reaches(NDArray tensor) {
    return tensor.getDataType() == DataType.FLOAT32 && !tensor.getDevice().isGpu();
  }

  /**
   * The tensor's own memory, in C-order: writing to it changes the tensor. Valid while the tensor
   * is open.
   */
  static FloatBuffer of(NDArray tensor) {
    return ((PtNDArray) tensor).toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer();
  }
}
