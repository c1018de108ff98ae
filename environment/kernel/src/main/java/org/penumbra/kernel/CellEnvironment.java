package org.penumbra.kernel;

import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.channels.ShellChannel;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.channels.StdinChannel;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageContext;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.publish.PublishError;
import io.github.spencerpark.jupyter.messages.publish.PublishStream;
import io.github.spencerpark.jupyter.messages.publish.PublishStream.StreamType;
import io.github.spencerpark.jupyter.messages.reply.ErrorReply;
import io.github.spencerpark.jupyter.messages.reply.InputReply;
import io.github.spencerpark.jupyter.messages.request.InputRequest;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.zeromq.ZMQ;

/**
 * Answers one request. Messages from other threads than the one that received the request go
 * through the {@link OwnerQueue}; text that is printed piece by piece is sent in larger pieces.
 */
final class CellEnvironment extends ShellReplyEnvironment {

  private static final int CHUNK = 1 << 15;

  private final StdinChannel stdin;
  private final OwnerQueue queue;
  private final Thread owner = Thread.currentThread();
  private Chunk lastChunk;
  private CellFailure failure;
  private int executionCount;

  CellEnvironment(
      ShellChannel shell,
      StdinChannel stdin,
      JupyterSocket iopub,
      MessageContext context,
      OwnerQueue queue) {
    super(shell, stdin, iopub, context);
    this.stdin = stdin;
    this.queue = queue;
  }

  /** The failure to report instead of what the base library makes of the exception. */
  void fail(CellFailure reason, int count) {
    failure = reason;
    executionCount = count;
  }

  /** True if the request ended in an error. */
  boolean failed() {
    return failure != null;
  }

  /** True if the front end has sent more requests meanwhile. */
  boolean moreRequestsWait() {
    return hasInput(getShell());
  }

  /** Answers a request that is not carried out because one before it failed. */
  void replyAborted() {
    setBusyDeferIdle();
    // The base library ties the reply's type to one class of content, which knows no "aborted".
    MessageType<?> type = MessageType.EXECUTE_REPLY;
    @SuppressWarnings("unchecked")
    MessageType<Map<String, String>> reply = (MessageType<Map<String, String>>) type;
    reply(new Message<>(getContext(), reply, Map.of("status", "aborted")));
  }

  @Override
  public void publish(Message<?> message) {
    if (Thread.currentThread() == owner) {
      queue.runAll();
      super.publish(described(message));
    } else {
      synchronized (this) {
        lastChunk = null;
        queue.post(() -> super.publish(message));
      }
    }
  }

  @Override
  public void replyError(MessageType<?> type, ErrorReply error) {
    if (failure == null) {
      super.replyError(type, error);
    } else {
      ErrorReply described =
          new ErrorReply(failure.errorName(), failure.getMessage(), failure.report());
      described.setExecutionCount(executionCount);
      super.replyError(type, described);
    }
  }

  @Override
  public void writeToStdOut(String text) {
    stream(StreamType.OUT, text);
  }

  @Override
  public void writeToStdErr(String text) {
    stream(StreamType.ERR, text);
  }

  /** Asks the front end for a line of input; ends early when the thread is interrupted. */
  @Override
  public String readFromStdIn(String prompt, boolean isPassword) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    queue.post(() -> askForInput(prompt, isPassword, answer));
    try {
      return answer.get() + "\n";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer.cancel(false);
      throw new CancellationException("interrupted while waiting for input");
    } catch (ExecutionException e) {
      throw new IllegalStateException("the front end sent no usable input", e.getCause());
    }
  }

  private void stream(StreamType type, String text) {
    synchronized (this) {
      if (lastChunk == null || !lastChunk.append(type, text)) {
        Chunk chunk = new Chunk(type, text);
        lastChunk = chunk;
        // The whole message: the short form comes back to publish(Message), which serves the queue
        // first and would so let later text overtake this.
        queue.post(
            () ->
                super.publish(
                    new Message<>(
                        getContext(),
                        PublishStream.MESSAGE_TYPE,
                        new PublishStream(type, chunk.take()))));
      }
    }
  }

  private void askForInput(String prompt, boolean isPassword, CompletableFuture<String> answer) {
    while (hasInput(stdin)) {
      // The answer to a question whose cell was interrupted.
      stdin.readMessage();
    }
    stdin.sendMessage(
        new Message<>(
            getContext(), InputRequest.MESSAGE_TYPE, new InputRequest(prompt, isPassword)));
    queue.whileIdle(
        () -> {
          if (!answer.isDone() && hasInput(stdin)) {
            readAnswer(answer);
          }
          return !answer.isDone();
        });
  }

  private void readAnswer(CompletableFuture<String> answer) {
    try {
      answer.complete(stdin.readMessage(InputReply.MESSAGE_TYPE).getContent().getValue());
    } catch (RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }

  private Message<?> described(Message<?> message) {
    return failure == null || !(message.getContent() instanceof PublishError)
        ? message
        : new Message<>(
            getContext(),
            PublishError.MESSAGE_TYPE,
            new PublishError(failure.errorName(), failure.getMessage(), failure.report()));
  }

  private static boolean hasInput(JupyterSocket socket) {
    return (socket.getEvents() & ZMQ.Poller.POLLIN) != 0;
  }

  /** Printed text that is not sent yet. Without this a fast loop would overrun the front end. */
  private static final class Chunk {

    private final StreamType type;
    private final StringBuilder text;
    private boolean sent;

    Chunk(StreamType type, String text) {
      this.type = type;
      this.text = new StringBuilder(text);
    }

    synchronized boolean append(StreamType more, String string) {
      boolean fits = !sent && more == type && text.length() < CHUNK;
      if (fits) {
        text.append(string);
      }
      return fits;
    }

    synchronized String take() {
      sent = true;
      return text.toString();
    }
  }
}
