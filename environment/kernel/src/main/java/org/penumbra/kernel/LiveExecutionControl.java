package org.penumbra.kernel;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;

/**
 * Runs JShell's snippets inside the kernel's process and keeps their values as live objects. JShell
 * itself carries only strings; it gets a key, and {@link #value} gives the object for that key.
 */
final class LiveExecutionControl extends DirectExecutionControl {

  private final CellThread thread;
  private final Map<String, Object> values = new HashMap<>();
  private CellInterrupted interruption;
  private String breakage;
  private int calls;

  LiveExecutionControl(CellThread thread) {
    this.thread = thread;
  }

  /** Forgets values and troubles of the snippet before. */
  void reset() {
    values.clear();
    interruption = null;
    breakage = null;
  }

  /** The object for a key that {@link #invoke} gave to JShell; null for none. */
  Object value(String key) {
    return key == null ? null : values.get(key);
  }

  /** The interrupt that ended the last snippet, or null. */
  CellInterrupted interruption() {
    return interruption;
  }

  /** Why the last snippet could not even be called, or null. JShell swallows such failures. */
  String breakage() {
    return breakage;
  }

  @Override
  public String invoke(String className, String methodName)
      throws ExecutionControl.RunException,
          ExecutionControl.InternalException,
          ExecutionControl.EngineTerminationException {
    try {
      return super.invoke(className, methodName);
    } catch (ExecutionControl.InternalException e) {
      breakage = String.valueOf(e.getMessage());
      throw e;
    }
  }

  @Override
  protected String invoke(Method snippet) throws Exception {
    try {
      Object value = thread.call(() -> callWithLoader(snippet));
      String key = "value-" + calls++;
      values.put(key, value);
      return key;
    } catch (CellInterrupted e) {
      interruption = e;
      throw new ExecutionControl.UserException(
          e.getMessage(), InterruptedException.class.getName(), e.getStackTrace());
    } catch (Throwable e) {
      return throwConvertedInvocationException(e);
    }
  }

  /** Service loaders look at the context class loader: it must know the classes of the cells. */
  private static Object callWithLoader(Method snippet) throws Exception {
    Thread current = Thread.currentThread();
    ClassLoader loader = snippet.getDeclaringClass().getClassLoader();
    if (current.getContextClassLoader() == ClassLoader.getSystemClassLoader()) {
      current.setContextClassLoader(loader);
    }
    return snippet.invoke(null);
  }
}
