package org.penumbra.kernel;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.JupyterInputStream;
import io.github.spencerpark.jupyter.channels.ShellHandler;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.common.Text;
import io.github.spencerpark.jupyter.kernel.display.common.Url;
import io.github.spencerpark.jupyter.kernel.history.HistoryEntry;
import io.github.spencerpark.jupyter.kernel.history.HistoryManager;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.request.ExecuteRequest;
import io.github.spencerpark.jupyter.messages.request.InterruptRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The kernel as Jupyter sees it: connects the protocol's requests with a {@link CellEvaluator}. */
public final class JavaKernel extends BaseKernel {

  private static final String VERSION = "0.1.0";
  private static volatile JavaKernel instance;

  private final CellThread thread;
  private final CompletableFuture<CellEvaluator> evaluator;
  private final Runnable onShutdown;
  private volatile CellEnvironment cell;
  private boolean skipQueued;
  private Instant cellSent;
  private Instant interruptSent;

  /**
   * A kernel.
   *
   * @param thread where the user's code runs
   * @param evaluator the evaluator, as soon as it is ready
   * @param onShutdown what to do when the front end asks the kernel to end
   */
  JavaKernel(CellThread thread, CompletableFuture<CellEvaluator> evaluator, Runnable onShutdown) {
    this.thread = thread;
    this.evaluator = evaluator;
    this.onShutdown = onShutdown;
    this.renderer = new Renderer();
    ImageRendering.register(renderer);
    Url.registerAll(renderer);
    Text.registerAll(renderer);
    KERNEL_META.put("project", "penumbra-kernel");
    KERNEL_META.put("version", VERSION);
    instance = this;
  }

  /** The running kernel, or null when this process is none. */
  public static JavaKernel instance() {
    return instance;
  }

  @Override
  public void becomeHandlerForConnection(JupyterConnection connection) {
    super.becomeHandlerForConnection(connection);
    ShellHandler<ExecuteRequest> handler = connection.getHandler(MessageType.EXECUTE_REQUEST);
    connection.setHandler(
        MessageType.EXECUTE_REQUEST,
        (environment, request) -> execute(handler, (CellEnvironment) environment, request));
    ShellHandler<InterruptRequest> interrupt = connection.getHandler(MessageType.INTERRUPT_REQUEST);
    connection.setHandler(
        MessageType.INTERRUPT_REQUEST,
        (environment, request) -> {
          interruptSent = sent(request);
          interrupt.handle(environment, request);
        });
  }

  private void execute(
      ShellHandler<ExecuteRequest> handler,
      CellEnvironment environment,
      Message<ExecuteRequest> request) {
    if (skipQueued) {
      environment.replyAborted();
    } else {
      cell = environment;
      cellSent = sent(request);
      handler.handle(environment, request);
      skipQueued = environment.failed() && request.getContent().shouldStopOnError();
    }
    // After an error, "Run all" must not go on: skip what the front end had sent by then.
    skipQueued = skipQueued && environment.moreRequestsWait();
  }

  /** When the front end made the request; null if it does not say so in the usual form. */
  private static Instant sent(Message<?> request) {
    try {
      String date = request.getHeader().getTimestamp().getDateString();
      return OffsetDateTime.parse(date).toInstant();
    } catch (DateTimeException | NullPointerException e) {
      return null;
    }
  }

  @Override
  public DisplayData eval(String code) throws CellFailure {
    int count = executionCount.get() - 1;
    // From here on an interrupt means this cell, even if it still waits for the compiler.
    thread.beginCell(cellSent);
    try {
      System.setIn(new FrontEndInput((JupyterInputStream) getIO().in));
      CellEvaluator ready = evaluator.join();
      Object value = ready.evaluate(new Cell("cell " + count, code));
      return value == null ? null : ready.call(DisplayData.class, () -> Display.render(value));
    } catch (CellFailure e) {
      cell.fail(e, count);
      throw e;
    } catch (Throwable e) {
      // The base library's thread ends on an Error, and the kernel would be silent for ever.
      CellFailure failure =
          new CellFailure("KernelError", String.valueOf(e), super.formatError(new Exception(e)));
      cell.fail(failure, count);
      throw failure;
    } finally {
      thread.queue().runAll();
      thread.endCell();
    }
  }

  @Override
  public DisplayData inspect(String code, int at, boolean extraDetail) {
    List<String> found = new CodeAssistant(evaluator.join()).inspect(code, at);
    return found.isEmpty() ? null : new DisplayData(String.join("\n\n", found));
  }

  @Override
  public ReplacementOptions complete(String code, int at) {
    return new CodeAssistant(evaluator.join()).complete(code, at);
  }

  @Override
  public String isComplete(String code) {
    return new CodeAssistant(evaluator.join()).isComplete(code);
  }

  @Override
  public void interrupt() {
    thread.interrupt(interruptSent);
  }

  @Override
  public void onShutdown(boolean isRestarting) {
    onShutdown.run();
  }

  @Override
  public List<String> formatError(Exception e) {
    return e instanceof CellFailure failure ? failure.report() : super.formatError(e);
  }

  @Override
  public LanguageInfo getLanguageInfo() {
    return new LanguageInfo.Builder("Java")
        .version(Runtime.version().toString())
        .mimetype("text/x-java-source")
        .fileExtension(".jshell")
        .pygments("java")
        .codemirror("text/x-java")
        .build();
  }

  @Override
  public String getBanner() {
    return "Java "
        + Runtime.version()
        + ", Penumbra kernel "
        + VERSION
        + " (IJava-compatible; magics "
        + "%classpath, %jars, %load, %maven)";
  }

  @Override
  public HistoryManager getHistoryManager() {
    return NoHistory.INSTANCE;
  }

  /** Consoles wait for an answer to their question for the history: an empty one. */
  private enum NoHistory implements HistoryManager {
    INSTANCE;

    @Override
    public List<HistoryEntry> lookupRange(int session, int start, int end, Set<ResultFlag> flags) {
      return List.of();
    }

    @Override
    public List<HistoryEntry> lookupTail(int length, Set<ResultFlag> flags) {
      return List.of();
    }

    @Override
    public List<HistoryEntry> search(String pattern, int length, Set<ResultFlag> flags) {
      return List.of();
    }
  }
}
