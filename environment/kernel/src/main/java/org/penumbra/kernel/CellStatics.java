package org.penumbra.kernel;

/** The other things that every cell can call, as in IJava. */
public final class CellStatics {

  private CellStatics() {}

  /** Prints formatted text, as {@link java.io.PrintStream#printf(String, Object...)} does. */
  public static void printf(String format, Object... args) {
    System.out.printf(format, args);
  }

  /** The running kernel, or null outside one. */
  public static JavaKernel getKernelInstance() {
    return JavaKernel.instance();
  }

  /** The running kernel. */
  static JavaKernel kernel() {
    JavaKernel kernel = JavaKernel.instance();
    if (kernel == null) {
      throw new IllegalStateException(
          "no Java kernel runs here: display and render work in a notebook cell only");
    }
    return kernel;
  }
}
