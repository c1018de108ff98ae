package org.penumbra.kernel;

import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the kernel; Jupyter calls it with the path of a connection file. */
public final class Main {

  /** Kept here, because a logger that nobody holds forgets its level. */
  private static final List<Logger> QUIET =
      List.of(
          JupyterSocket.JUPYTER_LOGGER,
          Logger.getLogger("Loop-Heartbeat-0"),
          Logger.getLogger("Loop-Shell-0"),
          Logger.getLogger("Loop-Shell-1"));

  private Main() {}

  /**
   * Runs until the front end asks the kernel to end, or until the process that started it is gone.
   *
   * @param arguments the connection file
   * @throws Exception if the sockets cannot be opened
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 1) {
      fail(
          "expected one argument, the connection file that Jupyter passes; found "
              + arguments.length);
    }
    if (ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
      fail("this Java has no JShell: install a JDK, version 17 or newer, instead of a JRE");
    }
    String connection = "";
    try {
      connection = Files.readString(Path.of(arguments[0]));
    } catch (IOException e) {
      fail("cannot read the connection file " + arguments[0]);
    }
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));

    // Opening the sockets and building JShell each take about a second: do both at once.
    OwnerQueue queue = new OwnerQueue();
    CellThread thread = new CellThread(queue);
    CompletableFuture<CellEvaluator> evaluator =
        CompletableFuture.supplyAsync(
            () -> Environment.configured(thread), task -> daemon("start", task).start());
    CountDownLatch ended = new CountDownLatch(1);
    JavaKernel kernel = new JavaKernel(thread, evaluator, ended::countDown);
    KernelConnection sockets =
        new KernelConnection(KernelConnectionProperties.parse(connection), queue);
    kernel.becomeHandlerForConnection(sockets);
    sockets.connect();
    endWithParent(ended);
    ended.await();
    // The reply to the shutdown request is still on its way; a running cell cannot hold us up.
    TimeUnit.MILLISECONDS.sleep(200);
    System.exit(0);
  }

  /** A notebook server that was killed leaves no orphan behind. */
  private static void endWithParent(CountDownLatch ended) {
    String parent = System.getenv("JPY_PARENT_PID");
    if (parent != null && parent.matches("[1-9][0-9]{0,9}")) {
      ProcessHandle.of(Long.parseLong(parent))
          .ifPresent(process -> daemon("parent", () -> endAfter(process, ended)).start());
    }
  }

  private static void endAfter(ProcessHandle process, CountDownLatch ended) {
    process.onExit().join();
    ended.countDown();
  }

  private static Thread daemon(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    return thread;
  }

  private static void fail(String message) {
    System.err.println("Penumbra kernel: " + message);
    System.exit(2);
  }

  /** The settings that come from environment variables; the names are IJava's. */
  private static final class Environment {

    private Environment() {}

    static CellEvaluator configured(CellThread thread) {
      String options = System.getenv("IJAVA_COMPILER_OPTS");
      CellEvaluator evaluator =
          new CellEvaluator(
              thread,
              options == null || options.isBlank()
                  ? List.of()
                  : List.of(options.strip().split("\\s+")));
      String classPath = System.getenv("IJAVA_CLASSPATH");
      if (classPath != null) {
        try {
          new ClassPathMagics(evaluator).addClassPath(classPath);
        } catch (MagicException e) {
          System.err.println("Penumbra kernel: IJAVA_CLASSPATH: " + e.getMessage());
        }
      }
      return evaluator;
    }
  }
}
