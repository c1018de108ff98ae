package org.penumbra.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;

/**
 * Frees every tensor made inside it, and switches gradients off for this thread; a gradient
 * collector inside switches them on for its own span. Every step and every inference belongs in
 * one.
 *
 * <p>Gradients are on by default in every thread but the one that loaded the engine, and a notebook
 * runs its cells in any thread: updating weights in place would then fail.
 *
 * <pre>{@code
 * try (TensorScope scope = TensorScope.open()) {
 *   scope.holds();
 *   ...
 * }
 * }</pre>
 */
public final class TensorScope implements AutoCloseable {
  private final NDScope arrays;
  private final boolean gradientsBefore;
  private final List<NDArray> handedOut = new ArrayList<>();

  private TensorScope() {
    Compute.engine(); // the natives must be there before they can be asked
    gradientsBefore = JniUtils.isGradMode();
    JniUtils.setGradMode(false);
    arrays = new NDScope();
  }

  /** Opens a scope; close it with try-with-resources, on the same thread. */
  public static TensorScope open() {
    return new TensorScope();
  }

  /** Lets a tensor outlive this scope: it then belongs to the scope around this one, if any. */
  public NDArray handOut(NDArray tensor) {
    NDScope.unregister(tensor);
    handedOut.add(tensor);
    return tensor;
  }

  /** Does nothing but use the variable, which compilers otherwise warn of. */
  public void holds() {}

  @Override
  public void close() {
    arrays.close();
    handedOut.forEach(NDScope::register);
    JniUtils.setGradMode(gradientsBefore);
  }
}
