package org.penumbra.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The Python side of a benchmark, in a process of its own.
 *
 * <p>Line protocol: {@code prepare FOLDER} reads the inputs there, computes them once, writes the
 * values and answers {@code ok VERSION}; {@code time N} answers {@code ok NANOSECONDS} for N
 * operations, {@code cpu N} the same in processor time. A failure is answered by {@code error
 * MESSAGE}. Large data goes through files.
 */
final class Peer implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final Writer questions;

  private Peer(Process process) {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.questions = process.outputWriter(StandardCharsets.UTF_8);
  }

  /** Starts a script; what it writes to standard error is shown. */
  static Peer start(String python, Path script) throws IOException {
    return new Peer(
        new ProcessBuilder(List.of(python, "-B", script.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** Lets the peer read its inputs and write what it computed; returns its name and version. */
  String prepare(Path folder) throws IOException {
    return ask("prepare " + folder);
  }

  /** Seconds that the peer's operation took, repeated so many times. */
  double seconds(int repeats) throws IOException {
    return Long.parseLong(ask("time " + repeats)) * 1e-9;
  }

  /** Seconds of processor time that the peer's operation took, repeated so many times. */
  double processorSeconds(int repeats) throws IOException {
    return Long.parseLong(ask("cpu " + repeats)) * 1e-9;
  }

  /** Most bytes that the peer ever had resident. */
  long peakMemory() throws IOException {
    return PeakMemory.bytes(process.pid());
  }

  private String ask(String question) throws IOException {
    questions.write(question + "\n");
    questions.flush();
    String answer = answers.readLine();
    if (answer == null || !answer.startsWith("ok")) {
      throw new IOException(
          "the peer answered '" + question + "' with " + (answer == null ? "its end" : answer));
    }
    return answer.substring(2).strip();
  }

  /** Ends the peer; one that does not go by itself within five seconds is stopped. */
  @Override
  public void close() {
    try {
      questions.close();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
