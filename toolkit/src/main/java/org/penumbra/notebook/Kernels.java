package org.penumbra.notebook;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds the kernel this JVM runs, if any. */
final class Kernels {

  /**
   * A family of kernels.
   *
   * @param name for people
   * @param className class with the accessor
   * @param accessor static method without parameters that returns the running kernel, or null
   */
  private record Family(String name, String className, String accessor) {}

  private static final List<Family> FAMILIES =
      List.of(
          new Family("JJava", "org.dflib.jjava.jupyter.kernel.BaseKernel", "notebookKernel"),
          new Family("IJava", "io.github.spencerpark.ijava.IJava", "getKernelInstance"),
          new Family("Penumbra Java kernel", "org.penumbra.kernel.JavaKernel", "instance"));

  private Kernels() {}

  /** The running kernel, found through the toolkit's class loader or the thread's; else stdout. */
  static DisplayTarget current() {
    ClassLoader own = Kernels.class.getClassLoader();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return find(own, context).orElseGet(() -> new PlainTarget(System.out));
  }

  /** The running kernel that one of some class loaders knows; nulls are passed over. */
  static Optional<DisplayTarget> find(ClassLoader... loaders) {
    for (Family family : FAMILIES) {
      for (ClassLoader loader : Arrays.stream(loaders).filter(Objects::nonNull).toList()) {
        Object kernel = running(family, loader);
        if (kernel != null) {
          return Optional.of(new BaseKernelTarget(family.name(), kernel));
        }
      }
    }
    return Optional.empty();
  }

  private static Object running(Family family, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(family.className(), true, loader);
      return type.getMethod(family.accessor()).invoke(null);
    } catch (InvocationTargetException e) {
      return null; // JJava throws where others return null: its classes are there, no kernel runs
    } catch (ReflectiveOperationException | LinkageError e) {
      return null; // another kernel, or none
    }
  }
}
