package org.penumbra.tensor;

import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Locale;
import java.util.function.Supplier;
import org.penumbra.core.ComputeException;

/**
 * Turns the many ways in which memory runs out into one exception that says what to lower. The
 * process goes on: what was made inside the failed step is freed with its {@link TensorScope}.
 *
 * <p>One way cannot be caught: if a machine promises more memory than it has, the system ends the
 * process. {@link MemoryLimit} tells how much there is.
 */
public final class OutOfMemory {
  private static final String[] SIGNS = {
    "can't allocate memory",
    "cannot allocate memory",
    "not enough memory",
    "out of memory",
    "cublas_status_alloc_failed",
    "cudnn_status_alloc_failed",
    "cuda_error_out_of_memory",
    "direct buffer memory"
  };
  private static final int SHOWN = 200; // characters of the engine's message

  private OutOfMemory() {}

  /**
   * Runs something.
   *
   * @param what it is, for the message, for instance {@code a training step of batch 128}
   * @return its result
   * @throws ComputeException if memory runs out; whatever else goes wrong is thrown as it is
   */
  public static <T> T explained(String what, Supplier<T> work) {
    try {
      return work.get();
    } catch (EngineException | OutOfMemoryError failure) {
      if (!isOutOfMemory(failure)) {
        throw failure;
      }
      String memory = failure instanceof OutOfMemoryError ? heap() : device();
      throw new ComputeException(
          "Memory ran out in "
              + what
              + " ("
              + firstLine(failure)
              + "; "
              + memory
              + "). In this order, lower the batch size (accumulation then keeps the samples per"
              + " update), the embedding width, the encoder's features, the bodies or frames per"
              + " clip. Float64 takes twice as much as float32. A restarted kernel frees what"
              + " former cells hold.",
          failure);
    }
  }

  /** Whether a failure, or what caused it, says that memory ran out. */
  public static boolean isOutOfMemory(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof OutOfMemoryError) {
        return true;
      }
      String message = String.valueOf(each.getMessage()).toLowerCase(Locale.ROOT);
      for (String sign : SIGNS) {
        if (message.contains(sign)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Gives memory that the GPU's allocator keeps for later back to the GPU; nothing on a CPU. */
  public static void releaseCache() {
    if (Compute.device().isGpu()) {
      JniUtils.emptyCudaCache();
    }
  }

  private static String heap() {
    return "the Java heap ends at "
        + Bytes.text(Runtime.getRuntime().maxMemory())
        + ", which -Xmx sets";
  }

  private static String device() {
    try {
      return MemoryReport.now().describe();
    } catch (RuntimeException another) {
      return "memory unknown"; // the first failure is what counts
    }
  }

  private static String firstLine(Throwable failure) {
    String line = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
  }
}
